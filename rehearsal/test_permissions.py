"""Checks what is made once by hand: who may deploy, what the roles may do, and what no pull request can make of them.

.venv-road/bin/python -m pytest --config-file=/dev/null rehearsal/test_permissions.py
"""

import functools
import json
from collections.abc import Iterator
from typing import Any

import pytest

from rehearsal.expand import bootstrapped
from rehearsal.permissions import Call, allows, listed
from rehearsal.test_template import both, resources, stack


@functools.cache
def bootstrap() -> dict[str, Any]:
    made: dict[str, Any] = bootstrapped()["Resources"]
    return made


def granted(role: str) -> list[dict[str, Any]]:
    (policy,) = bootstrap()[role]["Properties"]["Policies"]
    statements: list[dict[str, Any]] = policy["PolicyDocument"]["Statement"]
    return statements


BOUNDARY = "arn:aws:iam::123456789012:policy/budgetbot-boundary-{stage}"
OTHER = {"qa": "prod", "prod": "qa"}
OF_STAGE = {"qa": ("QaDeployRole", "QaCloudFormationRole"), "prod": ("ProdDeployRole", "ProdCloudFormationRole")}


@pytest.mark.parametrize(("role", "environment"), [("QaDeployRole", "qa"), ("ProdDeployRole", "production")])
def test_only_an_environment_of_the_repository_itself_may_deploy_by_both_forms_of_its_subject(
    role: str, environment: str
) -> None:
    """Repositories made or renamed since 15 July 2026 have numbers in their tokens' subjects, older ones their names alone."""
    (trusted,) = bootstrap()[role]["Properties"]["AssumeRolePolicyDocument"]["Statement"]

    assert trusted["Action"] == "sts:AssumeRoleWithWebIdentity"
    assert trusted["Condition"] == {
        "StringEquals": {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": [
                f"repo:somebody/budgetbot:environment:{environment}",
                f"repo:somebody@123/budgetbot@456:environment:{environment}",
            ],
        }
    }


@pytest.mark.parametrize(
    ("role", "everything"),
    [
        ("QaDeployRole", {"LogInToTheRegistry"}),
        ("ProdDeployRole", set()),
        ("QaCloudFormationRole", {"AccessLogsByDelivery"}),
        ("ProdCloudFormationRole", {"AccessLogsByDelivery"}),
    ],
)
def test_only_what_aws_has_no_narrower_grant_for_is_granted_on_everything(role: str, everything: set[str]) -> None:
    assert {each["Sid"] for each in granted(role) if "*" in listed(each["Resource"])} == everything


def arn(service: str, name: str) -> str:
    return f"arn:aws:{service}:us-east-1:123456789012:{name}"


def deploying(stage: str) -> Iterator[Call]:
    """Yield the calls that the pipeline makes itself."""
    stack_ = arn("cloudformation", f"stack/budgetbot-{stage}/1")
    verbs = (
        "CreateChangeSet DescribeChangeSet ExecuteChangeSet DescribeStacks DescribeStackEvents GetTemplate UpdateStack"
    )
    for verb in f"{verbs} CancelUpdateStack ContinueUpdateRollback DeleteStack".split():
        yield Call(f"cloudformation:{verb}", stack_)
    handed = {"iam:PassedToService": "cloudformation.amazonaws.com"}
    yield Call("iam:PassRole", f"arn:aws:iam::123456789012:role/budgetbot-cloudformation-{stage}", handed)
    yield Call("lambda:InvokeFunction", arn("lambda", f"function:budgetbot-{stage}:live"))
    if stage == "qa":
        yield Call("ecr:GetAuthorizationToken")
        images = arn("ecr", "repository/images")
        for (
            verb
        ) in "InitiateLayerUpload UploadLayerPart CompleteLayerUpload PutImage DescribeImages BatchDeleteImage".split():
            yield Call(f"ecr:{verb}", images)


OF_IAM = "arn:aws:iam::123456789012:"
BOUNDED = {"iam:PermissionsBoundary": BOUNDARY}


def of(stage: str, call: Call) -> Call:
    """Return a call with a stage's name in its resource and its context, and the other's."""

    def named(text: str) -> str:
        return text.replace("{stage}", stage).replace("{other}", OTHER[stage])

    return Call(call.action, named(call.resource), {key: named(value) for key, value in call.context.items()})


