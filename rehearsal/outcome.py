"""Runs the workflow once, and compares what came of it with what must be."""

import contextlib
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, Unpack

from rehearsal.workflow import BOUNDARY, PULL_REQUEST, Rehearsal, steps
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


class Ways(TypedDict, total=False):
    """How a run is to go: the fields of `Rehearsal` of these names."""

    fail_at: str
    cancel_at: str
    lose_at: str
    merged: bool
    fork: bool
    already: str


def rehearse(world: World, *, broken: str | None = None, **ways: Unpack[Ways]) -> None:
    """Run the workflow once and check its outcome. Raises `Wrong`.

    ``broken`` is the status in which an earlier run, or somebody by hand, has left QA's stack.
    """
    run = Rehearsal(world, **ways)
    told = {
        "a fork": run.fork,
        f"failing at {run.fail_at}, yet merged": run.merged,
        f"failing at {run.fail_at}": run.fail_at,
        f"cancelled in {run.cancel_at}": run.cancel_at,
        f"its runner lost in {run.lose_at}": run.lose_at,
        f"over {broken}": broken,
    }
    what = next((way for way, so in told.items() if so), "green")
    over = "over a production that stands" if "budgetbot-prod" in world.cloud.stacks else "from nothing"
    print(f"\n== {what}, {over}")
    before, begin, held = Picture.of(world), time.monotonic(), dict(world.cloud.parameters)
    (world.folder / "gh.log").unlink(missing_ok=True)
    for name in ("head-moved", "merged-yet-failed"):
        (world.folder / name).unlink(missing_ok=True)
    if broken:
        world.cloud.leave("budgetbot-qa", broken)
    run.run()
    world.cloud.parameters.update(held)
    for job, step, outcome, seconds in run.rows:
        print(
            f"   {job:<13} {step:<15} {outcome:<9} {seconds:5.1f} s"
            if seconds >= 0.05
            else f"   {job:<13} {step:<15} {outcome}"
        )
    after = Picture.of(world)
    hold_order(run)
    if run.ended_at is None or run.merged:
        _hold_deployed(world, before, after)
    else:
        touching = {"production/deploy-prod", "production/smoke-prod", "merge/merge"}
        _hold_undone(world, before, after, untouched=run.ended_at not in touching)
    _hold_told(world, run)
    if run.ended_at and not run.merged and run.ended_at.partition("/")[0] in {"qa", "accept", "production", "merge"}:
        _hold_not_in_part(world, run, after)
    for folder in Path(".road").glob(f"{run.identity}-*"):
        shutil.rmtree(folder)
    left = marked(run.identity)
    _hold(not left, f"processes are left: {', '.join(left)}")
    print(f"   as it must be, {time.monotonic() - begin:.1f} s")


def _hold(so: bool, otherwise: str) -> None:
    if not so:
        raise Wrong(otherwise)


_MENDING = {"clean", "clean-prod", "report"}
_AFTERWARDS = {"build-deploy", "aftermath", "put-back-prod", "put-back-qa", "tell"}


def hold_order(run: Rehearsal) -> None:
    """Check that all steps before the one at which the run ends ran, how that one ended, and that only what mends ran after it."""
    ended = run.ended_at
    job_of_end = ended.partition("/")[0] if ended else None
    if ended is not None:
        wanted = "CANCELLED" if run.cancel_at else "LOST" if run.lose_at else "FAILED"
        _hold(run.outcome(ended) == wanted, f"{ended} did not end so: {run.outcome(ended)}")
    reached = False
    for job, step, outcome, _ in run.rows:
        if f"{job}/{step}" == ended:
            reached = True
        elif step in _MENDING:
            if run.lose_at and job == job_of_end:
                continue
            mends = job == job_of_end and not run.fork
            _hold(
                outcome == ("ok" if mends else "skipped" if outcome == "skipped" else "not run"),
                f"{job}/{step}: {outcome}",
            )
        elif job not in _AFTERWARDS:
            _hold(outcome in ({"not run", "skipped"} if reached else {"ok", "stood in"}), f"{job}/{step}: {outcome}")
    _hold_afterwards(run, job_of_end)


def _hold_afterwards(run: Rehearsal, ended_in: str | None) -> None:
    """Check which of the jobs ran that always look whether they are needed."""
    results = {name: found["result"] for name, found in run.contexts["needs"].items()}
    failed = ended_in in {"test", "qa", "accept", "production"}
    _hold(results["build-deploy"] == ("failure" if failed else "success"), f"build-deploy: {results['build-deploy']}")
    lost, refused = run.lose_at is not None, ended_in == "merge" and not run.merged
    production = refused or (lost and ended_in == "production")
    qa = refused or ended_in in {"accept", "production"} or (lost and ended_in == "qa")
    for job, wanted in (
        ("aftermath", ended_in is not None and not run.fork),
        ("put-back-prod", production),
        ("put-back-qa", qa),
        ("tell", ended_in is not None and not run.fork),
    ):
        _hold(results[job] == ("success" if wanted else "skipped"), f"{job}: {results[job]}")


