"""The signs that multiply: `3 x 4.50`, `2 @ 3.20`."""

from budget.grammar.kinds import Words

TIMES = "xX×*"
TIMES_SIGNS = frozenset(TIMES)
OPERATORS = {**dict.fromkeys(TIMES, "×"), "+": "+"}
"""Signs between two numbers, as working shows them."""
JOINING = TIMES_SIGNS | {"@"}
"""Between how many and what one costs."""


def joined_by_sign(words: Words, many_end: int, price_first: int) -> bool:
    """Whether a sign joins how many and a price: `2 @ 3.20`, `2 @3.20`, `2 adults @ 12.50`, but not `3 x beer 4.20`."""
    between = words[many_end:price_first]
    last = bool(between) and between[-1].plain in JOINING
    return last or words[price_first].raw[0] in JOINING or any(word.plain == "@" for word in between)
