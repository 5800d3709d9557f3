"""The codebook's files as msgspec structs: what an entry may say, with its defaults.

A key that is not listed here is an error, so that a misspelt condition cannot silently be ignored.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from tidings.records.event import Aux

Words = tuple[str, ...]
Need = str | Words


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all entries: immutable, no unknown keys."""


class ModeEntry(Entry, frozen=True, kw_only=True):
    """A mode of a type: its score, CAMEO code, definition, and the lemmas of a clause that choose it."""

    score: float | None = None
    cameo: str | None = None
    definition: str = ""
    cues: Words = ()


class ModeRule(Entry, frozen=True, kw_only=True):
    """Chooses `mode` where one of `any` stands in the event's clause, or in `slot`'s phrase if given."""

    mode: str
    any: Words
    slot: str | None = None


class ClauseNeed(Entry, frozen=True, kw_only=True):
    """The complement clause that a frame needs: its predicate matches a frame of `types` ("any": all)."""

    types: Need = "any"


class FrameEntry(Entry, frozen=True, kw_only=True):
    """One way to say an event. Slots are deep-syntactic; see `tidings.coding.clauses`."""

    id: str
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    actor: Words | None = None
    recipient: Words = ()
    reciprocal: bool = False
    mode: str | None = None
    modes: tuple[ModeRule, ...] = ()
    needs: dict[str, Need] = {}
    without: dict[str, Need] = {}
    clause: ClauseNeed | None = None
    actor_sectors: Words = ()
    aux: tuple[Aux, ...] = ()
    consumes: bool = True
    confidence: float = 0.8
    agentless: Literal["no", "optional"] = "no"
    also: bool = False
    note: str = ""


class ExampleEvent(Entry, frozen=True, kw_only=True):
    """One event that an example must yield. An omitted field is not checked, except `aux`: then empty."""

    type: str
    mode: str | None = None
    actor: Words | None = None
    recipient: Words | None = None
    aux: tuple[Aux, ...] = ()
    optional: bool = False


class Example(Entry, frozen=True, kw_only=True):
    """A text with all the events it must yield; `date` is its day of publication."""

    text: str
    events: tuple[ExampleEvent, ...] = ()
    date: str | None = None
    note: str = ""


class TypeEntry(Entry, frozen=True, kw_only=True):
    """One event type: a whole type file. An ontology that has nothing to do with CAMEO leaves `cameo` out."""

    type: str
    quad: int
    score: float
    cameo: str = ""
    definition: str
    recipient: Literal["optional", "required"] = "optional"
    modes: dict[str, ModeEntry] = {}
    frames: tuple[FrameEntry, ...] = ()
    examples: tuple[Example, ...] = ()


class Rewrite(Entry, frozen=True, kw_only=True):
    """An event of one of `types` with the modes `aux` and `also` becomes `to`; both are then spent."""

    types: Words
    aux: Aux
    to: str
    also: Aux | None = None
    mode: str | None = None
    one_sided: bool = False


class Suppression(Entry, frozen=True, kw_only=True):
    """An event of type `drop` is not coded beside one of type `beside` that shares its actors.

    With `same_sentence` only within one sentence, otherwise in the whole document.
    """

    drop: str
    beside: str
    beside_mode: str | None = None
    drop_mode: str | None = None
    same_sentence: bool = False


class Rules(Entry, frozen=True, kw_only=True):
    """`rules.toml`: rewrites by modality, suppression beside stronger events, order of types."""

    rewrites: tuple[Rewrite, ...] = ()
    relations: tuple[Rewrite, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    priority: Words = ()
    topic_prepositions: Words = ()
    topic_verbs: Words = ()
    sought_words: Words = ()
    sought_prepositions: Words = ()
    speech_types: Words = ()
    reason_types: Words = ()
    private_sectors: Words = ()
    public_persons: Words = ()
    public_contexts: Words = ()
    habitual: Words = ()
    habitual_adjectives: Words = ()
    scene_prepositions: Words = ()
    belonging: Words = ()
    modifier_types: Words = ()
    done_types: Words = ()
    one_in_sentence: Words = ()
    one_whatever_mode: Words = ()
    plain_modes: Words = ()
    visits: Words = ()
    state_sectors: Words = ()
    attempted_types: Words = ()
    decided_types: Words = ()
    announced_types: Words = ()
    content_types: Words = ()
    conditional_types: Words = ()
    one_in_group: Words = ()
    own_deeds: Words = ()
    bare_persons: Words = ()
    suffering: Words = ()
    bystanders: dict[str, Words] = {}
    last_slots: dict[str, Words] = {}
    answers: dict[str, Words] = {}
    voiced: dict[str, Words] = {}
    doers: dict[str, Words] = {}
    placeless_types: Words = ()
    townless_types: Words = ()
    spoken_types: Words = ()
    own_forces_types: Words = ()
    forces: Words = ()
    asking_types: Words = ()
    favours: Words = ()
    blaming_types: Words = ()
    harms: Words = ()
    contexts_of_mode: dict[str, Words] = {}


class Cues(Entry, frozen=True, kw_only=True):
    """The words that put an event under one auxiliary mode, by where they stand around its predicate."""

    auxiliaries: Words = ()
    reported: Words = ()
    adverbs: Words = ()
    determiners: Words = ()
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
