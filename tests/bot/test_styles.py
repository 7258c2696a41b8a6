"""Which buttons stand out."""

from pathlib import Path

from bot.events import Tapped
from bot.reply import Style
from tests.chat import Say, chat


def styled(say: Say) -> dict[str, Style]:
    """Return the labels of the buttons that stand out."""
    assert say.reply is not None
    return {one.label: one.style for row in say.reply.buttons for one in row if one.style is not None}


def test_what_takes_something_away_is_a_danger(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        assert styled(say) == {}
        say.tap("Change…")
        assert styled(say) == {"Delete": Style.DANGER}
        say("/share")
        assert Style.DANGER in styled(say).values()
        say("/links")
        assert set(styled(say).values()) == {Style.DANGER}
        say("/forget")
        assert list(styled(say).values()) == [Style.DANGER]


def test_the_likely_choice_is_the_primary_one(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("/start")
        assert styled(say) == {"Yes, start": Style.PRIMARY}
        for name in ("Pets", "Books", "Garden", "Bikes"):
            say(f"/categories add {name} 50")
        say("4 pets")
        say("12.50 thing")
        assert styled(say) == {"Pets": Style.PRIMARY}


def test_a_tap_on_what_is_settled_is_told_without_an_alert(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("3 beers 18")
        assert say.reply is not None
        first, second = (one.data for one in [each for row in say.reply.buttons for each in row][:2])
        say.tap_data(first, "one")
        tapped = say.runner.run(say.app.bot.tapped(Tapped(say.owner, say.owner, second, "two")))
        assert (tapped.reply, tapped.alert) == (None, False)
        assert tapped.notice
