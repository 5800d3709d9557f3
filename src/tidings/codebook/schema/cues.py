"""The files of cues: words that show how an event is told, and what a text is about.

The first stand in `modality.toml` and `light_verbs.toml`, the others in `contexts.toml` and `domains.toml`.
"""

from __future__ import annotations

from tidings.codebook.schema.entry import Entry, Words


class Cues(Entry, frozen=True, kw_only=True):
    """The words that put an event under one auxiliary mode, by where they stand around its predicate."""

    auxiliaries: Words = ()
    reported: Words = ()
    adverbs: Words = ()
    determiners: Words = ()
    counts: Words = ()
    marks: Words = ()
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    modifiers: Words = ()
    phrases: Words = ()
    undating: Words = ()
    attempts: Words = ()
    achieved: Words = ()
    enacting: Words = ()
    direct: Words = ()
    announcing: Words = ()
    guesses: Words = ()
    conditions: Words = ()
    decisions: Words = ()
    progressive: Words = ()


class Denial(Entry, frozen=True, kw_only=True):
    """The words that deny a deed, or that call a report of it untrue."""

    verbs: Words = ()
    admissions: Words = ()
    nouns: Words = ()
    reports: Words = ()
    dismissals: Words = ()
    labels: Words = ()
    untrue: Words = ()
    true: Words = ()
    own: Words = ()
    blamed: Words = ()


class Question(Entry, frozen=True, kw_only=True):
    """The words by which a question asks for a deed, or takes it for granted."""

    asking_marks: Words = ()
    granting_marks: Words = ()
    factives: Words = ()


class Modality(Entry, frozen=True, kw_only=True):
    """`modality.toml`: the cues of the four auxiliary modes, of denials and of questions."""

    negation: Cues
    future: Cues
    hypothetical: Cues
    historical: Cues
    denial: Denial = Denial()
    question: Question = Question()


class LightVerbs(Entry, frozen=True, kw_only=True):
    """`light_verbs.toml`: words that lend their arguments to a noun or a clause."""

    light: Words
    happen: Words
    oblique_verbs: Words
    oblique_prepositions: Words
    transparent_nouns: Words
    quantity_nouns: Words
    shared_nouns: Words
    shared_prepositions: Words
    subject_control: Words
    joining: Words
    result_participles: Words
    object_prepositions: Words
    delegates: Words = ()
    deciding: Words = ()
    reporting: Words
    sources: Words
    documents: Words = ()
    authoring: Words = ()


class ContextEntry(Entry, frozen=True, kw_only=True):
    """One PLOVER context: lemmas, each of which is a cue, and a definition."""

    definition: str = ""
    cues: Words


class DomainEntry(Entry, frozen=True, kw_only=True):
    """Another trade: one `strong` cue or two different `weak` ones make a sentence non-political."""

    strong: Words = ()
    weak: Words = ()
    spares: Words = ()