def _hold_deployed(world: World, before: Picture, after: Picture) -> None:
    images = {name: image for name, (image, _) in after.stacks.items()}
    _hold(images.keys() == {"budgetbot-qa", "budgetbot-prod"}, f"the stacks are {sorted(images)}")
    _hold(len(set(images.values())) == 1, "production has another image than QA")
    _hold(images != {name: image for name, (image, _) in before.stacks.items()}, "the image is the former one")
    _hold(len(after.tags - before.tags) == 1, f"not one tag was pushed: {sorted(after.tags - before.tags)}")
    for name, stack in world.cloud.stacks.items():
        _hold(stack.parameters["Shift"] == "gradual", f"{name} would not move gradually")
        own = BOUNDARY.format(name.rpartition("-")[2])
        _hold(stack.parameters["Boundary"] == own, f"{name} has the boundary {stack.parameters['Boundary']}")
        _hold(stack.running is not None and answers(f"{stack.running.api}/readyz"), f"{name} is not ready")


def _hold_undone(world: World, before: Picture, after: Picture, *, untouched: bool) -> None:
    _hold(after.stacks == before.stacks, f"stacks: {_short(before)} before, {_short(after)} after")
    _hold(after.tags == before.tags, f"a pushed tag is left: {sorted(after.tags - before.tags)}")
    if untouched:
        name = "budgetbot-prod"
        _hold(before.serving.get(name) == after.serving.get(name), "production was touched")
    for name, stack in world.cloud.stacks.items():
        _hold(stack.running is not None and answers(f"{stack.running.api}/readyz"), f"{name} is not ready any more")


def _hold_told(world: World, run: Rehearsal) -> None:
    asked = world.asked_of_github()
    merges = [each for each in asked if each[:2] == ["pr", "merge"]]
    comments = [each for each in asked if each[:2] == ["pr", "comment"]]
    head = run.contexts["github"]["event"]["pull_request"]["head"]["sha"]
    wanted = [["pr", "merge", PULL_REQUEST, "--squash", "--match-head-commit", head]]
    ended = run.ended_at
    _hold(merges == (wanted if ended in {None, "merge/merge"} else []), f"merges: {merges}")
    _hold(len(comments) == (1 if ended and not run.fork else 0), f"comments: {comments}")
    if comments:
        said = comments[0][comments[0].index("--body") + 1]
        script = next(each["run"] for job, each in steps() if f"{job}/{each['name']}" == ended)
        step = script.partition("pipeline.sh ")[2]
        job = str(ended).partition("/")[0]
        told = f"Not merged: {step}:" if step else "Not merged: the merge was refused"
        if run.cancel_at:
            told = f"Not merged: the run was cancelled, or took too long, after or in the step {step}\n"
        elif run.lose_at:
            told = f"Not merged: the job {job} failed and says no more"
        elif run.merged:
            told = "Merged, though "
        _hold(said.startswith(told), f"it was told: {said}")
        _hold(("Both stacks are as they were." in said) is not run.merged, f"it was told: {said}")
        print(f"      · told: {said.splitlines()[0]}")


def _hold_not_in_part(world: World, run: Rehearsal, before: Picture) -> None:
    """Run the failed jobs again, as somebody may by a click, and check that it deploys, merges and puts back nothing."""
    ended_in = str(run.ended_at).partition("/")[0]
    for name in ("gh.log", "head-moved"):
        (world.folder / name).unlink(missing_ok=True)
    run.run_failed_again()
    _hold(run.outcome(f"{ended_in}/whole-run") == "FAILED", f"run again in part: {run.rows}")
    for job, step, outcome, _ in run.rows:
        _hold(
            outcome in {"not run", "skipped", "FAILED"} or job == "tell", f"run again in part, {job}/{step}: {outcome}"
        )
    _hold(Picture.of(world) == before, "run again in part, it changed something")
    asked = world.asked_of_github()
    _hold([each[:2] for each in asked] == [["pr", "comment"]], f"run again in part, it asked {asked}")
    _hold(
        "*Re-run all jobs*" in asked[0][-1] and "Nothing was deployed" in asked[0][-1], f"it was told: {asked[0][-1]}"
    )
    print("   (run again in part: refused)")


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
