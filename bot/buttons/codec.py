"""How buttons travel: Telegram gives 64 bytes, and they come back years later or forged.

`encode` and `decode` are the only places that know the wire form. `decode` takes nothing but what `encode` writes. A button holds
numbers and codes, never a text for the reader of what people write. Forms that earlier versions sent stay readable: a chat keeps
its buttons for ever. The one text in them is the name of a bill that is due, where it fits.
"""

from collections.abc import Iterable, Iterator

from bot.buttons import doors, entries, files, looks, notifications, people, plan, recent, settings, topics
from bot.buttons.forms import ALL, LISTED, Form, names_of

LONGEST = 64
"""Bytes of a button's data that Telegram takes."""

Button = (
    doors.DoorButton
    | entries.EntryButton
    | files.FileButton
    | topics.HelpButton
    | looks.LookButton
    | notifications.NotificationButton
    | people.PeopleButton
    | plan.PlanButton
    | recent.RecentButton
    | settings.SettingButton
)

FORMS: tuple[Form[Button], ...] = (
    *doors.FORMS,
    *entries.FORMS,
    *files.FORMS,
    *topics.FORMS,
    *looks.FORMS,
    *notifications.FORMS,
    *people.FORMS,
    *plan.FORMS,
    *recent.FORMS,
    *settings.FORMS,
)
"""Every kind of button. Of two forms that fit the same data the first is read."""

_WORDS = {form.kind: form.words for form in FORMS}


def encode(button: Button) -> str:
    """Return a button's data; raise ValueError for more than Telegram takes."""
    values = (getattr(button, name) for name in names_of(button))
    data = ":".join([*_WORDS[type(button)], *(_written(value) for value in values if value is not False)])
    if len(data.encode()) > LONGEST:
        raise ValueError(data)
    return data


def fits(button: Button) -> bool:
    """Whether a button can be written: a name may be too long, or hold what parts the fields."""
    try:
        return decode(encode(button)) == button
    except ValueError:
        return False


def _written(value: object) -> str:
    if value is None:
        return ALL
    return LISTED if value is True else str(value)


def decode(data: str) -> Button:
    """Return the button that a text is the data of; raise ValueError for any that `encode` does not write."""
    if len(data) > LONGEST:
        raise ValueError(data[:LONGEST])
    button = _read(data.split(":"))
    if encode(button) != data:  # 05, +5, ٥: read by int, and no form of ours
        raise ValueError(data)
    return button


def decoded(data: Iterable[str]) -> Iterator[Button]:
    """Yield the buttons that some texts are the data of; what is none of ours is left out."""
    for one in data:
        try:
            button = decode(one)
        except ValueError:
            continue
        yield button


def _read(parts: list[str]) -> Button:
    for kind, words, readers in FORMS:
        values = parts[len(words) :]
        if tuple(parts[: len(words)]) == words and len(values) == len(readers):
            return kind(*(read(value) for read, value in zip(readers, values, strict=True)))
    raise ValueError(":".join(parts))
