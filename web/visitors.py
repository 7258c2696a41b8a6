"""Identifies a visitor by IP address, also behind trusted reverse proxies."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.requests import Request

Network = IPv4Network | IPv6Network

_MOST_FORWARDED = 20
"""Addresses of `X-Forwarded-For` that are read, counted from the end; longer chains of proxies hardly exist."""


class Visitors:
    """Identifies visitors by address. Behind a trusted proxy it is the address that the proxy reports."""

    def __init__(self, trusted: Sequence[str]) -> None:
        self._trusted: list[Network] = [ip_network(each, strict=False) for each in trusted]

    def of(self, request: Request) -> str:
        """Return the address of a request's client. Of an IPv6 address it is the /64 network, which one household shares."""
        address = _address(request.client.host if request.client else "")
        if address is not None and self._trusts(address):
            address = self._reported(request, address)
        if isinstance(address, IPv6Address):
            return str(ip_network((address, 64), strict=False))
        return str(address)

    def _reported(self, request: Request, proxy: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
        """Return the client's address as the trusted proxies report it.

        Each proxy appends the address that connected to it. So the last address that is not a trusted proxy's is the client;
        all addresses before it are the client's own claims.
        """
        address = proxy
        header = ",".join(request.headers.getlist("x-forwarded-for"))
        for text in reversed(header.rsplit(",", _MOST_FORWARDED)[-_MOST_FORWARDED:]):
            reported = _address(text.strip())
            if reported is None:
                break
            address = reported
            if not self._trusts(address):
                break
        return address

    def _trusts(self, address: IPv4Address | IPv6Address) -> bool:
        return any(address in network for network in self._trusted if network.version == address.version)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """Parse an address with or without a port. An IPv4-mapped IPv6 address becomes its IPv4 address."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address
