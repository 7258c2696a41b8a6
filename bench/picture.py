"""The week's picture, or the same drawn by matplotlib: `python -m bench.picture NAME` prints the milliseconds of import and first
picture, and of a repeat. (A file of its own, for matplotlib lives in an environment of its own.)
"""

import io
import sys
import time
from collections.abc import Callable

NAMES = ["Fun", "Predictable Necessities", "Unpredictable Necessities", "Other"]
SPENT = [358.95, 79.34, 0.0, 12.5]
LIMITS = [150.0, 100.0, 50.0, 100.0]


def matplotlib() -> bytes:
    """Draw four bars and their limits at the size of ours."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(4, 4), dpi=300)
    axes.barh(NAMES, LIMITS, color="#e6e2d8")
    axes.barh(NAMES, SPENT, color="#1f6f5c", height=0.4)
    axes.set_title("This week")
    figure.tight_layout()
    out = io.BytesIO()
    figure.savefig(out, format="png")
    plt.close(figure)
    return out.getvalue()


def ours() -> Callable[[], bytes]:
    """Return a function that draws the week of a budget in a running program, where the imports of every request are done."""
    import web.routes  # noqa: F401 - likewise
    from bench.subjects import a_summary

    summary = a_summary()

    def draw() -> bytes:
        from languages import ENGLISH
        from web.chart import week_png
        from words.voice import voice_of

        return week_png(voice_of(ENGLISH), summary)

    return draw


def main(name: str) -> None:
    """Draw twice, and print the milliseconds."""
    draw = ours() if name == "ours" else matplotlib
    for _ in range(2):
        begun = time.perf_counter()
        picture = draw()
        print((time.perf_counter() - begun) * 1000)
        if not picture.startswith(b"\x89PNG"):
            raise RuntimeError("no picture")


if __name__ == "__main__":
    main(sys.argv[1])
