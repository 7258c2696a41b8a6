"""How Dutch writes days."""

from languages.calendar import Calendar

CALENDAR = Calendar(
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    short_weekdays=("ma", "di", "wo", "do", "vr", "za", "zo"),
    months=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    short_months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    day="{weekday} {day} {month}",
    dated_day="{weekday} {day} {month} {year}",
    weekday_and_number="{weekday} {day}",
    long_day="{day} {month}",
    long_dated_day="{day} {month} {year}",
    short_day="{day} {month}",
    short_dated_day="{day} {month} {year}",
    short_moment="{weekday} {hour:02}:{minute:02}",
    month="{month} {year}",
    range="{first} – {last}",
    dated_range="{first} – {last} {year}",
    group=".",
)
