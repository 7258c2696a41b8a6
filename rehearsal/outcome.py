"""Runs the workflow once, and compares what came of it with what must be."""

import contextlib
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from rehearsal.workflow import PULL_REQUEST, Rehearsal, steps
from rehearsal.world import World, Wrong, answers


@dataclass(frozen=True)
class Picture:
    """The state of the cloud: for each stack its image, its template and the processes that serve it; and the pushed tags."""

    stacks: dict[str, tuple[str, str]]
    serving: dict[str, int]
    tags: frozenset[str]

    @classmethod
    def of(cls, world: World) -> "Picture":
        """Return the state now."""
        made = {name: each for name, each in world.cloud.stacks.items() if each.running is not None}
        stacks = {name: (each.parameters["Image"], each.template) for name, each in made.items()}
        serving = {name: id(each.running) for name, each in made.items()}
        return cls(stacks, serving, frozenset(world.cloud.registry.tags()))


def rehearse(world: World, *, fail_at: str | None = None, fork: bool = False, already: str = "") -> None:
    """Run the workflow once and check its outcome. Steps named in ``already`` are not run again. Raises `Wrong`."""
    what = "a fork" if fork else f"failing at {fail_at}" if fail_at else "green"
    over = "over a production that stands" if "budgetbot-prod" in world.cloud.stacks else "from nothing"
    print(f"\n== {what}, {over}")
    before, begin, held = Picture.of(world), time.monotonic(), dict(world.cloud.parameters)
    (world.folder / "gh.log").unlink(missing_ok=True)
    (world.folder / "head-moved").unlink(missing_ok=True)
    run = Rehearsal(world, fail_at, fork, already)
    run.run()
    world.cloud.parameters.update(held)
    shutil.rmtree(f".road/{run.identity}-1", ignore_errors=True)
    for job, step, outcome, seconds in run.rows:
        print(
            f"   {job:<13} {step:<14} {outcome:<9} {seconds:5.1f} s"
            if seconds >= 0.05
            else f"   {job:<13} {step:<14} {outcome}"
        )
    after = Picture.of(world)
    failing = "refuse-forks" if fork else fail_at
    hold_order(run, failing)
    if failing in {None, "merge"}:
        _hold_deployed(world, before, after)
    else:
        _hold_undone(world, before, after, untouched=failing not in {"deploy-prod", "smoke-prod"})
    _hold_told(world, run, failing, fork=fork)
    left = marked(run.identity)
    _hold(not left, f"processes are left: {', '.join(left)}")
    print(f"   as it must be, {time.monotonic() - begin:.1f} s")


def _hold(so: bool, otherwise: str) -> None:
    if not so:
        raise Wrong(otherwise)


def hold_order(run: Rehearsal, failing: str | None) -> None:
    """Check that all steps before the failing one ran, that it failed, and that only the clean-up ran after it."""
    job_of = {step: job for job, step, _, _ in run.rows}
    _hold(failing is None or run.outcome(failing) == "FAILED", f"{failing} did not fail")
    reached = False
    for job, step, outcome, _ in run.rows:
        if step == failing:
            reached = True
        elif step in {"clean", "report"}:
            wanted = "ok" if failing and job_of[failing] == job and failing != "refuse-forks" else "not run"
            _hold(outcome == wanted, f"{step}: {outcome}, and not {wanted}")
        elif job != "tell":
            wanted_ = {"not run", "skipped"} if reached else {"ok", "stood in"}
            _hold(outcome in wanted_, f"{step}: {outcome}")


def _hold_deployed(world: World, before: Picture, after: Picture) -> None:
    images = {name: image for name, (image, _) in after.stacks.items()}
    _hold(images.keys() == {"budgetbot-qa", "budgetbot-prod"}, f"the stacks are {sorted(images)}")
    _hold(len(set(images.values())) == 1, "production has another image than QA")
    _hold(images != {name: image for name, (image, _) in before.stacks.items()}, "the image is the former one")
    _hold(len(after.tags - before.tags) == 1, f"not one tag was pushed: {sorted(after.tags - before.tags)}")
    for name, stack in world.cloud.stacks.items():
        _hold(stack.parameters["Shift"] == "gradual", f"{name} would not move gradually")
        _hold(stack.running is not None and answers(f"{stack.running.api}/readyz"), f"{name} is not ready")


def _hold_undone(world: World, before: Picture, after: Picture, *, untouched: bool) -> None:
    _hold(after.stacks == before.stacks, f"stacks: {_short(before)} before, {_short(after)} after")
    _hold(after.tags == before.tags, f"a pushed tag is left: {sorted(after.tags - before.tags)}")
    if untouched:
        name = "budgetbot-prod"
        _hold(before.serving.get(name) == after.serving.get(name), "production was touched")
    for name, stack in world.cloud.stacks.items():
        _hold(stack.running is not None and answers(f"{stack.running.api}/readyz"), f"{name} is not ready any more")


def _hold_told(world: World, run: Rehearsal, failing: str | None, *, fork: bool) -> None:
    asked = world.asked_of_github()
    merges = [each for each in asked if each[:2] == ["pr", "merge"]]
    comments = [each for each in asked if each[:2] == ["pr", "comment"]]
    head = run.contexts["github"]["event"]["pull_request"]["head"]["sha"]
    wanted = [["pr", "merge", PULL_REQUEST, "--squash", "--match-head-commit", head]]
    _hold(merges == (wanted if failing in {None, "merge"} else []), f"merges: {merges}")
    _hold(len(comments) == (1 if failing and not fork else 0), f"comments: {comments}")
    if comments:
        said = comments[0][comments[0].index("--body") + 1]
        script = next(each["run"] for _, each in steps() if each["name"] == failing)
        step = script.partition("pipeline.sh ")[2]
        _hold(
            said.startswith(f"Not merged: {step}:" if step else "Not merged: production has it"), f"it was told: {said}"
        )
        print(f"      · told: {said.splitlines()[0]}")


def _short(picture: Picture) -> str:
    return ", ".join(f"{name} …{image[-8:]}" for name, (image, _) in sorted(picture.stacks.items())) or "none"


def marked(identity: str) -> list[str]:
    """Return the processes that a run's steps left behind: those that have its number in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"GITHUB_RUN_ID={identity}".encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")[:100])
    return found
