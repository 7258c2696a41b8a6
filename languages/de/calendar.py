"""How German writes days."""

from languages.calendar import Calendar

CALENDAR = Calendar(
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    short_weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    short_months=("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
    day="{weekday}., {day}. {month}",
    dated_day="{weekday}., {day}. {month} {year}",
    weekday_and_number="{weekday}., {day}.",
    long_day="{day}. {month}",
    long_dated_day="{day}. {month} {year}",
    short_day="{day}. {month}",
    short_dated_day="{day}. {month} {year}",
    short_moment="{weekday} {hour:02}:{minute:02}",
    month="{month} {year}",
    range="{first} – {last}",
    dated_range="{first} – {last} {year}",
    group=".",
    number="{day}.",
)
