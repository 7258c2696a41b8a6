import subprocess
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path

import pytest

from settings import AllowedUsers, Settings, SettingsError, example_env, load

ROOT = Path(__file__).parent.parent.parent
TOKEN = "123456:ABC-def_GHI"
SECRET = "s3cret-Word"
HTTPS = "https://budget.example.org"


def settings(env_file: Path | None = None, /, **environ: str) -> Settings:
    return load(environ, env_file=env_file, checks={})


def complaints(env_file: Path | None = None, /, **environ: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        settings(env_file, **environ)
    return caught.value.lines


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def test_everything_has_a_default() -> None:
    plain = settings()

    assert plain.telegram_bot_token is None
    assert plain.telegram_api_url == "https://api.telegram.org"
    assert plain.telegram_mode == "polling"
    assert plain.telegram_webhook_secret is None
    assert plain.allowed_users == AllowedUsers()
    assert plain.public_url == "http://localhost:8000"
    assert plain.database_url.get_secret_value() == "sqlite:///budget.db"
    assert (plain.host, plain.port) == ("127.0.0.1", 8000)
    assert (plain.currency, plain.locale, plain.timezone, plain.week_starts_on) == ("USD", "en_US", "UTC", 0)
    assert (plain.log_level, plain.log_format) == ("info", "console")


@pytest.mark.parametrize(
    ("variable", "text", "attribute", "value"),
    [
        ("TELEGRAM_API_URL", "http://127.0.0.1:8081/", "telegram_api_url", "http://127.0.0.1:8081"),
        ("TELEGRAM_API_URL", "HTTP://[::1]:8081/bot-api/", "telegram_api_url", "http://[::1]:8081/bot-api"),
        ("PUBLIC_URL", f"{HTTPS}/", "public_url", HTTPS),
        ("PUBLIC_URL", f"{HTTPS}/budget//", "public_url", f"{HTTPS}/budget"),
        ("PORT", "1", "port", 1),
        ("PORT", "65535", "port", 65535),
        ("PORT", "0", "port", 0),
        ("PORT", " 8080\n", "port", 8080),
        ("PORT", "9000", "public_url", "http://localhost:9000"),
        ("HOST", "0.0.0.0", "host", "0.0.0.0"),  # noqa: S104 - nothing listens
        ("HOST", "::1", "host", "::1"),
        ("TIMEZONE", "Europe/Zurich", "timezone", "Europe/Zurich"),
        ("WEEK_STARTS_ON", "monday", "week_starts_on", 0),
        ("WEEK_STARTS_ON", "Sunday", "week_starts_on", 6),
        ("WEEK_STARTS_ON", "THURSDAY", "week_starts_on", 3),
        ("LOG_LEVEL", "DEBUG", "log_level", "debug"),
        ("TRUSTED_PROXIES", "10.1.2.3/8, ::1 ,", "trusted_proxies", ("10.0.0.0/8", "::1/128")),
        ("TRUSTED_PROXIES", "", "trusted_proxies", ()),
        ("LOG_FORMAT", "Json", "log_format", "json"),
        ("TELEGRAM_MODE", "Polling", "telegram_mode", "polling"),
        ("CURRENCY", "", "currency", "USD"),
        ("CURRENCY", "  ", "currency", "USD"),
    ],
)
def test_what_people_type_becomes_a_value(variable: str, text: str, attribute: str, value: object) -> None:
    assert getattr(settings(**{variable: text}), attribute) == value


@pytest.mark.parametrize(
    ("text", "database_url"),
    [
        ("sqlite:///budget.db", "sqlite:///budget.db"),
        ("sqlite:////var/lib/budget.db", "sqlite:////var/lib/budget.db"),
        ("sqlite:///what%3F.db", "sqlite:///what%3F.db"),
        ("SQLite:///Budget.db", "sqlite:///Budget.db"),
        ("postgresql://me:pw@db.example.org:5432/budget", "postgresql://me:pw@db.example.org:5432/budget"),
        ("postgres://me:p$%40@db/budget?sslmode=require", "postgresql://me:p$%40@db/budget?sslmode=require"),
        ("postgresql:///budget", "postgresql:///budget"),
        ("postgresql:///budget?host=/run/postgresql", "postgresql:///budget?host=/run/postgresql"),
    ],
)
def test_the_database_is_a_file_or_a_server(text: str, database_url: str) -> None:
    assert settings(DATABASE_URL=text).database_url.get_secret_value() == database_url


@pytest.mark.parametrize(
    ("text", "welcome", "unwelcome"),
    [
        ("", [], [0, 1, 42]),
        ("*", [1, 42, 2**63 - 1], []),
        ("42", [42], [1]),
        ("1, 42,", [1, 42], [2]),
        (str(2**63 - 1), [2**63 - 1], [2**62]),
    ],
)
def test_only_those_allowed_may_use_the_bot(text: str, welcome: list[int], unwelcome: list[int]) -> None:
    allowed = settings(ALLOWED_USERS=text).allowed_users

    assert all(user in allowed for user in welcome)
    assert not any(user in allowed for user in unwelcome)
    assert bool(allowed) == bool(welcome)


@pytest.mark.parametrize(
    ("environ", "mode"),
    [
        ({}, "polling"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN}, "polling"),
        ({"PUBLIC_URL": HTTPS}, "polling"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "PUBLIC_URL": "http://192.168.1.2"}, "polling"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "PUBLIC_URL": HTTPS, "TELEGRAM_WEBHOOK_SECRET": SECRET}, "webhook"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "PUBLIC_URL": HTTPS, "TELEGRAM_MODE": "polling"}, "polling"),
        ({"TELEGRAM_MODE": "webhook", "PUBLIC_URL": "HTTPS://x.org", "TELEGRAM_WEBHOOK_SECRET": SECRET}, "webhook"),
    ],
)
def test_auto_is_webhook_where_telegram_can_reach_us(environ: dict[str, str], mode: str) -> None:
    assert settings(**environ).telegram_mode == mode


