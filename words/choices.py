"""Limits, categories and settings."""

from words.voice import Voice, marked


def limits(voice: Voice) -> str:
    """Head the limits."""
    return voice.say("<b>Weekly limits</b>")


def limit(voice: Voice, name: str, amount: str) -> str:
    """Say what one limit is."""
    return voice.say("{name}: {amount}", name=name, amount=amount)


def limit_and_next(voice: Voice, name: str, amount: str, later: str, day: str) -> str:
    """Say what one limit is, and what it is from a day on."""
    return voice.say("{name}: {amount}, from {day} on {later}", name=name, amount=amount, later=later, day=day)


def how_to_change_a_limit(voice: Voice, example: str) -> str:
    """Say how a limit is changed."""
    return voice.say("Tap one to change it, or write <code>/limits {example}</code>", example=example)


def what_a_limit_can_be(voice: Voice) -> str:
    """Say what else can be typed of a limit."""
    return voice.say(
        "Also <code>/limits fun none</code>, <code>/limits fun 150 next week</code>, and <code>/limits fun carry</code>: "
        "what is left or over goes on into the next weeks."
    )


def since(voice: Voice, day: str) -> str:
    """Say since when a limit holds."""
    return voice.say("since {day}", day=day)


def carries_both(voice: Voice) -> str:
    """Say that what is left or over goes on into the next weeks."""
    return voice.say("carries what is left and what is over")


def carries_up(voice: Voice) -> str:
    """Say that what is left goes on into the next weeks."""
    return voice.say("carries what is left")


def carries_down(voice: Voice) -> str:
    """Say that what is over is made up in the next weeks."""
    return voice.say("carries what is over")


def limit_now(voice: Voice, name: str, amount: str, typed: str, example: str) -> str:
    """Say what a limit is, and how to change it: ``typed`` is the name as it is written, ``example`` an amount."""
    return voice.say(
        "{name}: {amount} a week. Tap a new limit, or write <code>/limits {typed} {example}</code>",
        name=name,
        amount=amount,
        typed=typed,
        example=example,
    )


def limit_set(voice: Voice, name: str, amount: str) -> str:
    """Say what a limit is from now on."""
    return voice.say("{name}: {amount} a week from now on.", name=name, amount=amount)


def limit_set_from(voice: Voice, name: str, amount: str, day: str, before: str) -> str:
    """Say what a limit is from a day on, and what it is ``before``, which may be no limit."""
    return voice.say(
        "{name}: {amount} a week from {day} on, {before} until then.", name=name, amount=amount, day=day, before=before
    )


def limit_removed_from(voice: Voice, name: str, day: str, before: str) -> str:
    """Say that a category is only watched from a day on, and what its limit is ``before``."""
    return voice.say("{name} has no limit from {day} on, {before} until then.", name=name, day=day, before=before)


def no_limit(voice: Voice) -> str:
    """Say in the place of an amount that there is no limit."""
    return voice.say("no limit")


def limit_removed(voice: Voice, name: str) -> str:
    """Say that a category is only watched from now on."""
    return voice.say(
        "{name} has no limit from this week on. What is spent there is shown, and limited by nothing.", name=name
    )


def categories(voice: Voice) -> str:
    """Head the categories."""
    return voice.say("<b>Categories</b>, and the words that mean them")


def keywords_of(voice: Voice, name: str, keywords: str) -> str:
    """Say which keywords a category has."""
    return voice.say("{name}: {keywords}", name=name, keywords=keywords)


def no_keywords(voice: Voice) -> str:
    """Say that a category has none."""
    return voice.say("no keywords")


def and_more(voice: Voice, keywords: str, n: int) -> str:
    """Say how many keywords are left out."""
    return voice.say("{keywords}, and {n} more", keywords=keywords, n=voice.number(n))


def keywords_of_one(voice: Voice) -> str:
    """Say how all keywords of one category are shown."""
    return voice.say("<code>/categories fun</code> shows the keywords of one.")


CATEGORY_CHANGES = (
    marked("add Pets 40"),
    marked("rename fun = Play"),
    marked("remove pets"),
    marked("fun +cinema -bar"),
    marked("fun 🎉"),
)
"""How categories are changed: what follows the command."""


def category_examples(voice: Voice) -> str:
    """Show how categories are changed, as whole commands."""
    return "\n".join(f"<code>/categories {voice.typed(example)}</code>" for example in CATEGORY_CHANGES)


def usage_add_category(voice: Voice, name: str, amount: str) -> str:
    """Say that a new category needs a weekly limit."""
    return voice.say(
        "Write its weekly limit behind the name: <code>/categories add {name} {amount}</code>", name=name, amount=amount
    )


def no_category_and_no_change(voice: Voice, name: str) -> str:
    """Say that there is no such category, nor such a change."""
    return voice.say("There is no category “{name}”, and I can't read that as a change.", name=name)


def usage_categories(voice: Voice) -> str:
    """Say how categories are changed."""
    return voice.say("Write it like one of these:\n{examples}", examples=category_examples(voice))


def category_removed(voice: Voice, name: str) -> str:
    """Say that a category is removed."""
    return voice.say("{name} is removed. What was spent there still counts in its weeks.", name=name)


def category_removed_with_limit(voice: Voice, name: str, limit: str) -> str:
    """Say that a category is removed, and that its limit counts no longer."""
    return voice.say(
        "{name} is removed, and its {limit} a week from this week on. What was spent there still counts in its weeks.",
        name=name,
        limit=limit,
    )


def category_changed(voice: Voice, name: str, limit: str, keywords: str) -> str:
    """Say how a category is now."""
    return voice.say("{name}: {limit} a week; {keywords}.", name=name, limit=limit, keywords=keywords)


def limits_blurb(voice: Voice) -> str:
    """Say what /limits is for."""
    return voice.say("see and change weekly limits")


def categories_blurb(voice: Voice) -> str:
    """Say what /categories is for."""
    return voice.say("see and change categories")