CALLS = {  # by which CloudFormation makes, changes, rolls back and deletes a resource
    "AWS::Lambda::Function": "CreateFunction UpdateFunctionCode GetFunction DeleteFunction PublishVersion CreateAlias UpdateAlias",
    "AWS::Logs::LogGroup": "CreateLogGroup PutRetentionPolicy DeleteLogGroup ListTagsForResource TagResource",
    "AWS::Events::Rule": "PutRule PutTargets DescribeRule ListTargetsByRule RemoveTargets DeleteRule",
    "AWS::CloudWatch::Alarm": "PutMetricAlarm DeleteAlarms",
    "AWS::CodeDeploy::Application": "CreateApplication CreateDeployment DeleteApplication",
    "AWS::CodeDeploy::DeploymentGroup": "CreateDeploymentGroup UpdateDeploymentGroup DeleteDeploymentGroup",
    "AWS::IAM::Role": "GetRole UpdateAssumeRolePolicy TagRole ListRolePolicies ListAttachedRolePolicies DeleteRolePolicy "
    "DetachRolePolicy DeleteRole",
    "AWS::ApiGatewayV2::Api": "POST PATCH DELETE",
}


def named(stage: str, name: str, kind: str, properties: dict[str, Any]) -> str:
    """Return the ARN of a resource as CloudFormation names it."""
    made = f"budgetbot-{stage}-{name}-AB12"
    return {
        "AWS::Lambda::Function": arn("lambda", f"function:{properties.get('FunctionName')}"),
        "AWS::Logs::LogGroup": arn("logs", f"log-group:{properties.get('LogGroupName')}"),
        "AWS::Events::Rule": arn("events", f"rule/{made}"),
        "AWS::CloudWatch::Alarm": arn("cloudwatch", f"alarm:{made}"),
        "AWS::CodeDeploy::Application": arn("codedeploy", f"application:{made}"),
        "AWS::CodeDeploy::DeploymentGroup": arn("codedeploy", f"deploymentgroup:{made}"),
        "AWS::IAM::Role": f"{OF_IAM}role/{made}",
        "AWS::ApiGatewayV2::Api": "arn:aws:apigateway:us-east-1::/apis/abc",
    }[kind]


def making(stage: str) -> Iterator[Call]:
    """Yield the calls by which CloudFormation makes, changes, rolls back and deletes what the template comes to."""
    for name, resource in stack(stage)["Resources"].items():
        kind, properties = resource["Type"], resource["Properties"]
        if kind not in CALLS:
            continue
        what, service = named(stage, name, kind, properties), kind.split("::")[1].lower().removesuffix("v2")
        tagged = (
            {"aws:ResourceTag/aws:cloudformation:stack-name": f"budgetbot-{stage}"} if service == "apigateway" else {}
        )
        yield from (Call(f"{service}:{verb}", what, tagged) for verb in CALLS[kind].split())
        if service == "apigateway":
            yield from (Call(f"{service}:{verb}", f"{what}/routes/x", tagged) for verb in CALLS[kind].split())
            yield Call("apigateway:POST", what.rpartition("/")[0])
        if kind == "AWS::IAM::Role":
            bounded = {"iam:PermissionsBoundary": BOUNDARY.replace("{stage}", stage)}
            yield from (Call(f"iam:{verb}", what, bounded) for verb in ("CreateRole", "PutRolePolicy"))
            for policy in properties.get("ManagedPolicyArns", []):
                yield Call("iam:AttachRolePolicy", what, bounded | {"iam:PolicyARN": policy})
            (handed,) = {one["Principal"]["Service"] for one in properties["AssumeRolePolicyDocument"]["Statement"]}
            yield Call("iam:PassRole", what, {"iam:PassedToService": handed})


@both
def test_the_roles_may_do_what_deploying_rolling_back_and_deleting_take(stage: str) -> None:
    deploys, makes = OF_STAGE[stage]
    assert [call for call in deploying(stage) if not allows(granted(deploys), call)] == []
    calls = list(making(stage))
    assert len(calls) > 40
    assert [call for call in calls if not allows(granted(makes), call)] == []


