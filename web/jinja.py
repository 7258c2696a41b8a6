"""The Jinja2 environment of the HTML and SVG templates. Jinja2 itself is imported with the first page, to keep start-up short."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from web.labels import chart_label

if TYPE_CHECKING:
    from jinja2 import Environment, Template

TEMPLATES = Path(__file__).parent / "templates"


def render(name: str, **values: object) -> str:
    """Render a template of the folder `templates`. HTML and XML characters in the values are escaped."""
    return _template(name).render(values)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # otherwise every page checks whether the file of its base template has changed
    )
    environment.filters["chart_label"] = chart_label
    return environment


@cache
def _template(name: str) -> "Template":
    return _environment().get_template(name)
