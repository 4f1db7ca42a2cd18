"""From a tree of texts to typed values: what a field may be, and what is said when it is not.

The models are pydantic's. An error of a field becomes a finding at the field's place; the field is
then left out and the rest is read all the same, so that one fault never hides another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Final, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    PlainValidator,
    StringConstraints,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from fp_build.reading import field_faults as faults
from fp_build.reading.tree import Tree
from fp_build.reading.yaml_faults import A_LIST, A_TEXT, FIELDS, NOTHING
from fp_build.words import dates as moments
from fp_build.words.dates import BadDateForm, ImpossibleDate, PartialDate
from fp_build.words.findings import Finding, Rule
from fp_build.words.languages import Bilingual, Language
from fp_build.words.meant import meant_address, meant_date, meant_moment, meant_number
from fp_build.words.text import ID, nearest, slug_of

Model = TypeVar("Model", bound=BaseModel)


class Fields(BaseModel):
    """A group of fields: frozen, and every key known.

    Pickled, it is the name of its form and what differs from the defaults. pydantic's own way takes
    a third longer, and a set for each group that says which fields were given doubles the memory.
    """

    # Built when first used: to check a record takes the forms of its kind, not those of all kinds.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        _FORMS[cls.__qualname__] = cls

    def __reduce__(self) -> tuple[Any, ...]:
        name = type(self).__qualname__
        usual = _defaults(name)
        return _unpickled, (name, {k: v for k, v in self.__dict__.items() if v is not usual[k]})


_FORMS: Final[dict[str, type[Fields]]] = {}
"""Every form of fields, by its name."""

_UNKNOWN: Final[set[str]] = set()
"""Which fields were given to a group that comes out of a pickle."""


def _unpickled(name: str, given: dict[str, Any]) -> Fields:
    """The group of fields of a form, typed long ago."""
    form = _FORMS[name]
    group = form.__new__(form)
    put = object.__setattr__
    put(group, "__dict__", {**_defaults(name), **given})  # whose keys are the same texts for all
    put(group, "__pydantic_fields_set__", _UNKNOWN)
    put(group, "__pydantic_extra__", None)
    put(group, "__pydantic_private__", None)
    return group


@cache
def _defaults(name: str) -> Mapping[str, Any]:
    """What the fields of a form hold that are not given: pydantic's own mark where they must be."""
    return {key: field.default for key, field in _FORMS[name].model_fields.items()}


def fault(rule: Rule, **arguments: Any) -> PydanticCustomError:
    """What a validator raises so that this rule is reported at the field's place."""
    return PydanticCustomError(rule.id, rule.id, {"rule": rule, "arguments": arguments})


def _line(value: str) -> str:
    if not value:
        raise fault(faults.EMPTY_VALUE)
    if value[0].isspace() or value[-1].isspace():
        raise fault(faults.UNTRIMMED_VALUE)
    if "\n" in value:
        raise fault(faults.MANY_LINES)
    return value


def _slugs(value: str) -> list[str]:
    slug = slug_of(value)
    return [slug] if slug else []


def _id(value: str) -> str:
    if not ID.fullmatch(_line(value)):
        raise fault(faults.BAD_ID, value=value, nearest=_slugs(value))
    return value


_ADDRESS: Final = re.compile(r"(?i)https?://[^\s/?#\"<>\\^`{|}@\[\]]+(?:[/?#][^\s\"<>\\^`{|}]*)?")


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(_line(value)):
        raise fault(faults.BAD_ADDRESS, value=value, nearest=meant_address(value))
    return value


_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,6})?", re.A)


def _number(value: Any) -> Decimal:
    if not isinstance(value, str) or not value:
        raise _wrong_type(A_TEXT, value)
    if not _NUMBER.fullmatch(value):
        raise fault(faults.BAD_NUMBER, value=value, nearest=meant_number(value))
    return Decimal(value)


