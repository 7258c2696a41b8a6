"""How English writes days."""

from languages.calendar import Calendar

CALENDAR = Calendar(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
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
    group=",",
)
