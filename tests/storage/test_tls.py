"""Whose password goes where: a server elsewhere is believed only with its certificate."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
import trustme
from sqlalchemy import make_url

from budget.errors import LedgerUnavailable
from storage.engine import make_engine, what_a_repeat_can_cure
from storage.tls import is_here, secured, weakness

PASSWORD = "correct-horse-battery"


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("postgresql://me:secret@localhost/book", True),
        ("postgresql://me:secret@127.0.0.1:5433/book", True),
        ("postgresql://me:secret@[::1]/book", True),
        ("postgresql:///book", True),
        ("postgresql://me@/book?host=/var/run/postgresql", True),
        ("postgresql://me:secret@database/book", True),  # a name in a container network
        ("postgresql://me:secret@db.example.org/book", False),
        ("postgresql://me:secret@192.168.1.5/book", False),
        ("postgresql://me:secret@/book?host=db.example.org", False),
        ("postgresql://me:secret@/book?host=localhost,db.example.org", False),
        ("postgresql://me:secret@[2001:db8::5]/book", False),
    ],
)
def test_a_server_is_here_or_elsewhere(url: str, *, here: bool) -> None:
    assert is_here(make_url(url)) is here
    assert (secured(make_url(url), {}).query == make_url(url).query) is here


@pytest.mark.parametrize(
    ("url", "environment"),
    [
        ("postgresql://me:secret@/book", {"PGHOST": "db.example.org"}),
        ("postgresql://me:secret@/book", {"PGHOSTADDR": "192.168.1.5"}),
        ("postgresql://me:secret@localhost/book", {"PGHOSTADDR": "192.168.1.5"}),
        ("postgresql://me:secret@/book", {"PGSERVICE": "book"}),
        ("postgresql://me:secret@/book?service=book", {}),
        ("postgresql://me:secret@3232235781/book", {}),  # 192.168.1.5
        ("postgresql://me:secret@0xc0a80105/book", {}),
    ],
)
def test_a_server_that_libpq_is_told_of_elsewhere_is_verified_too(url: str, environment: dict[str, str]) -> None:
    assert not is_here(make_url(url), environment)
    assert secured(make_url(url), environment).query["sslmode"] == "verify-full"


def test_the_variables_of_a_server_here_change_nothing() -> None:
    for environment in ({"PGHOST": "/var/run/postgresql"}, {"PGHOST": "localhost"}, {"PGHOSTADDR": "127.0.0.1"}):
        assert is_here(make_url("postgresql:///book"), environment)
    assert is_here(make_url("postgresql://localhost/book"), {"PGHOST": "db.example.org"})  # the URL's own host counts


@pytest.mark.parametrize(
    ("query", "environment", "mode", "roots", "weak"),
    [
        ("", {}, "verify-full", True, None),
        ("?sslmode=verify-full", {}, "verify-full", True, None),
        ("?sslmode=verify-full&sslrootcert=/own.pem", {}, "verify-full", "/own.pem", None),
        ("?sslrootcert=/own.pem", {}, "verify-full", "/own.pem", None),
        ("", {"PGSSLROOTCERT": "/own.pem"}, "verify-full", None, None),
        ("", {"PGSSLMODE": "verify-full"}, None, True, None),
        ("", {"PGSSLMODE": "prefer"}, None, None, "prefer"),
        ("?sslmode=require", {}, "require", None, "require"),
        ("?sslmode=verify-ca", {}, "verify-ca", True, "verify-ca"),
        ("?sslmode=disable", {}, "disable", None, "disable"),
    ],
)
def test_a_server_elsewhere_is_verified_unless_something_else_is_asked_for(
    query: str, environment: dict[str, str], mode: str | None, roots: str | bool | None, weak: str | None
) -> None:
    url = make_url(f"postgresql://me:secret@db.example.org/book{query}")
    said = secured(url, environment).query
    assert said.get("sslmode") == mode
    held = said.get("sslrootcert")
    assert (isinstance(held, str) and held.endswith((".crt", ".pem"))) if roots is True else held == roots
    assert weakness(url, environment) == weak


class ManInTheMiddle:
    """A server that takes TLS with a certificate of its own, and asks for the password in the clear (the protocol's code 3)."""

    def __init__(self, name: str) -> None:
        self.authority = trustme.CA()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(name).configure_cert(self.context)
        self.heard = b""
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                plain, _ = self._listening.accept()
                plain.settimeout(5)
                with suppress(OSError), plain:
                    plain.recv(8)  # SSLRequest
                    plain.sendall(b"S")
                    with self.context.wrap_socket(plain, server_side=True) as secret:
                        secret.recv(4096)  # the start-up message
                        secret.sendall(b"R\x00\x00\x00\x08\x00\x00\x00\x03")
                        self.heard += secret.recv(4096)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()


@pytest.fixture
def man() -> Iterator[ManInTheMiddle]:
    found = ManInTheMiddle("db.example.org")
    yield found
    found.close()


def tried(man: ManInTheMiddle, query: str) -> str:
    """Return what is said of a connection to a name elsewhere, whose address is the man's."""
    url = f"postgresql://me:{PASSWORD}@db.example.org:{man.port}/book?hostaddr=127.0.0.1{query}"
    engine = make_engine(url, kept=0, timeout=2)
    with pytest.raises(LedgerUnavailable) as said, what_a_repeat_can_cure(), engine.connect():
        pass
    engine.dispose()
    return str(said.value)


def test_nobody_in_between_is_handed_the_password(man: ManInTheMiddle) -> None:
    said = tried(man, "")
    assert PASSWORD.encode() not in man.heard
    assert "certificate can't be verified" in said
    assert PASSWORD not in said


def test_who_asks_for_less_is_told_by_doctor_what_it_means(man: ManInTheMiddle) -> None:
    """`require` encrypts and verifies nothing: this is what `weakness` warns of."""
    tried(man, "&sslmode=require")
    assert PASSWORD.encode() in man.heard


def test_a_certificate_of_an_authority_of_ones_own_is_trusted(man: ManInTheMiddle) -> None:
    with man.authority.cert_pem.tempfile() as roots:
        tried(man, f"&sslrootcert={roots}")
    assert PASSWORD.encode() in man.heard, "it was believed, and asked for the password"


def test_a_certificate_for_another_name_is_not() -> None:
    other = ManInTheMiddle("other.example.org")
    with other.authority.cert_pem.tempfile() as roots:
        tried(other, f"&sslrootcert={roots}")
    other.close()
    assert PASSWORD.encode() not in other.heard