@pytest.mark.parametrize(
    ("variable", "text", "complaint"),
    [
        ("TELEGRAM_BOT_TOKEN", "ABC", "is wrong: it must look like 123456:ABC, as @BotFather gives it"),
        ("TELEGRAM_BOT_TOKEN", "123456:", "is wrong: it must look like 123456:ABC, as @BotFather gives it"),
        ("TELEGRAM_WEBHOOK_SECRET", "a b", "is wrong: it must be 1 to 256 of A-Z, a-z, 0-9, _ and -"),
        ("TELEGRAM_WEBHOOK_SECRET", "x" * 257, "is wrong: it must be 1 to 256 of A-Z, a-z, 0-9, _ and -"),
        ("TELEGRAM_MODE", "push", "is 'push': it must be auto, polling or webhook, e.g. TELEGRAM_MODE=auto"),
        (
            "ALLOWED_USERS",
            "@ann",
            (
                "is '@ann': it must be Telegram user ids (numbers, not @names) separated by commas, or * for everyone, "
                "e.g. ALLOWED_USERS=123456789,987654321"
            ),
        ),
        ("PORT", "http", "is 'http': it must be a number from 1 to 65535, or 0 for any free port, e.g. PORT=8000"),
        ("HOST", "http://x", "is 'http://x': it must be an address to listen on, e.g. HOST=127.0.0.1"),
        ("TIMEZONE", "Mars", "is 'Mars': it must be the name of a time zone, e.g. TIMEZONE=Europe/Zurich"),
        ("WEEK_STARTS_ON", "someday", "is 'someday': it must be a weekday, e.g. WEEK_STARTS_ON=monday"),
        ("METRICS_TOKEN", "short", "is wrong: it must be 16 to 256 of A-Z, a-z, 0-9 and _.~+/=-"),
        (
            "TRUSTED_PROXIES",
            "proxy.local",
            "is 'proxy.local': it must be addresses or networks separated by commas, e.g. TRUSTED_PROXIES=10.0.0.0/8",
        ),
        ("LOG_FORMAT", "xml", "is 'xml': it must be console or json, e.g. LOG_FORMAT=console"),
        (
            "LOG_LEVEL",
            "x" * 61,
            f"is '{'x' * 59}…': it must be debug, info, warning, error or critical, e.g. LOG_LEVEL=info",
        ),
        (
            "PUBLIC_URL",
            "budget.example.org",
            (
                "is 'budget.example.org': it must be an http or https address, without a password, ? or #, "
                "e.g. PUBLIC_URL=https://budget.example.org"
            ),
        ),
        (
            "DATABASE_URL",
            "sqlite://",
            "is wrong: it must name a file, for what is only in memory is lost, e.g. DATABASE_URL=sqlite:///budget.db",
        ),
        (
            "DATABASE_URL",
            "mysql://me@db/budget",
            (
                "is wrong: it must be sqlite:///path or postgresql://user:password@host/name, "
                "e.g. DATABASE_URL=sqlite:///budget.db"
            ),
        ),
    ],
)
def test_a_mistake_is_said_in_plain_words(variable: str, text: str, complaint: str) -> None:
    assert complaints(**{variable: text}) == (f"{variable} {complaint}",)


