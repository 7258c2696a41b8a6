"""How Indonesian writes days."""

from languages.calendar import Calendar

CALENDAR = Calendar(
    weekdays=("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    short_weekdays=("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
    months=(
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    day="{weekday}, {day} {month}",
    dated_day="{weekday}, {day} {month} {year}",
    weekday_and_number="{weekday}, {day}",
    long_day="{day} {month}",
    long_dated_day="{day} {month} {year}",
    short_day="{day} {month}",
    short_dated_day="{day} {month} {year}",
    short_moment="{weekday} {hour:02}.{minute:02}",
    month="{month} {year}",
    range="{first} – {last}",
    dated_range="{first} – {last} {year}",
    group=".",
)
