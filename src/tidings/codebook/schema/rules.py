"""`rules.toml`: what holds of types whatever their frames."""

from __future__ import annotations

from msgspec import field

from tidings.codebook.schema.entry import Entry, Words
from tidings.records.event import Aux


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
    private_occupations: Words = ()
    occupational_types: Words = ()
    public_contexts: Words = ()
    habitual: Words = ()
    habitual_adjectives: Words = ()
    scene_prepositions: Words = ()
    upon_prepositions: Words = ()
    part_prepositions: Words = ()
    concern_prepositions: Words = ()
    elsewhere_prepositions: Words = ()
    where_words: Words = ()
    said_types: Words = ()
    lasting_scenes: Words = ()
    struck_types: Words = ()
    striking_prepositions: Words = ()
    occasion_prepositions: Words = ()
    scene_nouns: Words = ()
    apart_prepositions: Words = ()
    holding_prepositions: Words = ()
    bounding_marks: Words = ()
    leading_marks: Words = ()
    undated_words: Words = ()
    undated_prepositions: Words = ()
    onward_words: Words = ()
    belonging: Words = ()
    modifier_types: Words = ()
    done_types: Words = ()
    one_in_sentence: Words = ()
    one_whatever_mode: Words = ()
    plain_modes: Words = ()
    visits: Words = ()
    many_sided: Words = ()
    claiming_frames: Words = ()
    other_words: Words = ()
    anybody: Words = ()
    armed_sectors: Words = ()
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
    bystanders: dict[str, Words] = field(default_factory=dict)
    scene_prepositions_of: dict[str, Words] = field(default_factory=dict)
    last_slots: dict[str, Words] = field(default_factory=dict)
    answers: dict[str, Words] = field(default_factory=dict)
    voiced: dict[str, Words] = field(default_factory=dict)
    doers: dict[str, Words] = field(default_factory=dict)
    placeless_types: Words = ()
    townless_types: Words = ()
    spoken_types: Words = ()
    own_forces_types: Words = ()
    forces: Words = ()
    asking_types: Words = ()
    favours: Words = ()
    blaming_types: Words = ()
    harms: Words = ()
    contexts_of_mode: dict[str, Words] = field(default_factory=dict)
    event_nouns: dict[str, Words] = field(default_factory=dict)
