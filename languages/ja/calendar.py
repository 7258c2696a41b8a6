"""How Japanese writes days."""

from languages.calendar import Calendar

_MONTHS = tuple(f"{n}月" for n in range(1, 13))

CALENDAR = Calendar(
    weekdays=("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"),
    short_weekdays=("月", "火", "水", "木", "金", "土", "日"),
    months=_MONTHS,
    short_months=_MONTHS,
    day="{month}{day}日({weekday})",
    dated_day="{year}年{month}{day}日({weekday})",
    weekday_and_number="{month}{day}日({weekday})",
    long_day="{month}{day}日",
    long_dated_day="{year}年{month}{day}日",
    short_day="{month}{day}日",
    short_dated_day="{year}年{month}{day}日",
    short_moment="{weekday}曜 {hour}:{minute:02}",
    month="{year}年{month}",
    range="{first}〜{last}",
    dated_range="{year}年{first}〜{last}",
    group=",",
    number="{month}{day}日",
    last_number="{day}日",
    comma="、",
    gap="",
)
