"""The errors of the HTTP side: a title and a sentence each, as plain text."""

from words.voice import Voice


def too_many_requests(voice: Voice) -> str:
    """Title the error of a client that must wait."""
    return voice.say("Too many requests")


def wait(voice: Voice, seconds: int) -> str:
    """Say how long a client must wait."""
    return voice.count("Please wait a second and try again.", "Please wait {n} seconds and try again.", seconds)


def nothing_here(voice: Voice) -> str:
    """Title the error of an address that leads nowhere."""
    return voice.say("Nothing here")


def leads_nowhere(voice: Voice) -> str:
    """Say why a link may lead nowhere."""
    return voice.say(
        "This link does not lead anywhere: it may have run out or been revoked, or be incomplete. Ask for a new one."
    )


def address_too_long(voice: Voice, most: int) -> str:
    """Say how long an address may be."""
    return voice.say("An address here has {most} characters at most.", most=most)


def not_possible(voice: Voice) -> str:
    """Title the error of a request that is refused."""
    return voice.say("Not possible")


def only_read(voice: Voice) -> str:
    """Say that an address takes no writing method."""
    return voice.say("This address can only be read.")


def only_written(voice: Voice) -> str:
    """Say that an address takes POST alone."""
    return voice.say("This address takes POST alone.")


def needs_a_door(voice: Voice) -> str:
    """Say which token is missing."""
    return voice.say("This needs the token of an open door. /door in the chat makes one.")


def how_to_post(voice: Voice) -> str:
    """Say what can be posted."""
    return voice.say(
        "Send lines as text/plain, or JSON with text, or with amount, note, category, day and kind, and an id of at most 255 "
        "characters."
    )


def post_too_large(voice: Voice, most: int) -> str:
    """Say how large a body may be."""
    return voice.say("A body here has {most} bytes at most.", most=most)


def nothing_recorded(voice: Voice) -> str:
    """Title the answer to a post of which nothing is recorded."""
    return voice.say("Nothing is recorded")


def key_reused(voice: Voice) -> str:
    """Say that an idempotency key came with another body."""
    return voice.say("This idempotency key came before, with another body. Take a new key for each entry.")


def still_running(voice: Voice) -> str:
    """Say that the first request of an idempotency key is not answered yet."""
    return voice.say("The first request with this idempotency key is still being handled.")


def not_answered(voice: Voice) -> str:
    """Say that a request can't be answered."""
    return voice.say("This request can't be answered.")


def not_just_now(voice: Voice) -> str:
    """Title the error of a database that is not available."""
    return voice.say("Not just now")


def ledger_unavailable(voice: Voice) -> str:
    """Say that the database is not available."""
    return voice.say("The ledger can't be reached just now. Please try again in a moment.")


def went_wrong(voice: Voice) -> str:
    """Title a failure."""
    return voice.say("Something went wrong")


def it_is_logged(voice: Voice) -> str:
    """Say what becomes of a failure."""
    return voice.say("Something went wrong here. It is logged, and trying again later may help.")


def not_allowed(voice: Voice) -> str:
    """Title the error of a missing token."""
    return voice.say("Not allowed")


def needs_the_token(voice: Voice) -> str:
    """Say which token is missing."""
    return voice.say("This needs the token that METRICS_TOKEN sets.")


def no_such_week(voice: Voice) -> str:
    """Title the error of a week that can't be read."""
    return voice.say("No such week")


def how_to_write_a_week(voice: Voice) -> str:
    """Say how a week is written."""
    return voice.say("Write the week as one day of it, like ?week=2026-03-14.")


def no_such_size(voice: Voice) -> str:
    """Title the error of a picture's size that can't be read."""
    return voice.say("No such picture")


def how_to_write_a_size(voice: Voice, least: int, most: int) -> str:
    """Say how a picture's size and colours are written."""
    return voice.say(
        "Write its width and height in pixels, {least} to {most} each, like ?size=800x480, and &ink=1 for black and white.",
        least=str(least),
        most=str(most),
    )


def no_such_month(voice: Voice) -> str:
    """Title the error of a month that can't be read."""
    return voice.say("No such month")


def how_to_write_a_month(voice: Voice) -> str:
    """Say how a month is written."""
    return voice.say("Write the month like ?month=2026-11.")


def no_such_period(voice: Voice) -> str:
    """Title the error of a period that there is not."""
    return voice.say("No such period")


def which_periods(voice: Voice) -> str:
    """Say which periods there are."""
    return voice.say("There is ?period=pay, ?month=2026-11 and ?week=2026-03-14.")


def no_such_category(voice: Voice) -> str:
    """Title the error of a category that there is not."""
    return voice.say("No such category")


def where_categories_are(voice: Voice) -> str:
    """Say where the categories are."""
    return voice.say("This budget has no category of that key. The link without ?category shows all of them.")


def no_pay_period(voice: Voice) -> str:
    """Title the error of a pay period before the first paycheck."""
    return voice.say("No pay period yet")


def how_a_pay_period_begins(voice: Voice) -> str:
    """Say how a pay period begins."""
    return voice.say("A pay period begins with the first paycheck.")


def no_calendar(voice: Voice) -> str:
    """Title the error of a calendar that a link does not have."""
    return voice.say("No calendar")


def sums_have_no_calendar(voice: Voice) -> str:
    """Say why a link has no calendar."""
    return voice.say("This link shows sums alone, and a calendar names bills. Ask for a link that shows everything.")


def request(voice: Voice, request_id: str) -> str:
    """Name a request as the log does."""
    return voice.say("Request {id}", id=request_id)