ADMINISTRATOR = {"iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess"}
OWN = OF_IAM + "role/budgetbot-{stage}-x"
API = "arn:aws:apigateway:us-east-1::/apis/abc"
OF_OTHER = {"aws:ResourceTag/aws:cloudformation:stack-name": "budgetbot-{other}"}
DECRYPTING = {"kms:ViaService": "ssm.us-east-1.amazonaws.com"}
CONTEXT = "kms:EncryptionContext:PARAMETER_ARN"
ESCALATIONS = [
    # by the deploy role's own hand
    ("deploy", Call("iam:CreateRole", OWN, BOUNDED)),
    ("deploy", Call("iam:PassRole", f"{OF_IAM}role/Admin", {"iam:PassedToService": "cloudformation.amazonaws.com"})),
    ("deploy", Call("lambda:UpdateFunctionCode", arn("lambda", "function:budgetbot-{stage}"))),
    ("deploy", Call("cloudformation:UpdateStack", arn("cloudformation", "stack/budgetbot-bootstrap/1"))),
    ("deploy", Call("ssm:GetParameters", arn("ssm", "parameter/budgetbot/{stage}/DATABASE_URL"))),
    ("deploy", Call("ssm:GetParameters", arn("ssm", "parameter/budgetbot/{stage}/TELEGRAM_WEBHOOK_SECRET"))),
    ("deploy", Call("sts:AssumeRole", OF_IAM + "role/budgetbot-cloudformation-{stage}")),
    # through a template that a pull request brings
    ("make", Call("iam:CreateRole", OWN)),
    ("make", Call("iam:PutRolePolicy", OWN)),
    ("make", Call("iam:AttachRolePolicy", OWN, BOUNDED | ADMINISTRATOR)),
    ("make", Call("iam:DeleteRolePermissionsBoundary", OWN, BOUNDED)),
    ("make", Call("iam:CreatePolicyVersion", BOUNDARY)),
    ("make", Call("iam:PutRolePolicy", OF_IAM + "role/budgetbot-deploy-{stage}", BOUNDED)),
    ("make", Call("iam:UpdateAssumeRolePolicy", OF_IAM + "role/budgetbot-cloudformation-{stage}")),
    ("make", Call("iam:CreateUser", f"{OF_IAM}user/x")),
    ("make", Call("iam:PassRole", OWN, {"iam:PassedToService": "ec2.amazonaws.com"})),
    ("make", Call("lambda:CreateFunction", arn("lambda", "function:other"))),
    ("make", Call("cloudformation:CreateStack", arn("cloudformation", "stack/other/1"))),
    # ... also of the other stage
    ("make", Call("iam:CreateRole", OWN, {"iam:PermissionsBoundary": BOUNDARY.replace("stage", "other")})),
    (
        "make",
        Call("iam:PutRolePermissionsBoundary", OWN, {"iam:PermissionsBoundary": BOUNDARY.replace("stage", "other")}),
    ),
    ("make", Call("apigateway:PATCH", API, OF_OTHER)),
    ("make", Call("apigateway:PATCH", API + "/integrations/x", OF_OTHER)),
    ("make", Call("apigateway:POST", API + "/routes", OF_OTHER)),
    ("make", Call("apigateway:DELETE", API)),
]
WITHIN_A_BOUNDARY = [  # what a role of the stack's own may not do, whatever policy the template gives it
    Call("ssm:GetParametersByPath", arn("ssm", "parameter/budgetbot")),
    Call("ssm:GetParametersByPath", arn("ssm", "parameter/budgetbot/")),
    Call("ssm:GetParametersByPath", arn("ssm", "parameter/budgetbot/{other}")),
    Call("ssm:GetParametersByPath", arn("ssm", "parameter/budgetbot/{other}/")),
    Call("ssm:GetParameters", arn("ssm", "parameter/budgetbot/{stage}/DATABASE_URL")),
    Call(
        "kms:Decrypt",
        arn("kms", "key/1"),
        DECRYPTING | {CONTEXT: arn("ssm", "parameter/budgetbot/{other}/DATABASE_URL")},
    ),
    Call("kms:Decrypt", arn("kms", "key/1"), DECRYPTING),
    Call("lambda:UpdateAlias", arn("lambda", "function:budgetbot-{other}")),
    Call("lambda:InvokeFunction", arn("lambda", "function:budgetbot-{other}:live")),
    Call("lambda:InvokeFunction", arn("lambda", "function:budgetbot-{other}:7")),
    Call("lambda:InvokeFunction", arn("lambda", "function:CodeDeployHook_budgetbot-{other}")),
    Call("logs:PutLogEvents", arn("logs", "log-group:/aws/lambda/budgetbot-{other}:log-stream:x")),
    Call("codedeploy:PutLifecycleEventHookExecutionStatus", arn("codedeploy", "deploymentgroup:budgetbot-{other}-x/y")),
    Call("apigateway:PATCH", API),
    Call("iam:CreateUser", f"{OF_IAM}user/x"),
    Call("sts:AssumeRole", f"{OF_IAM}role/Admin"),
    Call("s3:GetObject", "arn:aws:s3:::somebody/else"),
    Call("ssm:GetParametersByPath", arn("ssm", "parameter/other")),
    Call("kms:Decrypt", arn("kms", "key/1"), {"kms:ViaService": "s3.us-east-1.amazonaws.com"}),
    Call("lambda:UpdateFunctionCode", arn("lambda", "function:budgetbot-{stage}")),
]


