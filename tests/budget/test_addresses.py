"""Where an address is reached from."""

import pytest

from budget.addresses import opens_here_alone


@pytest.mark.parametrize(
    ("address", "alone"),
    [
        ("http://localhost:8000", True),
        ("http://127.0.0.1:8000", True),
        ("http://127.3.2.1", True),
        ("http://[::1]:8000", True),
        ("http://0.0.0.0:8000", True),
        ("http://bot.localhost", True),
        ("http://192.168.1.5:8000", False),
        ("https://budget.example.org", False),
        ("https://localhost.example.org", False),
        ("", False),
    ],
)
def test_an_address_of_this_computer_opens_here_alone(address: str, *, alone: bool) -> None:
    assert opens_here_alone(address) is alone
