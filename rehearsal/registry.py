"""ECR's calls that a deployment makes, answered by a plain registry on this machine."""

import http.client
import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from rehearsal.stand_ins import Json


class Registry:
    """The images of the registry at ``url``."""

    def __init__(self, url: str) -> None:
        self.url = url

    def tags(self, repository: str = "budgetbot") -> list[str]:
        """Return the tags that the registry holds."""
        status, _, body = self._asked("GET", f"/v2/{repository}/tags/list")
        return json.loads(body).get("tags") or [] if status == 200 else []

    def forget(self, tag: str, repository: str = "budgetbot") -> None:
        """Delete an image, even if a stack needs it."""
        self.batch_delete({"repositoryName": repository, "imageIds": [{"imageTag": tag}]})

    def digest(self, name: str, tag: str) -> str | None:
        """Return the digest of an image, None if no image has the tag."""
        status, headers, _ = self._asked("HEAD", f"/v2/{name}/manifests/{tag}")
        return headers["docker-content-digest"] if status == 200 else None

    def batch_delete(self, asked: Json) -> Json:
        """Answer ECR's BatchDeleteImage."""
        name, tag = asked["repositoryName"], asked["imageIds"][0]["imageTag"]
        digest = self.digest(name, tag)
        if digest is None:
            return {"failures": [{"failureCode": "ImageNotFound", "failureReason": tag}]}
        self._asked("DELETE", f"/v2/{name}/manifests/{digest}")
        return {"imageIds": [{"imageTag": tag, "imageDigest": digest}], "failures": []}

    def _asked(self, method: str, path: str) -> tuple[int, Mapping[str, str], bytes]:
        kinds = "application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json"
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=10)
        try:
            connection.request(method, path, headers={"Accept": kinds})
            answered = connection.getresponse()
            return answered.status, {name.lower(): value for name, value in answered.getheaders()}, answered.read()
        finally:
            connection.close()
