"""When something comes again, in words: what the bot says is read where it is typed or copied."""

from dataclasses import replace
from datetime import date

import pytest

from budget.grammar.orders import bill_said
from budget.schedules import Schedule, Weekends, every_days, every_months, monthly, once
from tests.budget.grammar.judge import TODAY, scope_of
from words.markup import plain
from words.schedules import schedule
from words.voice import voice_of

BUDGETS = {
    "en": "us", "de": "de", "fr": "fr", "ja": "jp", "pt-BR": "br", "es": "es", "it": "it", "nl": "nl", "pl": "pl",
    "ru": "ru", "uk": "ua", "tr": "tr", "id": "id", "ar": "eg",
}  # fmt: skip
FRIDAY, SUNDAY, THURSDAY = date(2026, 12, 4), date(2027, 1, 31), date(2026, 12, 24)
ON_DAYS = (monthly(1), monthly(31), monthly(1, 15))
SCHEDULES = (
    *ON_DAYS,
    *(replace(one, weekends=moves) for one in ON_DAYS for moves in (Weekends.BEFORE, Weekends.AFTER)),
    *(monthly(day) for day in (2, 3, 21)),
    monthly(15, 31),
    every_days(1, TODAY),
    every_days(7, date(2026, 11, 27)),
    every_days(10, FRIDAY),
    every_days(14, FRIDAY),
    *(every_months(number, day) for number in (1, 3, 12) for day in (FRIDAY, SUNDAY, THURSDAY)),
    *(once(day) for day in (date(2026, 12, 1), THURSDAY, SUNDAY, date(2027, 3, 1))),
)


@pytest.mark.parametrize("language", BUDGETS)
def test_a_schedule_is_read_as_it_is_said(language: str) -> None:
    scope = scope_of(f"{BUDGETS[language]} {language}")

    def read(one: Schedule) -> tuple[Schedule, ...]:
        return bill_said(f"Abc 500 {plain(schedule(voice_of(language), one, TODAY))}", scope).schedules

    assert {one.code: [found.code for found in read(one)] for one in SCHEDULES} == {
        one.code: [one.code] for one in SCHEDULES
    }
