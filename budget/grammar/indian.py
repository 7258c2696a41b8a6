"""Indian numerals: lakhs and crores, ``1.5 lakh``."""

from budget.errors import Refused
from budget.money import Amount, Money, Number

LIQUIDS = frozenset("milk water petrol diesel oil juice coke cola beer wine paint soda ghee curd".split())
"""What is bought by the litre: beside one, `1.5L` is no lakh."""


def times_ten(text: str, zeros: int, money: Money) -> Number | None:
    """Return ``1.5`` with so many zeros: decimals move up into the whole part."""
    try:
        number = money.read(text)
    except Refused:
        return None
    if number is None or number.unsure:
        return None
    return Number(tuple(Amount(amount.minor * 10**zeros) for amount in number.amounts), False, True)
