"""The questions before a budget is deleted, and what follows the answers."""

from words.voice import Voice


def ask(voice: Voice) -> str:
    """Say what is deleted, and when."""
    return voice.say(
        "This deletes everything that I keep of this chat: entries, categories, settings and share links. First I send all "
        "entries as a file. Links close at once; the rest goes a day later, and until then it can be restored."
    )


def another_confirms(voice: Voice) -> str:
    """Say that a group needs a second person."""
    return voice.say("Unless you are an administrator here, another member who may use me has to confirm it, too.")


def who_answers(voice: Voice) -> str:
    """Say who can answer in private."""
    return voice.say("Answer within ten minutes.")


def who_answers_in_group(voice: Voice) -> str:
    """Say who can answer in a group."""
    return voice.say("Only the person who asked can say yes, within ten minutes; anybody here can say no.")


def ask_another(voice: Voice) -> str:
    """Ask for a second person's word, in a group whose administrator has not asked."""
    return voice.say(
        "This deletes everything of this group. A second member who may use me has to confirm it within ten minutes of "
        "/forget; only an administrator's own /forget needs nobody else."
    )


def closed(voice: Voice, hours: int) -> str:
    """Say that everything is closed, and when it goes."""
    return voice.count(
        "This budget is closed: everything of this chat is deleted in {n} hour, and its share links open nothing any more. "
        "Until then I record nothing here, and anybody who may use me here can restore it.",
        "This budget is closed: everything of this chat is deleted in {n} hours, and its share links open nothing any more. "
        "Until then I record nothing here, and anybody who may use me here can restore it.",
        hours,
    )


def being_forgotten(voice: Voice, hours: int) -> str:
    """Say that nothing is recorded because the budget goes, and how to keep it."""
    return voice.count(
        "This budget is closed and will be deleted in {n} hour, so nothing is recorded. "
        "After that a new one can begin here. Restore brings it back as it was.",
        "This budget is closed and will be deleted in {n} hours, so nothing is recorded. "
        "After that a new one can begin here. Restore brings it back as it was.",
        hours,
    )


def restored(voice: Voice) -> str:
    """Say that the budget is as it was."""
    return voice.say("It is restored, as it was. Its share links stay closed: /share makes new ones.")


def restored_apart(voice: Voice) -> str:
    """Say that a budget is restored beside another one, and head what it held."""
    return voice.say(
        "It is restored, but this chat's budget is in another currency by now: it is kept apart, and counted nowhere. "
        "It held:"
    )


def nothing_to_restore(voice: Voice) -> str:
    """Say that nothing is closed any more, and what else brings a budget back."""
    return voice.say(
        "There is nothing to restore here: it is restored already, or its day is over. Then the whole budget, which I sent as a "
        "file, brings it back: send it to me in an empty chat."
    )


def forgotten(voice: Voice) -> str:
    """Say that everything is deleted."""
    return voice.say("Everything of this chat is deleted.")


def kept(voice: Voice) -> str:
    """Say that nothing is deleted."""
    return voice.say("Nothing is deleted.")


def nothing_kept(voice: Voice) -> str:
    """Say that there is nothing to forget."""
    return voice.say("I keep nothing of this chat.")


def not_your_question(voice: Voice) -> str:
    """Say that somebody else has to answer."""
    return voice.say("Only the person who wrote /forget can answer this. Nothing is deleted.")


def too_late(voice: Voice) -> str:
    """Say that a question has run out."""
    return voice.say("That was more than ten minutes ago. Nothing is deleted; /forget asks again.")


def question_is_old(voice: Voice) -> str:
    """Say that a button of another time does nothing."""
    return voice.say("This question is old. Nothing is deleted; /forget asks again.")


def forget_blurb(voice: Voice) -> str:
    """Say what /forget is for."""
    return voice.say("delete everything of this chat")