def _date(value: Any) -> PartialDate:
    if not isinstance(value, str) or not value:
        raise _wrong_type(A_TEXT, value)
    try:
        return PartialDate.parse(value)
    except BadDateForm:
        raise fault(faults.BAD_DATE, value=value, nearest=meant_date(value)) from None
    except ImpossibleDate:
        raise fault(faults.IMPOSSIBLE_DATE, value=value) from None


def _moment(value: Any) -> moments.Moment:
    if not isinstance(value, str) or not value:
        raise _wrong_type(A_TEXT, value)
    try:
        return moments.Moment.parse(value)
    except BadDateForm:
        raise fault(faults.BAD_MOMENT, value=value, nearest=meant_moment(value)) from None
    except ImpossibleDate:
        raise fault(faults.IMPOSSIBLE_DATE, value=value) from None


_COUNT: Final = re.compile(r"0|[1-9]\d{0,8}", re.A)


def _count(value: Any) -> int:
    if not isinstance(value, str) or not value:
        raise _wrong_type(A_TEXT, value)
    if not _COUNT.fullmatch(value):
        close = [number for number in meant_number(value) if _COUNT.fullmatch(number)]
        raise fault(faults.BAD_COUNT, value=value, nearest=close)
    return int(value)


PICTURE_TYPES: Final = (".jpg", ".jpeg", ".png", ".webp")
_FILE_NAME: Final = re.compile(r"[^/\\:*?\"<>|#%\x00-\x1f.][^/\\:*?\"<>|#%\x00-\x1f]*")


def _picture_name(value: str) -> str:
    if not _FILE_NAME.fullmatch(_line(value)) or not value.lower().endswith(PICTURE_TYPES):
        raise fault(faults.BAD_FILE_NAME, value=value, types=list(PICTURE_TYPES))
    return value


# Most values are lines and right: pydantic's core tells so by a pattern, without asking Python.
# What a pattern refuses is judged again here, to say in which way it is wrong.
_LINE_PATTERN: Final = r"^\S(?:.*\S)?$"
_ID_PATTERN: Final = f"^{ID.pattern}$"
_ADDRESS_PATTERN: Final = f"^(?:{_ADDRESS.pattern})$".replace("(?:(?i)", "(?i:")
_JUDGES: Final[Mapping[str, Callable[[str], str]]] = {
    _LINE_PATTERN: _line,
    _ID_PATTERN: _id,
    _ADDRESS_PATTERN: _address,
}

Line = Annotated[str, StringConstraints(pattern=_LINE_PATTERN)]
"""One paragraph of text, neither empty nor with space at its edges."""
Id = Annotated[str, StringConstraints(pattern=_ID_PATTERN)]
"""An id or slug."""
Address = Annotated[str, StringConstraints(pattern=_ADDRESS_PATTERN)]
"""A web address, ``https:`` or ``http:``."""
Number = Annotated[Decimal, PlainValidator(_number)]
"""A decimal number as written; its unit is a field of its own."""
Date = Annotated[PartialDate, PlainValidator(_date)]
"""A year, a month or a day."""
Moment = Annotated[moments.Moment, PlainValidator(_moment)]
"""A date, or a day with a time of day."""
Count = Annotated[int, PlainValidator(_count)]
"""How many: a whole number, in figures."""
PictureName = Annotated[str, AfterValidator(_picture_name)]
"""The bare name of a picture in the record's own folder."""


class BothLanguages(Fields):
    """A text that the team gives in French and in English."""

    fr: Line
    en: Line

    def of(self, language: Language) -> str:
        """The text in that language."""
        return self.fr if language == "fr" else self.en


def read_fields(model: type[Model], tree: Tree) -> tuple[Model | None, list[Finding]]:
    """Type the values of a tree after a model.

    Each faulty part is reported and dropped from the tree, so that the result and the tree agree.
    ``None`` only where the model cannot do without such a part.
    """
    findings: list[Finding] | None = None
    while True:
        try:
            return model.model_validate(tree.plain), findings or []
        except ValidationError as error:
            details: list[Any] = error.errors(include_url=False)
        if findings is None:  # later rounds only drop what lost a part it cannot do without
            findings = [
                _finding(detail, model, tree)
                for detail in details
                if not (detail["type"] == "missing" and tree.has_lost(detail["loc"]))
            ]
        if not tree.drop_all({_faulty_part(detail) for detail in details}):
            return None, findings


