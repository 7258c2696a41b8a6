"""Days in cells: their shapes, and how a file settles their order."""

from datetime import date

import pytest

from budget.imports.days import Order, OrderChoice, Parts, day_of, day_order, in_order, instant_of
from tests.budget.imports.reading import TODAY, budget_in

BERLIN = budget_in("EUR", "de_DE", "Europe/Berlin")
MARCH = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-03-14", MARCH),
        ("2026/3/14", MARCH),
        ("2026.03.14.", MARCH),
        ("2026. 03. 14.", MARCH),
        ("20260314", MARCH),
        ("2026-03-14 23:30:00", MARCH),
        ("2026-03-14T23:30:00Z", date(2026, 3, 15)),  # half past midnight in Berlin
        ("2026-03-14T23:30:00.123+00:00", date(2026, 3, 15)),
        ("2026-03-14T00:00:00Z", MARCH),  # a bare day
        ("2026-03-14T00:00:00+02:00", MARCH),
        ("2026-03-14T23:30:00-08:00", MARCH),
        ("2026-03-14T99:30:00Z", MARCH),
        ("0001-01-01T00:30:00Z", date(1, 1, 1)),
        ("14 Mar 2026", MARCH),
        ("14-Mar-26", MARCH),
        ("14th March 2026", MARCH),
        ("Mar 14, 2026", MARCH),
        ("March 14th, 2026", MARCH),
        ("Sat Mar 14 2026 12:00:00 GMT+0100 (Central European Standard Time)", MARCH),
        ("Sat Mar 14 12:00:00 GMT+03:00 2026", MARCH),
        ("14. März 2026", MARCH),
        ("14 mars 2026", MARCH),
        ("14 de marzo de 2026", MARCH),
        ("5 juil. 2026", date(2026, 7, 5)),
        ("14 марта 2026 г.", MARCH),
        ("14 марта 2026 г., 12:30", MARCH),
        ("14 березня 2026 р.", MARCH),
        ("3 мая 2026", date(2026, 5, 3)),
        ("20 нояб. 2026", date(2026, 11, 20)),
        ("20 листопада 2026", date(2026, 11, 20)),
        ("20 października 2026", date(2026, 10, 20)),
        ("3 Ağu 2026", date(2026, 8, 3)),
        ("3 Agustus 2026", date(2026, 8, 3)),
        ("3 Des 2025", date(2025, 12, 3)),
        ("14 مارس 2026", MARCH),
        ("2026年3月14日", MARCH),
        ("2026年 3月 14日 23:30", MARCH),
        ("2026年13月14日", None),
        ("令和8年3月14日", MARCH),
        ("令和 8 年 3 月 14 日 12:30", MARCH),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("R8.3.14", MARCH),
        ("R08/03/14", MARCH),
        ("h31-04-30", date(2019, 4, 30)),
        ("令和8年13月14日", None),
        ("大正8年3月14日", None),
        ("'2026-03-14", MARCH),
        ('="2026-03-14"', MARCH),
        ("٢٠٢٦-٠٣-١٤", MARCH),
        ("14\u200f/03\u200f/2026", Parts(14, 3, 2026, dotted=False, short=False)),
        ("5 jui\u0301n 2026", None),
        ("14 ma\u0308r 2026", MARCH),
        ("14 foo 2026", None),
        ("31 Feb 2026", None),
        ("2026-02-30", None),
        ("2026-02-30 12:00", None),
        ("20261301", None),
        ("14.03.2026", Parts(14, 3, 2026, dotted=True, short=False)),
        ("3/14/26", Parts(3, 14, 26, dotted=False, short=True)),
        ("3/14'26", Parts(3, 14, 26, dotted=False, short=True)),
        ("3/14/26, 12:00 PM", Parts(3, 14, 26, dotted=False, short=True)),
        ("3/14/2026 12:00", Parts(3, 14, 2026, dotted=False, short=False)),
        ("14.03.2026;12", None),
        ("tomorrow", None),
        ("12.50", None),
        ("", None),
        ("2026-03-14 " + " " * 5 + "1:00" + "x" * 100, None),
    ],
)
def test_a_cell_is_a_day(cell: str, day: date | Parts | None) -> None:
    assert day_of(cell, BERLIN.day_of, TODAY) == day


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1773531000", date(2026, 3, 15)),  # half past midnight in Berlin
        ("1773531000.25", date(2026, 3, 15)),
        ("1773531000123", date(2026, 3, 15)),
        ("١٧٧٣٥٣١٠٠٠", date(2026, 3, 15)),
        ("9999999999999", date(2286, 11, 20)),
        ("177353100", date(1975, 8, 15)),
        ("20260314", None),
        ("17735310001", None),
        ("12.50", None),
    ],
)
def test_a_number_is_an_instant(cell: str, day: date | None) -> None:
    assert instant_of(cell, BERLIN.day_of) == day