@pytest.mark.parametrize(
    ("variable", "texts"),
    [
        ("PORT", ["65536", "-1", "80.5", "1_000", "８０００", "100000"]),  # int() would read some of them
        ("ALLOWED_USERS", ["0", "-100123", "*,1", "1;2", "1 2", str(2**63), "１２"]),
        ("TIMEZONE", ["Europe", "../etc/passwd", "/etc/passwd", "Europe/Zürich"]),
        ("WEEK_STARTS_ON", ["0", "mon", "lundi"]),
        ("HOST", ["a b", "a,b"]),
        ("TELEGRAM_API_URL", ["ftp://x", "https://", "https:///x", "http://x:port", "http://x:70000", "http://[::1"]),
        ("PUBLIC_URL", ["https://x?y", "https://x#y", "https://x y", "https://:80", "//x"]),
        ("DATABASE_URL", ["budget.db", "sqlite:budget.db", "sqlite://budget.db", "sqlite:///", "sqlite:////"]),
        ("DATABASE_URL", ["sqlite:///what?.db"]),
        ("DATABASE_URL", [":memory:", "sqlite:///:memory:", "sqlite:///file:x?mode=memory&uri=true"]),
        ("DATABASE_URL", ["postgresql://", "postgresql://h:port/x", "postgresql://h/a b", "postgresql://me:a#b@h/x"]),
    ],
)
def test_what_is_not_understood_is_refused(variable: str, texts: list[str]) -> None:
    for text in texts:
        (line,) = complaints(**{variable: text})
        assert line.startswith(f"{variable} is "), text


def test_every_mistake_is_said_at_once(env_file: Path) -> None:
    env_file.write_text("PORT=http\nnonsense\nLOG_LEVELS=debug\n")

    lines = complaints(env_file, WEEK_STARTS_ON="someday", TELEGRAM_TOKEN=TOKEN, TELEGRAM_MODE="webhook", HOST="a b")

    assert [line.split()[0] for line in lines] == [
        ".env,",
        "HOST",
        "PORT",
        "WEEK_STARTS_ON",
        "TELEGRAM_WEBHOOK_SECRET",
        "PUBLIC_URL",
        "LOG_LEVELS",
        "TELEGRAM_TOKEN",
    ]


def test_webhook_mode_needs_a_secret_and_https() -> None:
    assert complaints(TELEGRAM_MODE="webhook") == (
        "TELEGRAM_WEBHOOK_SECRET is missing: webhook mode needs one, for instance from: openssl rand -hex 32",
        "PUBLIC_URL is not https: webhook mode needs it, e.g. PUBLIC_URL=https://budget.example.org",
    )
    assert [line.split()[0] for line in complaints(TELEGRAM_BOT_TOKEN=TOKEN, PUBLIC_URL=HTTPS)] == [
        "TELEGRAM_WEBHOOK_SECRET"
    ]


