"""How Turkish writes days."""

from languages.calendar import Calendar

CALENDAR = Calendar(
    weekdays=("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
    short_weekdays=("Pzt", "Sal", "Çar", "Per", "Cum", "Cmt", "Paz"),
    months=(
        "Ocak",
        "Şubat",
        "Mart",
        "Nisan",
        "Mayıs",
        "Haziran",
        "Temmuz",
        "Ağustos",
        "Eylül",
        "Ekim",
        "Kasım",
        "Aralık",
    ),
    short_months=("Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"),
    day="{day} {month} {weekday}",
    dated_day="{day} {month} {year} {weekday}",
    weekday_and_number="{day} {weekday}",
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
