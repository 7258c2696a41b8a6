"""Rate limits and remembered tokens: what is allowed, and that their memory is bounded."""

from datetime import timedelta

from tests.chat import SUNDAY
from web.rate_limits import RateLimit, RecentTokens


def test_a_rate_limit_forgets_the_key_unseen_for_longest_and_never_exceeds_its_burst() -> None:
    clock = [SUNDAY]
    limit = RateLimit(1, 10, lambda: clock[0], most=2)

    assert [limit.take(who) for who in ("a", "a", "b", "c")] == [0, 10, 0, 0]
    assert limit.take("a") == 0, "forgotten"
    clock[0] += timedelta(seconds=4)
    assert limit.take("a") == 6
    clock[0] -= timedelta(seconds=60)
    assert limit.take("a") == 6, "a clock that is set back takes nothing away"
    limit.give_back("nobody")
    limit.give_back("a")
    assert limit.take("a") == 0


def test_recent_tokens_may_be_forgotten_after_a_time() -> None:
    clock = [0.0]
    tokens = RecentTokens(seconds=60, clock=lambda: clock[0])
    tokens.add("a")

    clock[0] = 59.9
    assert tokens.has("a")
    clock[0] = 60
    assert not tokens.has("a")
    tokens.add("a")
    assert tokens.has("a")


def test_recent_tokens_forget_the_one_added_first() -> None:
    tokens = RecentTokens(most=2)
    for token in "abc":
        tokens.add(token)

    assert [tokens.has(token) for token in "abc"] == [False, True, True]
