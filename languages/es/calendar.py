"""How Spanish writes days."""

from languages.calendar import Calendar

CALENDAR = Calendar(
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    short_weekdays=("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    short_months=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
    day="{weekday}, {day} {month}",
    dated_day="{weekday}, {day} {month} {year}",
    weekday_and_number="{weekday}, {day}",
    long_day="{day} de {month}",
    long_dated_day="{day} de {month} de {year}",
    month="{month} de {year}",
    short_day="{day} {month}",
    short_dated_day="{day} {month} {year}",
    short_moment="{weekday} {hour}:{minute:02}",
    range="{first} – {last}",
    dated_range="{first} – {last} {year}",
    group=".",
)
