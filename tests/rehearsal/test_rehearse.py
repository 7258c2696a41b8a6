"""The rehearsal reads conditions as GitHub does, and sees what must not be; what it rehearses on needs the road's tools."""

from typing import Any, cast

import pytest

from rehearsal import stand_ins
from rehearsal.expand import resolve
from rehearsal.outcome import hold_order
from rehearsal.workflow import Rehearsal
from rehearsal.world import World, Wrong


def rehearsal(*rows: tuple[str, str, str, float], **contexts: Any) -> Rehearsal:
    return Rehearsal(cast("World", None), rows=list(rows), contexts=contexts)


RUN = rehearsal(
    github={"repository": "somebody/budgetbot", "event": {"pull_request": {"head": {"sha": "abc"}}}},
    needs={"build-deploy": {"result": "failure", "outputs": {"why": "unit: 1 failed"}}},
    steps={"checkout": {"outcome": "success", "outputs": {}}},
)


@pytest.mark.parametrize(
    ("condition", "after_success", "after_failure"),
    [
        (None, True, False),
        ("success()", True, False),
        ("failure()", False, True),
        ("always()", True, True),
        ("${{ !success() }}", False, True),
        ("${{ !success() && steps.checkout.outcome == 'success' }}", False, True),
        ("${{ !success() && steps.checkout.outcome == 'failure' }}", False, False),
        ("github.repository == 'somebody/budgetbot'", True, False),
        ("github.repository != 'somebody/budgetbot'", False, False),
        ("failure() && (github.repository == 'x' || needs.build-deploy.result == 'failure')", False, True),
    ],
)
def test_a_condition_holds_as_on_github(condition: str | None, after_success: bool, after_failure: bool) -> None:
    assert RUN._holds(condition, "success") is after_success
    assert RUN._holds(condition, "failure") is after_failure


def test_expressions_are_filled_in_and_only_an_output_may_be_empty() -> None:
    given = {
        "SHA": "${{ github.event.pull_request.head.sha }}",
        "WHY": "${{ needs.build-deploy.outputs.why || 'nobody knows' }}",
        "URL": "at ${{ steps.checkout.outputs.url }}",
    }
    assert RUN._written(given) == {"SHA": "abc", "WHY": "unit: 1 failed", "URL": "at "}


def test_a_job_knows_only_what_it_needs_and_truth_is_written_as_on_github() -> None:
    run = rehearsal(needs={"qa": {"result": "success"}, "test": {"result": "success"}})
    run._needed = frozenset({"qa"})

    assert run._written({"A": "${{ needs.qa.result == 'success' }}"}) == {"A": "true"}
    with pytest.raises(Wrong, match=r"needs\.test\.result"):
        run._written({"A": "${{ needs.test.result }}"})


@pytest.mark.parametrize("text", ["github.event.pull_request.base.sha", "hashFiles('x')", "github.repository =~ 'x'"])
def test_what_it_does_not_know_it_does_not_guess(text: str) -> None:
    with pytest.raises(Wrong):
        RUN._value(text)


GOOD = [
    ("qa", "build", "ok", 1.0),
    ("qa", "push", "FAILED", 1.0),
    ("qa", "deploy-qa", "not run", 0.0),
    ("qa", "clean", "ok", 1.0),
]
ENDED = {
    "build-deploy": "failure",
    "aftermath": "success",
    "put-back-prod": "skipped",
    "put-back-qa": "skipped",
    "tell": "success",
}


def failed(rows: list[tuple[str, str, str, float]], **ended: str) -> Rehearsal:
    needs = {
        job: {"result": result} for job, result in (ENDED | {k.replace("_", "-"): v for k, v in ended.items()}).items()
    }
    run = rehearsal(*rows, needs=needs)
    run.fail_at = "qa/push"
    return run


@pytest.mark.parametrize(
    ("rows", "ended", "wrong"),
    [
        ([*GOOD[:2], ("qa", "deploy-qa", "ok", 1.0), GOOD[3]], {}, "deploy-qa: ok"),
        ([GOOD[0], ("qa", "push", "ok", 1.0), *GOOD[2:]], {}, "qa/push did not end so: ok"),
        ([("qa", "build", "FAILED", 1.0), *GOOD[1:]], {}, "build: FAILED"),
        ([*GOOD[:3], ("qa", "clean", "not run", 0.0)], {}, "clean: not run"),
        (GOOD, {"build_deploy": "success"}, "build-deploy: success"),
        (GOOD, {"put_back_prod": "success"}, "put-back-prod: success"),
        (GOOD, {"tell": "skipped"}, "tell: skipped"),
    ],
)
def test_an_order_that_must_not_be_is_seen(
    rows: list[tuple[str, str, str, float]], ended: dict[str, str], wrong: str
) -> None:
    hold_order(failed(GOOD))
    with pytest.raises(Wrong, match=wrong):
        hold_order(failed(rows, **ended))


# --- what the template comes to: the references of CloudFormation ---


def test_references_and_conditions_are_worked_out() -> None:
    template = {
        "Parameters": {"Stage": {"AllowedValues": ["qa", "prod"]}, "Days": {"Default": 30}},
        "Conditions": {"Live": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
        "Resources": {
            "Log": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": {"Fn::Sub": "/a/${Stage}"}}},
            "Only": {
                "Type": "X",
                "Condition": "Live",
                "Properties": {"In": {"Fn::Join": [":", [{"Ref": "Log"}, "b"]]}},
            },
            "Both": {
                "Type": "X",
                "Properties": {"A": {"Fn::If": ["Live", 1, {"Ref": "AWS::NoValue"}]}, "D": {"Ref": "Days"}},
            },
        },
    }
    qa, prod = (resolve(template, {"Stage": stage})["Resources"] for stage in ("qa", "prod"))

    assert qa.keys() == {"Log", "Both"}
    assert qa["Both"]["Properties"] == {"D": "30"}
    assert prod["Both"]["Properties"] == {"A": 1, "D": "30"}
    assert prod["Only"]["Properties"] == {"In": "/a/prod:b"}


@pytest.mark.parametrize(
    ("given", "error"),
    [({}, "must be given"), ({"Stage": "test"}, "may not be 'test'"), ({"Stage": "qa", "Stag": "qa"}, "knows no Stag")],
)
def test_parameters_are_held_to_what_the_template_declares(given: dict[str, str], error: str) -> None:
    template = {"Parameters": {"Stage": {"AllowedValues": ["qa", "prod"]}}, "Resources": {}}
    with pytest.raises(ValueError, match=error):
        resolve(template, given)


def test_a_reference_to_nothing_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        resolve({"Resources": {"A": {"Type": "X", "Properties": {"B": {"Ref": "Nothing"}}}}}, {})


@pytest.mark.parametrize(("problem", "said"), [(ConnectionResetError(), False), (ValueError("wrong"), True)])
def test_a_stand_in_says_nothing_of_a_caller_that_was_killed(
    problem: Exception, said: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a run's lost machine is; a fault of its own is shown."""
    server = stand_ins.Telegram().server
    try:
        raise problem
    except type(problem):
        server.handle_error(None, ("127.0.0.1", 1))
    server.server_close()

    assert ("Traceback" in capsys.readouterr().err) is said