def parts(cell: str) -> Parts:
    found = day_of(cell, BERLIN.day_of, TODAY)
    assert isinstance(found, Parts)
    return found


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("3/4/2026", Order.DAY_FIRST, date(2026, 4, 3)),
        ("3/4/2026", Order.MONTH_FIRST, date(2026, 3, 4)),
        ("26-03-14", Order.YEAR_FIRST, MARCH),
        ("3/4/27", Order.MONTH_FIRST, date(2027, 3, 4)),
        ("3/4/28", Order.MONTH_FIRST, date(1928, 3, 4)),
        ("3/14/2026", Order.DAY_FIRST, None),
    ],
)
def test_an_order_makes_a_day(cell: str, order: Order, day: date | None) -> None:
    assert in_order(parts(cell), order, TODAY) == day


BOTH = (Order.DAY_FIRST, Order.MONTH_FIRST)


@pytest.mark.parametrize(
    ("cells", "choice"),
    [
        (["14.03.2026", "01.02.2026"], OrderChoice(Order.DAY_FIRST)),
        (["3/14/2026", "1/2/2026"], OrderChoice(Order.MONTH_FIRST)),
        (["1/2/2026", "3/4/2026"], OrderChoice(None, doubt=(0, Parts(1, 2, 2026, dotted=False, short=False)))),
        (["2/2/2026"], OrderChoice(Order.DAY_FIRST)),  # both orders say the same
        ([], OrderChoice(Order.DAY_FIRST)),
        (["14/3/2026", "15/3/2026", "3/16/2026", "1/2/2026"], OrderChoice(Order.DAY_FIRST, mixed=True)),
        (
            ["14/3/2026", "3/16/2026", "1/2/2026"],
            OrderChoice(None, mixed=True, doubt=(2, Parts(1, 2, 2026, dotted=False, short=False))),
        ),
        (
            ["14/3/2026", "3/16/2026"],
            OrderChoice(None, mixed=True, doubt=(0, Parts(14, 3, 2026, dotted=False, short=False))),
        ),
        (["14.03.26"], OrderChoice(Order.DAY_FIRST)),
        (["3/14/26", "3/20/26"], OrderChoice(Order.MONTH_FIRST)),  # 2003-14-26 is no day
        (
            ["26-03-14", "26-03-15"],
            OrderChoice(
                None, False, (0, Parts(26, 3, 14, dotted=False, short=True)), (Order.YEAR_FIRST, Order.DAY_FIRST)
            ),
        ),
        (
            ["10-03-04", "10-03-05"],
            OrderChoice(None, False, (0, Parts(10, 3, 4, dotted=False, short=True)), (Order.YEAR_FIRST, *BOTH)),
        ),
        (["13-01-26", "14-02-26", "15-09-26"], OrderChoice(Order.DAY_FIRST)),  # years first would lie two years apart
        (["01.02.2026", "03.04.2026"], OrderChoice(Order.DAY_FIRST)),  # nobody writes the month first with dots
        (["01.02.2026", "3/4/2026"], OrderChoice(None, doubt=(0, Parts(1, 2, 2026, dotted=True, short=False)))),
        (["26-03-99", "26-03-14"], OrderChoice(Order.DAY_FIRST)),  # there is no 99th
        (
            ["99-03-14", "98-03-14"],
            OrderChoice(None, False, (0, Parts(99, 3, 14, dotted=False, short=True)), (Order.YEAR_FIRST, *BOTH)),
        ),
    ],
)
def test_the_whole_file_decides(cells: list[str], choice: OrderChoice) -> None:
    assert day_order([(n, parts(cell)) for n, cell in enumerate(cells)], TODAY) == choice


def test_what_is_known_or_usual_counts() -> None:
    doubtful = [(0, parts("1/2/2026"))]

    assert day_order(doubtful, TODAY, known=Order.MONTH_FIRST) == OrderChoice(Order.MONTH_FIRST)
    assert day_order(doubtful, TODAY, usual=Order.MONTH_FIRST) == OrderChoice(Order.MONTH_FIRST)
    assert day_order([(0, parts("14/2/2026"))], TODAY, usual=Order.MONTH_FIRST) == OrderChoice(Order.DAY_FIRST)
    assert day_order(doubtful, TODAY, hint=Order.DAY_FIRST) == OrderChoice(Order.DAY_FIRST)
    assert day_order([(0, parts("2/14/2026"))], TODAY, hint=Order.DAY_FIRST) == OrderChoice(Order.MONTH_FIRST)
    short = parts("26-03-14")
    asked = day_order([(0, short)], TODAY, hint=Order.DAY_FIRST)
    assert (asked.order, asked.doubt) == (None, (0, short)), "a heading does not tell whether years come first"
