"""`bot.replies` and `bot.buttons` give what their modules define, each name once."""

import importlib
import pkgutil
from collections import Counter
from types import ModuleType

import pytest

from bot import buttons, replies


def defined_in(package: ModuleType) -> list[tuple[str, object]]:
    """Return the public functions and classes of a package's modules."""
    names = [found.name for found in pkgutil.iter_modules(package.__path__)]
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return [
        (name, value)
        for module in modules
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
    ]


@pytest.mark.parametrize(("package", "inside"), [(replies, {"shown_lines", "wording"}), (buttons, {"forms"})])
def test_each_public_name_of_a_module_is_reached_from_its_package(package: ModuleType, inside: set[str]) -> None:
    """A star import lets the last of two equal names win in silence. ``inside`` are the modules that only others of theirs use."""
    found = [
        (name, value)
        for name, value in defined_in(package)
        if str(getattr(value, "__module__", "")).rpartition(".")[2] not in inside
    ]

    assert len(found) > 50
    assert {name: times for name, times in Counter(name for name, _ in found).items() if times > 1} == {}
    assert [name for name, value in found if getattr(package, name, None) is not value] == []
