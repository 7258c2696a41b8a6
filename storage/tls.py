"""How a connection to a PostgreSQL server is secured: its certificate is verified, unless the server is on this machine.

libpq by itself prefers TLS and verifies nothing: whoever stands in between would be handed the password
(postgresql.org/docs/current/libpq-ssl.html, "SSL Mode Descriptions"). psycopg's wheels bring an OpenSSL that knows no trusted
roots, so `sslrootcert=system` fails there, and a file of roots is named instead.
"""

import ipaddress
import os
import ssl
from collections.abc import Mapping

from sqlalchemy import URL

VERIFIED = "verify-full"
"""libpq's only mode in which nobody in between is handed the password."""
_WITH_ROOTS = frozenset({VERIFIED, "verify-ca"})


def secured(url: URL, environment: Mapping[str, str] = os.environ) -> URL:
    """Return a server's URL, with its certificate verified where it is elsewhere and nothing else is asked for.

    What the URL or libpq's own variables (PGSSLMODE, PGSSLROOTCERT) say stays.
    """
    if is_here(url, environment):
        return url
    said = _said(url, "sslmode") or environment.get("PGSSLMODE")
    added = {} if said else {"sslmode": VERIFIED}
    if (said or VERIFIED) in _WITH_ROOTS and not (_said(url, "sslrootcert") or environment.get("PGSSLROOTCERT")):
        added["sslrootcert"] = _roots()
    return url.update_query_dict(added)


def weakness(url: URL, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the mode by which the password of a server elsewhere could be read in between; None where it can't be."""
    mode = _said(secured(url, environment), "sslmode") or environment.get("PGSSLMODE", "")
    return None if is_here(url, environment) or mode == VERIFIED else mode


def is_here(url: URL, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether all servers of a URL are on this machine or in its own container network.

    That is a socket, a loopback address, or a name without a dot, which no public resolver knows. What the URL leaves open libpq
    takes from its own variables, and from a service, of which nobody knows here where it is.
    """
    if _said(url, "service") or environment.get("PGSERVICE"):
        return False
    host = url.host or _said(url, "host") or environment.get("PGHOST", "")
    said = (host, _said(url, "host"), _said(url, "hostaddr") or environment.get("PGHOSTADDR", ""))
    return all(_is_here(name) for names in said for name in names.split(","))


def _is_here(name: str) -> bool:
    if not name or name.startswith(("/", "@")):  # a socket, in a folder or abstract
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return name == "localhost." or (
            "." not in name and not name[0].isdigit()
        )  # 167772161 is an address, 0xa000001 too


def _said(url: URL, key: str) -> str:
    value = url.query.get(key, "")
    return value if isinstance(value, str) else ",".join(value)


def _roots() -> str:
    """Return the file of trusted roots: the system's, which an administrator may have added to, else certifi's."""
    import certifi

    return ssl.get_default_verify_paths().cafile or certifi.where()