def test_the_rules_judge_what_only_they_know() -> None:
    def known_currency(text: str) -> None:
        if text not in {"USD", "CHF"}:
            raise ValueError("it must be a currency")

    def load_with(environ: Mapping[str, str]) -> Settings:
        return load(environ, env_file=None, checks={"CURRENCY": known_currency})

    assert load_with({}).currency == "USD"
    assert load_with({"CURRENCY": "CHF"}).currency == "CHF"
    with pytest.raises(
        SettingsError, match=r"^PORT is .*\nCURRENCY is 'XYZ': it must be a currency, e\.g\. CURRENCY=USD$"
    ):
        load_with({"CURRENCY": "XYZ", "PORT": "x"})


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("telegram_bot_token", "TELEGRAM_BOT_TOKEN"),
        ("ALLOWED_USER", "ALLOWED_USERS"),
        ("ALLOWED_USER_IDS", "ALLOWED_USERS"),
        ("WEEK_START_ON", "WEEK_STARTS_ON"),
    ],
)
def test_a_slip_in_a_name_is_pointed_out(name: str, meant: str) -> None:
    assert complaints(**{name: "x"}) == (f"{name} is not a setting: write {meant}=… instead",)


@pytest.mark.parametrize("name", ["PATH", "LOG_LEVELS", "DATABASE_URLS", "TELEGRAM_API_ID", "TELEGRAM_API_HASH"])
def test_other_programs_variables_are_none_of_our_business(name: str) -> None:
    assert settings(**{name: "x"}) == settings()


def test_another_bots_token_beside_ours_is_no_slip_nor_is_an_empty_one() -> None:
    settings(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_BOT_TOKEN_QA=TOKEN)
    settings(TELEGRAM_TOKEN="")


def test_the_environment_wins_over_the_file_unless_it_is_empty(env_file: Path) -> None:
    env_file.write_text("PORT=1\nHOST=from-file\nLOG_LEVEL=debug\n")

    read = settings(env_file, PORT="2", HOST="")

    assert (read.port, read.host, read.log_level) == (2, "from-file", "debug")


def test_the_file_is_read_as_people_write_it(env_file: Path) -> None:
    env_file.write_text(
        "\ufeff# mine\r\n\r\nexport PORT = 9000 # http\r\nHOST='localhost'\r\nLOG_LEVEL=\r\n"
        'DATABASE_URL="postgresql://me:a$b${PORT}%23c@db/x"\r\nCOMPOSE_PROJECT_NAME=budget\r\n'
    )

    read = settings(env_file)

    assert (read.port, read.host, read.log_level) == (9000, "localhost", "info")
    assert read.database_url.get_secret_value() == "postgresql://me:a$b${PORT}%23c@db/x"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("PORT=1\nTELEGRAM_BOT_TOKEN\n", 2),
        (f"\n\n{TOKEN}\n", 3),
        (f'# mine\n\nTELEGRAM_BOT_TOKEN="{TOKEN}\nPORT=1\n', 3),
        ("PORT=1\n=2\n", 2),
        ("HOST='a' b\n", 1),
    ],
)
def test_a_line_that_cannot_be_read_is_named_but_not_shown(env_file: Path, text: str, line: int) -> None:
    env_file.write_text(text)

    assert complaints(env_file) == (f".env, line {line}: it must read NAME=value, with quotes in pairs",)


def test_a_file_that_cannot_be_read_is_said_so(env_file: Path) -> None:
    env_file.write_bytes("HOST=Zürich".encode("latin-1"))
    assert complaints(env_file) == (".env is not UTF-8 text: save it as such",)

    env_file.unlink()
    assert settings(env_file) == settings()

    env_file.mkdir()
    assert complaints(env_file) == (".env cannot be read: Is a directory",)


def test_secrets_stay_out_of_sight() -> None:
    secrets = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "DATABASE_URL": "postgresql://me:hunter2@db/x",
    }

    read = settings(**secrets)

    assert read.telegram_bot_token is not None
    assert read.telegram_bot_token.get_secret_value() == TOKEN
    for shown in (repr(read), str(read), f"{read}", str(read.model_dump()), read.model_dump_json()):
        assert not any(secret in shown for secret in (TOKEN, SECRET, "hunter2"))


