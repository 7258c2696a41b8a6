"""What the pipeline asks of AWS, against answers that are held to AWS's own models."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import botocore.session
import pytest
from botocore.response import StreamingBody
from botocore.stub import Stubber

from deploy import cloud
from deploy.cloud import Refused

STACK, REPOSITORY = "budgetbot-qa", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/budgetbot"
SESSION = botocore.session.get_session()  # one for all: it keeps AWS's models, which are long to read
IDENTITY = "arn:aws:cloudformation:eu-central-1:123456789012:stack/budgetbot-qa/1"
LIVE = "arn:aws:lambda:eu-central-1:123456789012:function:budgetbot-qa:live"
Expect = Callable[..., None]


class Aws:
    """Clients whose answers are laid down beforehand; all of them must have been asked for."""

    def __init__(self) -> None:
        self.stubs: dict[str, Stubber] = {}
        self.clients: dict[str, Any] = {}

    def client(self, service: str) -> Any:
        if service not in self.clients:
            self.clients[service] = SESSION.create_client(
                service, region_name="eu-central-1", aws_access_key_id="x", aws_secret_access_key="x"
            )
            self.stubs[service] = Stubber(self.clients[service])
            self.stubs[service].activate()
        return self.clients[service]

    def answers(self, service: str, operation: str, answer: Any, **asked: Any) -> None:
        self.client(service)
        self.stubs[service].add_response(operation, answer, asked or None)

    def refuses(self, service: str, operation: str, message: str) -> None:
        self.client(service)
        self.stubs[service].add_client_error(operation, "ValidationError", message)

    def has_stack(self, status: str = "CREATE_COMPLETE", **parameters: str) -> None:
        pairs = [{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()]
        output = [{"OutputKey": "LiveAlias", "OutputValue": LIVE}]
        found = {
            "StackName": STACK,
            "StackId": IDENTITY,
            "CreationTime": "2026-11-22T10:00:00Z",
            "StackStatus": status,
            "Parameters": pairs,
            "Outputs": output,
        }
        self.answers("cloudformation", "describe_stacks", {"Stacks": [found]}, StackName=STACK)

    def has_template(self, text: str) -> None:
        self.answers("cloudformation", "get_template", {"TemplateBody": text})

    def has_no_stack(self) -> None:
        self.refuses("cloudformation", "describe_stacks", f"Stack with id {STACK} does not exist")


@pytest.fixture
def aws() -> Iterator[Aws]:
    made = Aws()
    yield made
    for stub in made.stubs.values():
        stub.assert_no_pending_responses()


def remembered(aws: Aws, file: Path, template: str, **parameters: str) -> None:
    aws.has_stack(**parameters)
    aws.has_template(template)
    cloud.remember(aws.client, STACK, str(file))


def test_an_image_is_named_by_its_digest(aws: Aws) -> None:
    digest = "sha256:" + 64 * "a"
    asked = {"repositoryName": "budgetbot", "imageIds": [{"imageTag": "abc-1-1"}]}
    aws.answers("ecr", "describe_images", {"imageDetails": [{"imageDigest": digest}]}, **asked)

    assert cloud.digest(aws.client, REPOSITORY, "abc-1-1") == f"{REPOSITORY}@{digest}"


def test_an_image_that_is_gone_is_forgotten_well_and_one_that_stays_is_told(aws: Aws) -> None:
    for code in ("ImageNotFound", "ImageReferencedByManifestList"):
        aws.answers("ecr", "batch_delete_image", {"failures": [{"failureCode": code, "failureReason": "why"}]})

    assert cloud.forget_image(aws.client, REPOSITORY, "abc-1-1") == "The image abc-1-1 is deleted."
    with pytest.raises(Refused, match="abc-1-1 stays: why"):
        cloud.forget_image(aws.client, REPOSITORY, "abc-1-1")


def event(resource: str, status: str, why: str = "") -> dict[str, Any]:
    about = {"EventId": "1", "StackId": "1", "StackName": STACK, "Timestamp": "2026-11-22T10:00:00Z"}
    return about | {"LogicalResourceId": resource, "ResourceStatus": status, "ResourceStatusReason": why}


def test_why_a_stack_could_not_be_changed_is_what_failed_first_this_time(aws: Aws) -> None:
    events = [
        event(STACK, "UPDATE_ROLLBACK_COMPLETE"),
        event(STACK, "UPDATE_FAILED", "The following resource(s) failed: [AppAliaslive]"),
        event("AppAliaslive", "UPDATE_FAILED", "the hook says no"),
        event(STACK, "UPDATE_IN_PROGRESS"),
        event("Api", "CREATE_FAILED", "long ago"),
    ]
    aws.has_stack()
    aws.answers("cloudformation", "describe_stack_events", {"StackEvents": events}, StackName=STACK)

    assert cloud.reason(aws.client, STACK) == "AppAliaslive: the hook says no"


def test_of_a_stack_that_is_gone_there_are_no_events(aws: Aws) -> None:
    aws.has_no_stack()
    assert cloud.reason(aws.client, STACK) == "budgetbot-qa is gone; SAM's table of events says why"


def body(answer: dict[str, Any]) -> StreamingBody:
    raw = json.dumps(answer).encode()
    return StreamingBody(BytesIO(raw), len(raw))


def test_tasks_are_done_by_what_has_the_traffic_one_after_another(aws: Aws) -> None:
    aws.has_stack()
    for name, said in (("migrate", "The schema is 4."), ("register", "It is @budget.")):
        answer = {"Payload": body({"task": name, "well": True, "said": [said]})}
        aws.answers("lambda", "invoke", answer, FunctionName=LIVE, Payload=json.dumps({"task": name}).encode())

    said = cloud.tasks(aws.client, STACK, "migrate", "register")
    assert said == "migrate: The schema is 4.\nregister: It is @budget."


def test_a_migration_is_asked_for_until_there_is_no_more(aws: Aws) -> None:
    aws.has_stack()
    for said, more in (("schema 3 of 4", {"more": True}), ("schema 4", {})):
        aws.answers("lambda", "invoke", {"Payload": body({"task": "migrate", "said": [said]} | more)})

    assert cloud.tasks(aws.client, STACK, "migrate") == "migrate: schema 3 of 4\nmigrate: schema 4"


def test_a_task_that_fails_is_told_in_its_own_words_and_the_next_is_not_done(aws: Aws) -> None:
    aws.has_stack()
    failed = {"Payload": body({"errorMessage": "migrate: no database"}), "FunctionError": "Unhandled"}
    aws.answers("lambda", "invoke", failed)

    with pytest.raises(Refused, match="budgetbot-qa: migrate: no database"):
        cloud.tasks(aws.client, STACK, "migrate", "register")


def test_a_stack_that_was_not_there_is_deleted(aws: Aws, tmp_path: Path) -> None:
    aws.has_no_stack()
    cloud.remember(aws.client, STACK, str(tmp_path / "before"))
    aws.has_stack(Stage="qa", Image="new")
    aws.answers("cloudformation", "delete_stack", {}, StackName=IDENTITY)
    aws.has_no_stack()

    said = cloud.put_back(aws.client, STACK, str(tmp_path / "before"))
    assert said == "budgetbot-qa is deleted: it was not there before."


def test_a_stack_that_was_there_gets_its_template_and_image_again_at_once(aws: Aws, tmp_path: Path) -> None:
    remembered(aws, tmp_path / "before", "Resources: old", Image="old", Shift="gradual")
    for _ in range(3):  # is it busy, can it be changed, what is it
        aws.has_stack(Image="new", Shift="gradual")
    aws.has_template("Resources: new")
    given = [{"ParameterKey": "Image", "ParameterValue": "old"}, {"ParameterKey": "Shift", "ParameterValue": "at-once"}]
    aws.answers(
        "cloudformation",
        "update_stack",
        {"StackId": "1"},
        StackName=STACK,
        TemplateBody="Resources: old",
        Parameters=given,
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
    )
    updated = {"StackName": STACK, "CreationTime": "2026-11-22T10:00:00Z", "StackStatus": "UPDATE_COMPLETE"}
    aws.answers("cloudformation", "describe_stacks", {"Stacks": [updated]})

    said = cloud.put_back(aws.client, STACK, str(tmp_path / "before"))
    assert said == "budgetbot-qa is put back: the template and the image that it had."


def test_a_change_that_goes_on_is_cancelled_before_a_stack_is_put_back(aws: Aws, tmp_path: Path) -> None:
    remembered(aws, tmp_path / "before", "Resources: old", Image="old")
    aws.has_stack("UPDATE_IN_PROGRESS", Image="old")
    aws.answers("cloudformation", "cancel_update_stack", {}, StackName=IDENTITY)
    for _ in range(2):
        aws.has_stack("UPDATE_ROLLBACK_COMPLETE", Image="old")
    aws.has_template("Resources: old")

    assert cloud.put_back(aws.client, STACK, str(tmp_path / "before")) == "budgetbot-qa is as it was."


@pytest.mark.parametrize("status", ["ROLLBACK_COMPLETE", "CREATE_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS"])
def test_a_stack_that_could_never_be_made_is_deleted_before_it_is_deployed(aws: Aws, status: str) -> None:
    aws.has_stack(status)
    aws.answers("cloudformation", "delete_stack", {}, StackName=IDENTITY)
    for _ in range(2):
        aws.has_no_stack()
    said = cloud.ready(aws.client, STACK)
    assert said == f"budgetbot-qa could never be made ({status}), and is deleted.\nbudgetbot-qa can be deployed."


@pytest.mark.parametrize("status", ["UPDATE_FAILED", "IMPORT_ROLLBACK_FAILED"])
def test_a_stack_that_has_served_is_never_deleted_to_be_deployed(aws: Aws, status: str) -> None:
    aws.has_stack(status)
    with pytest.raises(Refused, match=f"budgetbot-qa can't be mended \\({status}\\): look at its events"):
        cloud.ready(aws.client, STACK)


def test_a_stack_that_could_not_go_back_is_helped_to(aws: Aws) -> None:
    aws.has_stack("UPDATE_ROLLBACK_FAILED")
    aws.answers("cloudformation", "continue_update_rollback", {}, StackName=IDENTITY)
    aws.has_stack("UPDATE_ROLLBACK_COMPLETE")
    assert cloud.ready(aws.client, STACK).endswith("budgetbot-qa can be deployed.")


def test_a_stack_that_is_being_changed_is_waited_for(aws: Aws, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.cloud._PAUSE", 0)
    for _ in range(3):
        aws.has_stack("UPDATE_IN_PROGRESS")
    aws.has_stack("UPDATE_COMPLETE")
    assert cloud.ready(aws.client, STACK) == "budgetbot-qa can be deployed."


def test_a_stack_that_is_being_changed_for_ever_is_told(aws: Aws, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.cloud._LONGEST_CHANGE", -1)
    aws.has_stack("UPDATE_IN_PROGRESS")
    with pytest.raises(Refused, match="still being changed"):
        cloud.ready(aws.client, STACK)


def test_a_stack_that_is_as_it_was_is_left_alone(aws: Aws, tmp_path: Path) -> None:
    remembered(aws, tmp_path / "before", "Resources: old", Image="old")
    for _ in range(3):
        aws.has_stack(Image="old")
    aws.has_template("Resources: old")

    assert cloud.put_back(aws.client, STACK, str(tmp_path / "before")) == "budgetbot-qa is as it was."
