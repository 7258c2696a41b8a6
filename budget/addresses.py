"""Where an address is reached from."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def opens_here_alone(address: str) -> bool:
    """Whether an address opens only on the computer that runs the bot: `http://localhost:8000`."""
    host = urlsplit(address).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        number = ip_address(host)
    except ValueError:  # a name
        return False
    return number.is_loopback or number.is_unspecified
