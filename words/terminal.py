"""What the chat in a terminal says beside its replies."""

from words.voice import Voice


def welcome(voice: Voice, address: str = "") -> str:
    """Say where the page is, and how to begin; the address is empty where it is not served."""
    begin = voice.say(
        "Write what you spent, like: 12.50 fun tacos    (edit: … corrects it, help tells more, quit ends)"
    )
    if not address:
        return begin
    page = voice.say("The page is at {address}; /share gives a link to it.", address=address)
    return f"{page}\n{begin}"


def ledger_unavailable(voice: Voice, problem: str) -> str:
    """Say that nothing is recorded because the database can't be reached."""
    return voice.say("The ledger can't be reached: {problem}. Nothing is recorded; write it again.", problem=problem)


def no_such_message(voice: Voice) -> str:
    """Say that there is no message to edit."""
    return voice.say("There is no such message in this session. `edit: 13.50 fun tacos` edits the latest one.")


def cannot_read(voice: Voice, path: str, problem: str) -> str:
    """Say that a file can't be read. ``problem`` is the operating system's."""
    return voice.say("I can't read {path}: {problem}.", path=path, problem=problem)


def no_such_path(voice: Voice, path: str) -> str:
    """Say that no path can be called so."""
    return voice.say("I can't read {path}: there is no such path.", path=path)


def cannot_write(voice: Voice, path: str, problem: str) -> str:
    """Say that a file can't be written. ``problem`` is the operating system's."""
    return voice.say("I can't write {path}: {problem}.", path=path, problem=problem)


def written(voice: Voice, path: str) -> str:
    """Say where a file is."""
    return voice.say("It is in {path}", path=path)


def type_the_number(voice: Voice, labels: str) -> str:
    """Show the buttons of a question, and say how one is tapped."""
    return voice.say("{labels}  (type the number)", labels=labels)


def no_button(voice: Voice, number: str) -> str:
    """Say that the latest reply has no button of a number."""
    return voice.say("There is no button {number}.", number=number)


def amount_or_button(voice: Voice, number: str, label: str) -> str:
    """Ask whether a number that was typed is money, or the number of a button."""
    return voice.say("Is {number} an amount, or the button “{label}”?", number=number, label=label)


def the_amount(voice: Voice, number: str) -> str:
    """Take a number that was typed as money."""
    return voice.say("The amount {number}", number=number)
