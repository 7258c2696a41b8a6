"""The grammar: what a text means, line by line.

Frozen values go from step to step. A step is the module that is named first; those behind it know what it asks:

- `words`, the words of a line, with their kinds: `kinds`, `vocabulary`, `compounds`, `elisions`, `endings`, `pieces`, `signs`,
  `unspaced`, `japanese`, `glued`
- `days`, its day: `spans`, `calendar`, `numeric_dates`, `relative`, `beside_days`, `dotted_days`, `spelt_days`, `days_apart`,
  `day_verdicts`
- `amounts`, its numbers, each in its role: `roles`, `addresses`, `foreign`, `joined`, `spaced_numbers`, `indian`, `measures`,
  `scale_words`
- `sums`, what is reckoned from them: `reckoning`, `quantities`, `multiples`, `apiece`, `shares`
- `prices`, which number is the amount: `labelled`, `counts`, `several`; `talk`, whether any is one: `telling`, `no_prices`,
  `amount_orders`
- `flow`, which way the money went: `flow_values`, `senders`, `others`, `gains`
- `notes`, its category and its note: `category_words`, `lessons`, `naming`
- `plain`, a line of which no word says more than what was bought: it needs none of the steps
- `lines`, what it means: `dated_lines`, `readings`, `parts`, `telephones`, `spelt`, `affording`, `recurring_days`; `given` for a
  program's entry
- `texts`, a whole text: `totals`; `groups`, what a group hears of it
- `orders`, what is said of bills and paydays: `recurrence`, `every`, `rates`, `weekends`, `ahead`, `dues`
- `asking`, which look a question asks for: `asked_days`; `listing`, which entries are to be listed
- `commands`, those of other languages in English: `command_tables`, `slots`, `category_orders`, `numbered`, `limit_said`,
  `bill_orders`, `taken`; `pointing`, which one a refused text is about

The reader never takes what it can and leaves the rest: a number that could also be the amount makes a question.
"""

from budget.grammar.asked_days import Stretch
from budget.grammar.asking import Asked, asked_of
from budget.grammar.dated_lines import as_question
from budget.grammar.groups import Treatment, in_group, looks_meant, text_in_group
from budget.grammar.lessons import lesson_keys
from budget.grammar.lines import read_line
from budget.grammar.notes import tag_in, without_tag
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
from budget.grammar.scale_words import in_digits
from budget.grammar.texts import MOST_LINES, day_alone, read, split_lines
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
