"""Reads the settings from the environment, with the checks that need the rules."""

from collections.abc import Mapping

from budget.currencies import currency_named
from budget.errors import InvalidChoice
from budget.locales import locale_named


def _currency(text: str) -> None:
    try:
        currency_named(text)
    except InvalidChoice:
        raise ValueError("it must be a currency's code of three letters") from None


def _locale(text: str) -> None:
    try:
        locale_named(text)
    except InvalidChoice:
        raise ValueError("it must be a language and a country that I know") from None


def _backup_to(text: str | None) -> None:
    if text is not None and "://" in text:
        from app import bucket  # imported where one is named, to keep start-up short

        if bucket.named(text) is None:
            raise ValueError("it must be a folder, or s3://bucket/prefix")


CHECKS = {"CURRENCY": _currency, "LOCALE": _locale, "BACKUP_TO": _backup_to}


def read_secrets(source: str) -> Mapping[str, str]:
    from app import aws_secrets

    return aws_secrets.read(source)
