"""What every button with numbers holds to: they come from outside, and a database stores them."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Checked:
    """A button whose numbers are at least zero and fit 64 bits: raises ValueError for any other."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, int) and not 0 <= value < 2**63:
                raise ValueError(field.name)
