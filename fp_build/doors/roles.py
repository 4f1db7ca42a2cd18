"""The e-mail addresses of roles, as the operator has set them in ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fp_build.words.mail import mail_addresses


def role_addresses(settings: object) -> frozenset[str]:
    """Every e-mail address in the operator's settings: in a text, or in those of each language."""
    return frozenset(mail.address for text in _texts(settings) for mail in mail_addresses(text))


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)
