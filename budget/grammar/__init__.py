"""The grammar: what a text means, line by line.

One step each, frozen values from step to step: `words` (the line's words, with kinds), `days` (its day), `amounts` (its numbers,
each in its role), `sums` (what is reckoned from them), `prices` (which is the amount), `flow` (which way the money went), `lines`
(the entry), `texts` (a whole text), `totals` (its total), `groups` (what a group hears of it), `asking` (which look a question
asks for). `vocabulary` and `builtin` hold the words, as data; `telephones`, `indian`, `thousands` and `japanese` know numerals of
their own; `unspaced` cuts texts that have no blanks, and `compounds` takes apart what is glued together.

The reader never takes what it can and leaves the rest: a number that could also be the amount makes a question.
"""

from budget.grammar.asked_days import Stretch
from budget.grammar.asking import Asked, asked_of
from budget.grammar.groups import Treatment, in_group, looks_meant, text_in_group
from budget.grammar.lines import as_question, read_line
from budget.grammar.notes import lesson_keys, tag_in, without_tag
from budget.grammar.readings import (
    About,
    Afford,
    CheckedTotal,
    Choice,
    DayHeading,
    Evidence,
    Label,
    NameAlone,
    Offer,
    Question,
    Reading,
    Scope,
    Taught,
    Understood,
    Unreadable,
)
from budget.grammar.texts import MOST_LINES, day_alone, read, split_lines
from budget.grammar.thousands import in_digits
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import reserved, vocabulary_for
from languages.en.vocabulary import VOCABULARY as ENGLISH
from languages.vocabulary import Vocabulary

__all__ = [
    "ENGLISH",
    "MOST_LINES",
    "About",
    "Afford",
    "Asked",
    "CheckedTotal",
    "Choice",
    "DayHeading",
    "Evidence",
    "Label",
    "NameAlone",
    "Offer",
    "Question",
    "Reading",
    "Scope",
    "Stretch",
    "Taught",
    "Treatment",
    "Understood",
    "Unreadable",
    "Vocabulary",
    "as_question",
    "asked_of",
    "day_alone",
    "in_digits",
    "in_group",
    "lesson_keys",
    "looks_meant",
    "read",
    "read_line",
    "reserved",
    "spaced",
    "split_lines",
    "tag_in",
    "text_in_group",
    "vocabulary_for",
    "without_tag",
]  # fmt: skip
