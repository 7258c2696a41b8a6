"""What CloudFormation would make of the SAM template: SAM's own transform, run offline, and every reference resolved.

    .venv-road/bin/python rehearsal/expand.py Stage=prod Image=…      # prints the plain template

SAM's transform is the library that the service runs. Values that only the cloud knows (an API's id, a version's number) are made
up, the same each time.
"""

import json
import logging
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).parent.parent / "deploy/sam_template.yaml"
BOOTSTRAP = TEMPLATE.with_name("bootstrap.yaml")
PSEUDO = {
    "AWS::AccountId": "123456789012",
    "AWS::Partition": "aws",
    "AWS::Region": "us-east-1",
    "AWS::URLSuffix": "amazonaws.com",
}
NOTHING = object()
"""Stands for AWS::NoValue: a property with this value is left out."""


def expand(text: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    """Return a SAM template as plain CloudFormation, with its references and conditions unresolved."""
    os.environ.setdefault("AWS_DEFAULT_REGION", PSEUDO["AWS::Region"])
    from samcli.yamlhelper import yaml_parse
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator

    logging.getLogger("samtranslator").setLevel(logging.ERROR)  # it warns of metrics for the service
    # Managed policies by name. The service asks IAM for them; these never change.
    policies = {
        name: f"arn:aws:iam::aws:policy/service-role/{name}"
        for name in ("AWSLambdaBasicExecutionRole", "AWSCodeDeployRoleForLambda", "AWSCodeDeployRoleForLambdaLimited")
    }
    plain = Translator(policies, Parser()).translate(sam_template=yaml_parse(text), parameter_values=dict(parameters))
    whole: dict[str, Any] = json.loads(json.dumps(plain))  # plain dictionaries instead of the parser's types
    return whole


def resolve(template: Mapping[str, Any], parameters: Mapping[str, str]) -> dict[str, Any]:
    """Return a plain template as it would be carried out: conditions decided, references followed, resources not wanted left out.

    Raises ValueError for a parameter that is missing or not allowed, KeyError for a reference to nothing.
    """
    return _Resolver(template, parameters).whole()


class _Resolver:
    def __init__(self, template: Mapping[str, Any], parameters: Mapping[str, str]) -> None:
        self._template = template
        given = _checked(template.get("Parameters", {}), parameters)
        stack = "-".join(["budgetbot", *(given[name] for name in ("Stage",) if name in given)])
        self._parameters = {**PSEUDO, "AWS::StackName": stack, **given}
        self._conditions = template.get("Conditions", {})
        self._resources: Mapping[str, Any] = {
            name: resource
            for name, resource in template["Resources"].items()
            if "Condition" not in resource or self._holds(resource["Condition"])
        }

    def whole(self) -> dict[str, Any]:
        resources, outputs = self._value(self._resources), self._value(self._template.get("Outputs", {}))
        return {"Resources": resources, "Outputs": {name: output["Value"] for name, output in outputs.items()}}

    def _holds(self, name: str) -> bool:
        return bool(self._value(self._conditions[name]))

    def _value(self, value: Any) -> Any:
        match value:
            case {"Ref": name}:
                return self._ref(name)
            case {"Fn::If": [condition, then, otherwise]}:
                return self._value(then if self._holds(condition) else otherwise)
            case {"Condition": str()} | {"Fn::Equals": _} | {"Fn::Not": _} | {"Fn::And": _} if len(value) == 1:
                return self._is_true(value)
            case {"Fn::GetAtt": [name, attribute]}:
                return self._attribute(name, attribute)
            case {"Fn::Select": [number, parts]}:
                return self._value(parts)[int(number)]
            case {"Fn::Split": [between, text]}:
                return self._value(text).split(between)
            case {"Fn::Join": [between, parts]}:
                return between.join(map(str, self._value(parts)))
            case {"Fn::Sub": [text, own]}:
                return self._sub(text, self._value(own))
            case {"Fn::Sub": text}:
                return self._sub(text, {})
            case dict():
                known = ((name, self._value(each)) for name, each in value.items())
                return {name: each for name, each in known if each is not NOTHING}
            case list():
                return [each for each in map(self._value, value) if each is not NOTHING]
            case _:
                return value

    def _is_true(self, condition: Any) -> bool:
        match condition:
            case {"Condition": name}:
                return self._holds(name)
            case {"Fn::Equals": [one, other]}:
                return str(self._value(one)) == str(self._value(other))
            case {"Fn::Not": [one]}:
                return not self._value(one)
            case _:
                return all(self._value(part) for part in condition["Fn::And"])

    def _sub(self, text: str, own: Mapping[str, Any]) -> str:
        def found(match: re.Match[str]) -> str:
            name, _, attribute = match[1].partition(".")
            if name in own:
                return str(own[name])
            return str(self._attribute(name, attribute) if attribute else self._ref(name))

        return re.sub(r"\$\{([^}!]+)\}", found, text)

    def _ref(self, name: str) -> Any:
        if name == "AWS::NoValue":
            return NOTHING
        if name in self._parameters:
            return self._parameters[name]
        resource = self._resources[name]
        match resource["Type"]:
            case "AWS::Lambda::Version":
                return f"{self._arn(resource['Properties']['FunctionName'])}:1"
            case "AWS::Lambda::Alias":
                properties = resource["Properties"]
                return f"{self._arn(properties['FunctionName'])}:{properties['Name']}"
            case "AWS::Lambda::Function":
                return self._value(resource["Properties"]["FunctionName"])
            case "AWS::Logs::LogGroup":
                return self._value(resource["Properties"]["LogGroupName"])
            case "AWS::CodeDeploy::Application":
                return f"{self._parameters['AWS::StackName']}-{name}"
            case "AWS::IAM::ManagedPolicy":
                return self._of_iam("policy", resource["Properties"]["ManagedPolicyName"])
            case _:
                return name.lower()

    def _attribute(self, name: str, attribute: str) -> str:
        kind = self._resources[name]["Type"]
        match kind, attribute:
            case "AWS::Lambda::Function", "Arn":
                return self._arn({"Ref": name})
            case "AWS::Lambda::Version", "Version":
                return "1"
            case "AWS::Logs::LogGroup", "Arn":
                return f"arn:aws:logs:us-east-1:{PSEUDO['AWS::AccountId']}:log-group:{self._ref(name)}:*"
            case "AWS::ApiGatewayV2::Api", "ApiEndpoint":
                return f"https://{self._ref(name)}.execute-api.us-east-1.amazonaws.com"
            case "AWS::IAM::Role", "Arn" if "RoleName" in self._resources[name]["Properties"]:
                return self._of_iam("role", self._resources[name]["Properties"]["RoleName"])
            case "AWS::ECR::Repository", "Arn":
                return f"arn:aws:ecr:us-east-1:{PSEUDO['AWS::AccountId']}:repository/{name.lower()}"
            case "AWS::ECR::Repository", "RepositoryUri":
                return f"{PSEUDO['AWS::AccountId']}.dkr.ecr.us-east-1.amazonaws.com/{name.lower()}"
            case "AWS::IAM::Role" | "AWS::Events::Rule", "Arn":
                return f"arn:aws:{kind.split('::')[1].lower()}::{PSEUDO['AWS::AccountId']}:{name}"
            case _:
                raise KeyError(f"{name}.{attribute}")

    @staticmethod
    def _of_iam(kind: str, name: str) -> str:
        return f"arn:aws:iam::{PSEUDO['AWS::AccountId']}:{kind}/{name}"

    def _arn(self, function: Any) -> str:
        return f"arn:aws:lambda:us-east-1:{PSEUDO['AWS::AccountId']}:function:{self._value(function)}"


def _checked(declared: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, str]:
    unknown = given.keys() - declared.keys()
    if unknown:
        raise ValueError(f"the template knows no {', '.join(sorted(unknown))}")
    found = {}
    for name, about in declared.items():
        if name not in given and "Default" not in about:
            raise ValueError(f"{name} must be given")
        value = str(given.get(name, about.get("Default")))
        allowed, pattern = about.get("AllowedValues"), about.get("AllowedPattern")
        if (allowed and value not in map(str, allowed)) or (pattern and not re.fullmatch(pattern, value)):
            raise ValueError(f"{name} may not be {value!r}")
        found[name] = value
    return found


def carried_out(parameters: Mapping[str, str], text: str | None = None) -> dict[str, Any]:
    """Return the project's template (or ``text``), expanded and resolved."""
    return resolve(expand(TEMPLATE.read_text() if text is None else text, parameters), parameters)


def bootstrapped(repository: str = "somebody/budgetbot", owner: int = 123, number: int = 456) -> dict[str, Any]:
    """Return what is made once by hand, resolved: the roles and what bounds them."""
    from samcli.yamlhelper import yaml_parse

    parameters = {"Repository": repository, "OwnerId": str(owner), "RepositoryId": str(number)}
    return resolve(json.loads(json.dumps(yaml_parse(BOOTSTRAP.read_text()))), parameters)


if __name__ == "__main__":
    json.dump(carried_out(dict(each.split("=", 1) for each in sys.argv[1:])), sys.stdout, indent=2)