def _faulty_part(detail: Any) -> tuple[Any, ...]:
    """The path of what an error is about; for a key that is missing, of the group that lacks it."""
    path: tuple[Any, ...] = detail["loc"]
    return path[:-1] if detail["type"] == "missing" else path


def _finding(detail: Any, model: type[BaseModel], tree: Tree) -> Finding:
    """What pydantic says of one error, in the catalogue's own rules and places."""
    path: tuple[Any, ...] = detail["loc"]
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        key = str(path[-1])
        keys = _keys(model, path[:-1])
        name, colon, rest = key.partition(":")
        if colon and rest and name in keys:  # « {answer:yes} » is one word to YAML
            return faults.UNKNOWN_KEY.at(tree.key_place(path), key=key, nearest=[f"{name}: {rest}"])
        if tree.stands_alone(path):
            return faults.COMMA_IN_VALUE.at(tree.key_place(path), words=key)
        close = nearest(key, keys)
        return faults.UNKNOWN_KEY.at(tree.key_place(path), key=key, nearest=close)
    if kind == "missing":
        return faults.MISSING_KEY.at(tree.key_place(path[:-1]), key=str(path[-1]))
    if context.get("rule") is faults.EMPTY_VALUE or _kind(value) is NOTHING:
        return faults.EMPTY_VALUE.at(tree.key_place(path))
    if kind == "string_pattern_mismatch":
        context = _judged_again(context["pattern"], value)
    if "rule" in context:
        found: Finding = context["rule"].at(tree.place(path), **context["arguments"])
        return found
    if kind == "literal_error" and isinstance(value, str):
        choices = re.findall(r"'([^']*)'", context["expected"])
        close = nearest(value, choices)
        return faults.UNKNOWN_CHOICE.at(
            tree.place(path), value=value, choices=choices, nearest=close
        )
    expected = _EXPECTED.get(kind, A_TEXT)
    return faults.WRONG_TYPE.at(tree.place(path), expected=expected, actual=_kind(value))


def _judged_again(pattern: str, value: str) -> dict[str, Any]:
    """In which way a text fails the pattern of its field."""
    try:
        _JUDGES[pattern](value)
    except PydanticCustomError as error:
        return dict(error.context or {})
    return {"rule": faults.UNTRIMMED_VALUE, "arguments": {}}  # a space only the core knows as such


_EXPECTED: Final[Mapping[str, Bilingual]] = {
    "string_type": A_TEXT,
    "tuple_type": A_LIST,
    "list_type": A_LIST,
    "dict_type": FIELDS,
    "model_type": FIELDS,
    "model_attributes_type": FIELDS,
}


def _wrong_type(expected: Bilingual, value: Any) -> PydanticCustomError:
    actual = _kind(value)
    if actual is NOTHING:
        return fault(faults.EMPTY_VALUE)
    return fault(faults.WRONG_TYPE, expected=expected, actual=actual)


def _kind(value: Any) -> Bilingual:
    if value == "" or value is None:
        return NOTHING
    if isinstance(value, (list, tuple)):
        return A_LIST
    return FIELDS if isinstance(value, dict) else A_TEXT


def _keys(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys that a model knows at the end of a path."""
    fields = model.model_fields
    for step in path:
        if isinstance(step, int):
            continue
        if step not in fields:  # a key of the author's in a mapping: its group is what counts
            continue
        below = _model_in(fields[step].annotation)
        if below is None:
            return []
        fields = below.model_fields
    return list(fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation is about, however it is wrapped."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _model_in(part)
        if found is not None:
            return found
    return None
