"""The program's version. A release is the tag of this number: `v` and then it (`deploy/release.sh`)."""

VERSION = "0.1.0"
