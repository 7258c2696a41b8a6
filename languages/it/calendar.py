"""How Italian writes days."""

from languages.calendar import Calendar

CALENDAR = Calendar(
    weekdays=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    short_weekdays=("lun", "mar", "mer", "gio", "ven", "sab", "dom"),
    months=(
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    short_months=("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
    day="{weekday} {day} {month}",
    dated_day="{weekday} {day} {month} {year}",
    weekday_and_number="{weekday} {day}",
    long_day="{day} {month}",
    long_dated_day="{day} {month} {year}",
    month="{month} {year}",
    short_day="{day} {month}",
    short_dated_day="{day} {month} {year}",
    short_moment="{weekday} {hour:02}:{minute:02}",
    range="{first} – {last}",
    dated_range="{first} – {last} {year}",
    group=".",
)