def boundary(stage: str) -> list[dict[str, Any]]:
    most: list[dict[str, Any]] = bootstrap()[f"{stage.title()}Boundary"]["Properties"]["PolicyDocument"]["Statement"]
    return most


@both
@pytest.mark.parametrize(("who", "call"), ESCALATIONS, ids=lambda each: each if isinstance(each, str) else each.action)
def test_no_pull_request_can_make_itself_administrator(stage: str, who: str, call: Call) -> None:
    role = OF_STAGE[stage][who == "make"]
    assert not allows(granted(role), of(stage, call))


@both
def test_a_stage_can_do_nothing_to_the_other_one(stage: str) -> None:
    calls = [*deploying(OTHER[stage]), *making(OTHER[stage])]
    harmless = [  # an API of one's own has no stage before it is made; the images are those of both
        Call("apigateway:POST", API.rpartition("/")[0]),
        Call("ecr:DescribeImages", arn("ecr", "repository/images")),
    ]
    allowed = [call for call in calls if any(allows(granted(role), call) for role in OF_STAGE[stage])]
    assert [call for call in allowed if call not in harmless] == []


@both
@pytest.mark.parametrize("call", WITHIN_A_BOUNDARY, ids=lambda call: f"{call.action} {call.resource}")
def test_whatever_policies_a_template_gives_its_roles_they_stay_within_the_boundary(stage: str, call: Call) -> None:
    assert not allows(boundary(stage), of(stage, call))


@both
def test_the_roles_of_a_stack_can_do_what_they_are_for_within_the_boundary(stage: str) -> None:
    most, own = boundary(stage), BOUNDARY.replace("{stage}", stage)
    for role in resources(stage, "IAM::Role", Boundary=own).values():
        assert role["PermissionsBoundary"] == own
        for policy in role.get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                for action in listed(statement["Action"]):
                    for resource in listed(statement["Resource"]):
                        assert allows(most, Call(action, resource.replace("*", "x"))), (action, resource)
    decrypted = DECRYPTING | {CONTEXT: arn("ssm", f"parameter/budgetbot/{stage}/DATABASE_URL")}
    assert allows(most, Call("kms:Decrypt", arn("kms", "key/1"), decrypted))
    assert allows(most, Call("lambda:UpdateAlias", arn("lambda", f"function:budgetbot-{stage}")))
    assert allows(most, Call("lambda:InvokeFunction", arn("lambda", f"function:budgetbot-{stage}:live")))


@both
def test_without_a_boundary_the_roles_have_none(stage: str) -> None:
    assert not [role for role in resources(stage, "IAM::Role").values() if "PermissionsBoundary" in role]


def test_images_are_scanned_can_not_be_moved_and_do_not_pile_up() -> None:
    images = bootstrap()["Images"]["Properties"]

    assert images["ImageTagMutability"] == "IMMUTABLE"
    assert images["ImageScanningConfiguration"] == {"ScanOnPush": True}
    (rule,) = json.loads(images["LifecyclePolicy"]["LifecyclePolicyText"])["rules"]
    assert rule["selection"]["countNumber"] == 30
