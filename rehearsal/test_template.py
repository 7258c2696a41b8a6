"""Checks the template for QA and for production, as CloudFormation would get it after SAM's transform.

.venv-road/bin/python -m pytest --config-file=/dev/null rehearsal/test_template.py
"""

import functools
import json
from collections.abc import Iterator
from typing import Any

import pytest

from rehearsal.expand import TEMPLATE, carried_out, expand
from rehearsal.permissions import listed

DIGEST = "sha256:" + 64 * "a"
IMAGE = f"123456789012.dkr.ecr.us-east-1.amazonaws.com/budgetbot@{DIGEST}"
STAGES = ("qa", "prod")
both = pytest.mark.parametrize("stage", STAGES)


@functools.cache
def stack(stage: str, **more: str) -> dict[str, Any]:
    return carried_out({"Stage": stage, "Image": IMAGE, **more})


def resources(stage: str, kind: str, **more: str) -> dict[str, Any]:
    found = stack(stage, **more)["Resources"]
    return {name: each["Properties"] for name, each in found.items() if each["Type"] == f"AWS::{kind}"}


def only(stage: str, kind: str, **more: str) -> dict[str, Any]:
    (found,) = resources(stage, kind, **more).values()
    properties: dict[str, Any] = found
    return properties


def statements(stage: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield what each policy statement of the stack grants: the actions, and on what."""
    for role in resources(stage, "IAM::Role").values():
        for policy in role.get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                yield listed(statement["Action"]), listed(statement["Resource"])


# --- the function and its versions ---


@both
def test_every_function_is_the_one_image_named_by_its_digest(stage: str) -> None:
    functions = resources(stage, "Lambda::Function")

    assert {each["Code"]["ImageUri"] for each in functions.values()} == {IMAGE}
    assert {each["PackageType"] for each in functions.values()} == {"Image"}
    assert {tuple(each["Architectures"]) for each in functions.values()} == {("x86_64",)}


@both
def test_a_migration_has_the_most_time_that_there_is(stage: str) -> None:
    """What else takes longer than a minute ends its process: tests/app/test_aws_lambda.py."""
    assert {each["Timeout"] for each in resources(stage, "Lambda::Function").values()} == {900}


def test_a_tag_is_refused_where_a_digest_is_asked_for() -> None:
    with pytest.raises(ValueError, match="Image may not be"):
        carried_out({"Stage": "qa", "Image": "repository/budgetbot:latest"})


@both
def test_the_alias_live_takes_the_traffic(stage: str) -> None:
    alias = only(stage, "Lambda::Alias")
    arn = f"arn:aws:lambda:us-east-1:123456789012:function:budgetbot-{stage}:live"

    assert alias["Name"] == "live"
    assert only(stage, "ApiGatewayV2::Integration")["IntegrationUri"] == arn
    assert {each["FunctionName"] for each in resources(stage, "Lambda::Permission").values()} == {arn}
    assert {each["Targets"][0]["Arn"] for each in resources(stage, "Events::Rule").values()} == {arn}
    assert stack(stage)["Outputs"]["LiveAlias"] == arn


def test_another_image_is_another_version() -> None:
    """SAM's transform names a version by what it hashes; under the same name CloudFormation would publish nothing."""

    def version(image: str) -> str:
        (name,) = resources("prod", "Lambda::Version", Image=image)
        return name

    assert version(IMAGE) != version(IMAGE.replace(DIGEST, "sha256:" + 64 * "b"))


@both
def test_the_environment_says_where_the_settings_are_and_holds_no_secret(stage: str) -> None:
    assert resources(stage, "Lambda::Function")["App"]["Environment"]["Variables"] == {
        "SECRETS_FROM": f"ssm:/budgetbot/{stage}/",
        "PUBLIC_URL": "https://api.execute-api.us-east-1.amazonaws.com",
        "TELEGRAM_MODE": "webhook",
        "LOG_FORMAT": "json",
    }


def test_a_domain_of_ones_own_is_the_public_address() -> None:
    own = "https://budget.example.org"
    variables = resources("prod", "Lambda::Function", PublicUrl=own)["App"]["Environment"]["Variables"]

    assert variables["PUBLIC_URL"] == stack("prod", PublicUrl=own)["Outputs"]["PublicUrl"] == own


@both
def test_concurrency_is_reserved_only_where_it_is_asked_for(stage: str) -> None:
    assert "ReservedConcurrentExecutions" not in resources(stage, "Lambda::Function")["App"]
    asked = resources(stage, "Lambda::Function", ReservedConcurrency="7")["App"]
    assert asked["ReservedConcurrentExecutions"] == "7"


# --- how traffic moves ---


def test_production_moves_by_a_canary_that_alarms_and_a_hook_watch() -> None:
    group, alarms = only("prod", "CodeDeploy::DeploymentGroup"), resources("prod", "CloudWatch::Alarm")
    update = stack("prod")["Resources"]["AppAliaslive"]["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"]
    hook = resources("prod", "Lambda::Function")["PreTraffic"]

    assert group["DeploymentConfigName"] == "CodeDeployDefault.LambdaCanary10Percent5Minutes"
    assert {each["Name"] for each in group["AlarmConfiguration"]["Alarms"]} == {"newversionfails", "apifails"}
    assert "DEPLOYMENT_STOP_ON_ALARM" in group["AutoRollbackConfiguration"]["Events"]
    assert update["BeforeAllowTrafficHook"] == hook["FunctionName"] == "CodeDeployHook_budgetbot-prod"
    assert hook["ImageConfig"] == {"Command": ["main.pre_traffic"]}
    assert hook["Environment"]["Variables"] == {
        "NEW_VERSION": "arn:aws:lambda:us-east-1:123456789012:function:budgetbot-prod:1"
    }
    assert {"Name": "ExecutedVersion", "Value": "1"} in alarms["NewVersionFails"]["Dimensions"]


@pytest.mark.parametrize(("stage", "shift"), [("qa", "gradual"), ("qa", "at-once"), ("prod", "at-once")])
def test_everything_else_moves_at_once_and_asks_nobody(stage: str, shift: str) -> None:
    group = only(stage, "CodeDeploy::DeploymentGroup", Shift=shift)
    update = stack(stage, Shift=shift)["Resources"]["AppAliaslive"]["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"]

    assert group["DeploymentConfigName"] == "CodeDeployDefault.LambdaAllAtOnce"
    assert not group.get("AlarmConfiguration", {}).get("Alarms")
    assert "BeforeAllowTrafficHook" not in update


def test_qa_has_no_hook() -> None:
    assert list(resources("qa", "Lambda::Function")) == ["App"]


# --- least privilege ---


@both
def test_no_grant_is_for_everything(stage: str) -> None:
    found = list(statements(stage))

    assert found
    for actions, granted in found:
        assert not any("*" in action for action in actions), actions
        for arn in granted:
            # A star may only stand for the streams, versions or groups of a thing that is named before it.
            name, star, rest = arn.partition("*")
            assert not star or (
                not rest
                and name.endswith((f"budgetbot-{stage}:", f"budgetbot-{stage}-ServerlessDeploymentApplication/"))
            )


@both
def test_the_app_may_read_its_own_settings_and_write_its_own_log(stage: str) -> None:
    role = resources(stage, "IAM::Role")["AppRole"]
    granted = role["Policies"][0]["PolicyDocument"]["Statement"]

    assert "ManagedPolicyArns" not in role
    assert [listed(each["Action"]) for each in granted] == [
        ["logs:CreateLogStream", "logs:PutLogEvents"],
        ["ssm:GetParametersByPath"],
    ]
    other = "prod" if stage == "qa" else "qa"
    assert other not in json.dumps(granted)


@both
def test_only_codedeploy_has_a_policy_of_aws_and_that_is_the_limited_one(stage: str) -> None:
    managed = {
        (name, policy)
        for name, role in resources(stage, "IAM::Role").items()
        for policy in role.get("ManagedPolicyArns", [])
    }
    limited = "arn:aws:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited"
    assert managed == {("ShiftRole", limited)}


# --- the API, the logs, the alarms ---


@both
def test_the_api_stands_at_its_default_stage_throttled_and_logged(stage: str) -> None:
    served = only(stage, "ApiGatewayV2::Stage")

    assert served["StageName"] == "$default"
    assert served["DefaultRouteSettings"] == {"ThrottlingBurstLimit": 40, "ThrottlingRateLimit": 20}
    assert served["AccessLogSettings"]["DestinationArn"].endswith(f"log-group:/aws/vendedlogs/budgetbot-{stage}:*")
    assert only(stage, "ApiGatewayV2::Route")["RouteKey"] == "$default"


@both
def test_the_access_log_is_json_and_says_no_path_for_that_of_a_share_link_is_a_secret(stage: str) -> None:
    line = json.loads(only(stage, "ApiGatewayV2::Stage")["AccessLogSettings"]["Format"])

    assert line["status"] == "$context.status"
    assert not [each for each in line.values() if "path" in each.lower() or "routeKey" in each]


@both
def test_no_log_is_kept_for_ever(stage: str) -> None:
    groups = resources(stage, "Logs::LogGroup")
    written = {each["LoggingConfig"]["LogGroup"] for each in resources(stage, "Lambda::Function").values()}

    assert {each["RetentionInDays"] for each in groups.values()} == {"30"}
    assert written < {each["LogGroupName"] for each in groups.values()}
    for name in groups:
        assert stack(stage)["Resources"][name]["DeletionPolicy"] == "Delete"


@both
@pytest.mark.parametrize("topic", ["", "arn:aws:sns:us-east-1:123456789012:alarms"])
def test_alarms_tell_whoever_wants_to_be_told(stage: str, topic: str) -> None:
    alarms = resources(stage, "CloudWatch::Alarm", AlarmTopic=topic)

    assert {(each["Namespace"], each["MetricName"]) for each in alarms.values()} == {
        ("AWS/Lambda", "Errors"),
        ("AWS/Lambda", "Throttles"),
        ("AWS/ApiGateway", "5xx"),
        ("budgetbot", "UpdatesLetGo"),
    }
    assert {tuple(each.get("AlarmActions", ())) for each in alarms.values()} == {(topic,) if topic else ()}


@both
def test_the_book_is_added_up_every_night_and_what_is_due_is_said_every_five_minutes(stage: str) -> None:
    rules = resources(stage, "Events::Rule").values()
    tasks = {each["ScheduleExpression"]: json.loads(each["Targets"][0]["Input"]) for each in rules}
    assert tasks == {"cron(17 3 * * ? *)": {"task": "verify"}, "rate(5 minutes)": {"task": "keep"}}


@both
def test_nothing_goes_in_a_circle(stage: str) -> None:
    """CloudFormation refuses a circle; with SAM's own HTTP API there was one, by way of PUBLIC_URL."""
    plain = expand(TEMPLATE.read_text(), {"Stage": stage, "Image": IMAGE})["Resources"]
    needs = {name: set(references(each)) & plain.keys() for name, each in plain.items()}
    while free := {name for name, needed in needs.items() if not needed}:
        needs = {name: needed - free for name, needed in needs.items() if name not in free}
    assert needs == {}


def references(value: Any) -> Iterator[str]:
    match value:
        case {"Ref": str(name)} | {"Fn::GetAtt": [str(name), _]}:
            yield name
        case {"Fn::Sub": found}:
            text = found if isinstance(found, str) else found[0]
            yield from (part.split("}")[0].split(".")[0] for part in text.split("${")[1:])
        case dict():
            yield from listed(value.get("DependsOn", []))
            for each in value.values():
                yield from references(each)
        case list():
            for each in value:
                yield from references(each)
        case _:
            pass
