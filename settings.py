"""Every knob, read once from the environment and `.env`.

Each is declared once, with its meaning and its default as a person would type it; reading, complaining and
`.env.example` follow from that. Secrets are `SecretStr`, and what was typed for them is never echoed.
"""

import difflib
import ipaddress
import re
import zoneinfo
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlsplit

from dotenv.parser import parse_stream
from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

Read = Callable[[str], object]
Fetch = Callable[[str], Mapping[str, str]]
"""Reads the variables that a place such as `ssm:/budgetbot/qa/` holds. Raises SettingsError."""
Demands = Callable[[Mapping[str, str]], Iterable[str]]
"""What a place where the program runs demands of the variables that are set: a plain sentence for each that it lacks."""
LogFormat = Literal["console", "json"]
LogLevel = Literal["debug", "info", "warning", "error", "critical"]
TelegramMode = Literal["polling", "webhook"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SOURCE = r"ssm:/[\w./-]+|secretsmanager:[\w/+=.@:-]+"
# Other programs' variables are none of our business: in the environment only these beginnings are surely meant for us.
OUR_PREFIXES = ("TELEGRAM_", "ALLOWED_", "WEEK_")


class SettingsError(Exception):
    """Everything that is wrong with the settings, one plain sentence a line, without secrets."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class AllowedUsers:
    """Who may use the bot: `user_id in allowed_users`. Nobody at first, and then it is false."""

    ids: frozenset[int] = frozenset()
    everyone: bool = False

    def __contains__(self, user_id: int) -> bool:
        return self.everyone or user_id in self.ids

    def __bool__(self) -> bool:
        return self.everyone or bool(self.ids)


# Readers take what was typed and give a value, or a ValueError whose words complete "PORT is 'x': …, e.g. PORT=8000".


def _shaped(pattern: str, otherwise: str) -> Read:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(otherwise)
        return text

    return read


def _one_of(*words: str) -> Read:
    def read(text: str) -> str:
        if text.lower() not in words:
            raise ValueError(f"it must be {', '.join(words[:-1])} or {words[-1]}")
        return text.lower()

    return read


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > 65535:
        raise ValueError("it must be a number from 1 to 65535, or 0 for any free port")
    return int(text)


def _weekday(text: str) -> int:
    if text.lower() not in WEEKDAYS:
        raise ValueError("it must be a weekday")
    return WEEKDAYS.index(text.lower())


def _timezone(text: str) -> str:
    try:
        zoneinfo.ZoneInfo(text)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):  # OSError: "Europe" is a folder
        raise ValueError("it must be the name of a time zone") from None
    return text


def _allowed_users(text: str) -> AllowedUsers:
    if text == "*":
        return AllowedUsers(everyone=True)
    ids = [part.strip() for part in text.split(",") if part.strip()]
    if not all(re.fullmatch("[0-9]{1,19}", each) and 0 < int(each) < 2**63 for each in ids):
        raise ValueError("it must be Telegram user ids (numbers, not @names) separated by commas, or * for everyone")
    return AllowedUsers(frozenset(map(int, ids)))


def _networks(text: str) -> tuple[str, ...]:
    """Return addresses and networks, each as `ipaddress` writes it."""
    try:
        return tuple(str(ipaddress.ip_network(part.strip(), strict=False)) for part in text.split(",") if part.strip())
    except ValueError:
        raise ValueError("it must be addresses or networks separated by commas") from None


def _count(least: int, most: int) -> Read:
    def read(text: str) -> int:
        if not re.fullmatch("[0-9]{1,6}", text) or not least <= int(text) <= most:
            raise ValueError(f"it must be a number from {least} to {most}")
        return int(text)

    return read


def _http_url(text: str) -> str:
    """Return the root of a site without a slash at its end: `/path` can be appended."""
    scheme, _, rest = text.partition("://")
    if (
        scheme.lower() not in {"http", "https"}
        or not re.fullmatch(r"[^\s/?#@]+(/[^\s?#]*)?", rest)
        or not _parses(text)
    ):
        raise ValueError("it must be an http or https address, without a password, ? or #")
    return f"{scheme.lower()}://{rest.rstrip('/')}"


def _database_url(text: str) -> str:
    scheme, _, rest = text.partition("://")
    match scheme.lower():
        case "sqlite" if not rest.strip("/") or ":memory:" in rest or "mode=memory" in rest:
            raise ValueError("it must name a file, for what is only in memory is lost")
        case "sqlite" if "?" in rest:
            raise ValueError("it would name another file; a ? in a file's name is written %3F")
        case "sqlite" if rest.startswith("/"):
            return f"sqlite://{rest}"
        case "postgres" | "postgresql" if rest and not re.search(r"\s", rest) and _parses(text):
            return f"postgresql://{rest}"
        case "postgres" | "postgresql":
            raise ValueError("it is no address; / ? # @ % inside a password are written %2F %3F %23 %40 %25")
        case _:
            raise ValueError("it must be sqlite:///path or postgresql://user:password@host/name")


def _parses(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.port is None or bool(parts.hostname)
    except ValueError:  # a bad port, a bad IPv6 address
        return False


def _by(read: Read) -> BeforeValidator:
    return BeforeValidator(lambda text: None if text is None else read(text))


def _knob(meaning: str, default: str | None = None, *, example: str | None = None, name: str | None = None) -> Any:
    """Declare a setting: its default is read like what people type; its variable is named like it, or `name`."""
    return Field(default, alias=name, description=meaning, examples=[example or default or ""], validate_default=True)


class Settings(BaseSettings):
    """The settings, read and checked; `load` builds them."""

    model_config = SettingsConfigDict(alias_generator=str.upper, frozen=True)

    telegram_bot_token: Annotated[
        SecretStr | None,
        _by(_shaped("[0-9]{1,18}:[A-Za-z0-9_-]+", "it must look like 123456:ABC, as @BotFather gives it")),
    ] = _knob("From @BotFather; without it the bot runs as a chat in the terminal.")
    telegram_api_url: Annotated[str, _by(_http_url)] = _knob(
        "Root of the Bot API server, where it is not Telegram's own.", "https://api.telegram.org"
    )
    asked_telegram_mode: Annotated[Literal["auto", TelegramMode], _by(_one_of("auto", "polling", "webhook"))] = _knob(
        "auto, polling or webhook; auto is webhook where PUBLIC_URL is https.", "auto", name="TELEGRAM_MODE"
    )
    telegram_webhook_secret: Annotated[
        SecretStr | None, _by(_shaped("[A-Za-z0-9_-]{1,256}", "it must be 1 to 256 of A-Z, a-z, 0-9, _ and -"))
    ] = _knob("Needed in webhook mode: 1 to 256 of A-Z, a-z, 0-9, _ and -, for instance from: openssl rand -hex 32")
    allowed_users: Annotated[AllowedUsers, _by(_allowed_users)] = _knob(
        "Telegram user ids that may use the bot, separated by commas, or * for everyone. Without it: nobody.",
        "",
        example="123456789,987654321",
    )
    asked_public_url: Annotated[str | None, _by(_http_url)] = _knob(
        "Where the HTTP side is reached from outside; share links begin with it. Without it: http://localhost:PORT.",
        example="https://budget.example.org",
        name="PUBLIC_URL",
    )
    database_url: Annotated[SecretStr, _by(_database_url)] = _knob(
        "sqlite:///path (four slashes: from the root) or postgresql://user:password@host/name.", "sqlite:///budget.db"
    )
    backup_to: Annotated[str | None, _by(str)] = _knob(
        "Where the program backs the book up by itself: a folder, better on another disk, or s3://bucket/prefix.",
        example="/var/backups/budgetbot",
    )
    backup_every: Annotated[int, _by(_count(1, 24 * 30))] = _knob("... every so many hours,", "24")
    backup_keep: Annotated[int, _by(_count(1, 1000))] = _knob("... and how many of the backups stay there.", "14")
    state_dir: Annotated[str | None, _by(str)] = _knob(
        "Where it is noted which update is being handled, where the book is on a server; it should outlive the process.",
        example="/var/lib/budgetbot",
    )
    host: Annotated[str, _by(_shaped(r"[\w.:-]+", "it must be an address to listen on"))] = _knob(
        "Where the HTTP side listens; 0.0.0.0 is everywhere.", "127.0.0.1"
    )
    port: Annotated[int, _by(_port)] = _knob("The HTTP side's port; 0 is any free one.", "8000")
    trusted_proxies: Annotated[tuple[str, ...], _by(_networks)] = _knob(
        "Proxies in front of the HTTP side, separated by commas: only they are believed whom they speak for.",
        "",
        example="10.0.0.0/8",
    )
    metrics_token: Annotated[
        SecretStr | None,
        _by(_shaped("[A-Za-z0-9_.~+/=-]{16,256}", "it must be 16 to 256 of A-Z, a-z, 0-9 and _.~+/=-")),
    ] = _knob("Opens /metrics, as a bearer token, for instance from: openssl rand -hex 32. Without it there are none.")
    currency: str = _knob("What a new budget starts with: the currency's three letters,", "USD")
    locale: str = _knob("... how numbers and dates are written,", "en_US")
    timezone: Annotated[str, _by(_timezone)] = _knob("... the time zone,", "UTC", example="Europe/Zurich")
    week_starts_on: Annotated[int, _by(_weekday)] = _knob("... and the first day of the week.", "monday")  # monday: 0
    secrets_from: Annotated[
        str | None,
        _by(_shaped(_SOURCE, "it must be ssm:/path/ or secretsmanager:name")),
    ] = _knob(
        "Where on AWS more of these variables are: parameters under ssm:/path/, or a JSON object in secretsmanager:name.",
        example="ssm:/budgetbot/qa/",
    )
    otel_exporter_otlp_endpoint: Annotated[str | None, _by(_http_url)] = _knob(
        "Where traces go: a collector of OpenTelemetry, by OTLP over HTTP. Without it there are none.",
        example="http://127.0.0.1:4318",
    )
    log_level: Annotated[LogLevel, _by(_one_of(*get_args(LogLevel)))] = _knob(
        "debug, info, warning, error or critical.", "info"
    )
    log_format: Annotated[LogFormat, _by(_one_of(*get_args(LogFormat)))] = _knob(
        "console, for people, or json, for machines.", "console"
    )

    @property
    def telegram_mode(self) -> TelegramMode:
        return _mode(self.asked_telegram_mode, self.telegram_bot_token, self.public_url)

    @property
    def public_url(self) -> str:
        return self.asked_public_url or f"http://localhost:{self.port}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the base class's signature
        init_settings: PydanticBaseSettingsSource,
        *_: Any,
        **__: Any,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Nothing is read behind the caller's back: `load` is told what the environment is."""
        return (init_settings,)


KNOBS = {str(field.alias): field for field in Settings.model_fields.values()}


def load(
    environ: Mapping[str, str],
    *,
    env_file: Path | None,
    checks: Mapping[str, Read],
    fetch: Fetch | None = None,
    defaults: Mapping[str, str] | None = None,
    demands: Demands = lambda _: (),
) -> Settings:
    """Read `environ`; where that is silent `env_file`, then what `fetch` finds where SECRETS_FROM points, then `defaults`.

    What is empty counts as not set. `checks` holds, by variable, what the rules think of a value: each raises ValueError with a
    plain sentence. Raises SettingsError with every mistake at once, but alone where secrets can't be read: all else would follow.
    """
    in_file, mistakes = _read_env_file(env_file) if env_file else ({}, [])
    given = _set_in(in_file) | _set_in(environ)
    source = given.get("SECRETS_FROM", "")
    if fetch is not None and _is_source(source):
        given = _set_in(fetch(source)) | given
    given = dict(defaults or {}) | given
    ours = {name: text for name, text in given.items() if name in KNOBS}
    settings = None
    try:
        settings = Settings.model_validate(ours)
    except ValidationError as error:  # echoes what was typed, so only our own words are taken out of it
        for each in error.errors(include_input=False, include_url=False):
            name = str(each["loc"][0])
            mistakes.append(_mistake(name, ours[name], each["ctx"]["error"]))
    for name, check in checks.items():
        text = ours.get(name, KNOBS[name].default)
        try:
            check(text)
        except ValueError as error:
            mistakes.append(_mistake(name, text, error))
    mistakes += _missing_for_webhook(ours)
    mistakes += demands(ours)
    mistakes += _near_misses(ours, {name for name in given if name in in_file or name.upper().startswith(OUR_PREFIXES)})
    if settings is None or mistakes:
        raise SettingsError(tuple(mistakes))
    return settings


def _set_in(found: Mapping[str, str]) -> dict[str, str]:
    return {name: text.strip() for name, text in found.items() if text.strip()}


def _is_source(text: str) -> bool:
    return re.fullmatch(_SOURCE, text) is not None


def example_env() -> str:
    """Return `.env.example`: every setting, commented out, with its meaning and its default or an example."""
    lines = ["# Copy this file to .env and take the # away from what you set. The environment wins over .env."]
    for name, knob in KNOBS.items():
        lines += ["", f"# {knob.description}", f"#{name}={knob.default or _example(name)}"]
    return "\n".join(lines) + "\n"


def _read_env_file(path: Path) -> tuple[dict[str, str], list[str]]:
    """Return what the file sets and what is wrong with it. Nothing is expanded: a $ in a password is a $."""
    found: dict[str, str] = {}
    mistakes: list[str] = []
    try:
        with path.open(encoding="utf-8") as file:
            for binding in parse_stream(file):
                if binding.key and binding.value is not None:
                    found[binding.key] = binding.value
                elif binding.error or binding.key:
                    text = binding.original.string  # with the empty lines before it
                    line = binding.original.line + text.removesuffix(text.lstrip()).count("\n")
                    mistakes.append(f"{path.name}, line {line}: it must read NAME=value, with quotes in pairs")
    except FileNotFoundError:
        pass  # everything may be in the environment
    except UnicodeDecodeError:
        mistakes.append(f"{path.name} is not UTF-8 text: save it as such")
    except OSError as error:
        mistakes.append(f"{path.name} cannot be read: {error.strerror}")
    return found, mistakes


def _mistake(name: str, text: str, why: object) -> str:
    kind = KNOBS[name].annotation
    # An address with a password and a bot's token, pasted into the wrong line, are secrets too.
    secret = SecretStr in {kind, *get_args(kind)} or re.search(r"://\S*@|[0-9]:[\w-]{20}", text)
    said = "wrong" if secret else repr(text if len(text) <= 60 else f"{text[:59]}…")
    return f"{name} is {said}: {why}" + (f", e.g. {name}={_example(name)}" if _example(name) else "")


def _example(name: str) -> str:
    return "".join(KNOBS[name].examples or [])


def _mode(asked: str, token: object, public_url: str) -> TelegramMode:
    return "webhook" if asked == "webhook" or (asked == "auto" and token and public_url[:6] == "https:") else "polling"


def _missing_for_webhook(ours: Mapping[str, str]) -> Iterator[str]:
    """Say what webhook mode lacks, from the raw text: it is said even where other settings are wrong."""
    url = ours.get("PUBLIC_URL", "").lower()
    if _mode(ours.get("TELEGRAM_MODE", "auto").lower(), ours.get("TELEGRAM_BOT_TOKEN"), url) == "webhook":
        if "TELEGRAM_WEBHOOK_SECRET" not in ours:
            yield "TELEGRAM_WEBHOOK_SECRET is missing: webhook mode needs one, for instance from: openssl rand -hex 32"
        if not url.startswith("https:"):
            yield f"PUBLIC_URL is not https: webhook mode needs it, e.g. PUBLIC_URL={_example('PUBLIC_URL')}"


def _near_misses(ours: Mapping[str, str], names: set[str]) -> Iterator[str]:
    """Find the names that are surely a slip. (TELEGRAM_API_ID, which the Bot API server wants, is far enough.)"""
    for name in sorted(names - KNOBS.keys()):
        for meant in difflib.get_close_matches(name.upper(), KNOBS.keys() - ours.keys(), n=1, cutoff=0.85):
            yield f"{name} is not a setting: write {meant}=… instead"