@pytest.mark.parametrize(
    ("variable", "text", "secret"),
    [
        ("TELEGRAM_BOT_TOKEN", "123456-oops-ABCDEF", "oops"),
        ("TELEGRAM_WEBHOOK_SECRET", "oops oops", "oops"),
        ("DATABASE_URL", "mysql://me:oops@db/x", "oops"),
        ("DATABASE_URL", "postgresql://me@db:oops/x", "oops"),
        ("PUBLIC_URL", "https://me:oops@example.org", "oops"),
        ("TELEGRAM_API_URL", "https://me:oops@example.org", "oops"),
        ("PORT", "123456789:oops-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "oops"),
        ("TELEGRAM_TOKEN", "oops", "oops"),
    ],
)
def test_not_even_a_wrong_secret_is_shown(variable: str, text: str, secret: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings(**{variable: text})

    assert secret not in "".join(traceback.format_exception(caught.value))
    assert secret not in repr(caught.value)
    assert caught.value.__context__ is None


def test_settings_are_frozen_and_read_only_what_they_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "9999")

    read = settings()

    assert read.port == 8000
    with pytest.raises(ValueError, match="frozen"):
        read.port = 1  # type: ignore[misc]


def test_the_environment_wins_over_secrets_and_they_over_defaults(env_file: Path) -> None:
    asked: list[str] = []

    def fetch(source: str) -> dict[str, str]:
        asked.append(source)
        return {"PORT": "1", "HOST": "::1", "TIMEZONE": "Europe/Zurich", "LOCALE": "", "NOT_OURS": "x"}

    env_file.write_text("SECRETS_FROM=ssm:/budgetbot/qa/\nHOST=0.0.0.0\n")
    defaults = {"LOG_FORMAT": "json", "TIMEZONE": "UTC", "PORT": "2"}

    read = load({"PORT": "3"}, env_file=env_file, checks={}, fetch=fetch, defaults=defaults)

    assert asked == ["ssm:/budgetbot/qa/"]
    assert (read.port, read.host, read.timezone, read.log_format) == (3, "0.0.0.0", "Europe/Zurich", "json")  # noqa: S104 - nothing listens
    assert read.locale == "en_US", "what is empty is not set"


def test_secrets_that_can_not_be_read_are_the_only_complaint() -> None:
    def fetch(source: str) -> dict[str, str]:
        raise SettingsError((f"SECRETS_FROM={source}: nothing is there",))

    with pytest.raises(SettingsError) as caught:
        load({"SECRETS_FROM": "secretsmanager:mine", "PORT": "oops"}, env_file=None, checks={}, fetch=fetch)

    assert caught.value.lines == ("SECRETS_FROM=secretsmanager:mine: nothing is there",)


@pytest.mark.parametrize("source", ["vault:/x", "ssm:budgetbot", "secretsmanager:", "/budgetbot/qa/", "ssm:/a b"])
def test_a_place_of_no_kind_is_not_asked(source: str) -> None:
    def fetch(_: str) -> dict[str, str]:
        raise AssertionError

    with pytest.raises(
        SettingsError, match=r"SECRETS_FROM is .*: it must be ssm:/path/ or secretsmanager:name, e.g. SECR"
    ):
        load({"SECRETS_FROM": source}, env_file=None, checks={}, fetch=fetch)


def test_a_place_may_demand_more_and_all_is_said_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        load({"PORT": "oops"}, env_file=None, checks={}, demands=lambda given: [f"{len(given)} is not enough"])

    assert caught.value.lines[0].startswith("PORT is 'oops'")
    assert caught.value.lines[1] == "1 is not enough"


def test_the_example_file_is_what_the_settings_say() -> None:
    assert (ROOT / ".env.example").read_text() == example_env(), "make format writes it anew"


def test_the_example_file_can_be_used_as_it_is(env_file: Path) -> None:
    env_file.write_text(example_env())
    assert settings(env_file) == settings()

    env_file.write_text(example_env().replace("\n#", "\n").replace("\n ", "\n# "))
    assert settings(env_file, TELEGRAM_MODE="polling").public_url == HTTPS


def test_settings_know_no_room_and_do_nothing_on_import(tmp_path: Path) -> None:
    code = "import settings, sys; print(sorted({'main', 'budget', 'storage', 'bot', 'web'} & sys.modules.keys()))"

    shown = subprocess.check_output(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PORT": "wrong"},
        stderr=subprocess.STDOUT,
        text=True,
    )

    assert shown == "[]\n"
