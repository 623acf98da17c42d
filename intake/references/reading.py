"""JSON from a stranger as a request or a rating: small, of one meaning, and of the shape that its model has."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from intake.bundle.strict import StrictError, parse
from intake.references.errors import RatingError
from intake.text import shorten, visible
from intake.words import _

#: The largest request, and the largest rating, in bytes; the longest answers that can be given fit.
LARGEST_REQUEST, LARGEST_RATING = 16 << 10, 1 << 20
_Model = TypeVar("_Model", bound=BaseModel)


def document(data: bytes, model: type[_Model], most: int, called: str) -> _Model:
    """`data` as a `model`; `called` names it in a message. Raises RatingError on anything else."""
    if len(data) > most:
        raise RatingError(
            _("{called} is larger than {most:,} bytes. Ask for it again.").format(called=called, most=most)
        )
    try:
        value = parse(data)
        found = model.model_validate(value)
    except StrictError as error:
        raise RatingError(_("{called} {why}. Ask for it again.").format(called=called, why=error)) from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = shorten(".".join(map(str, first["loc"])) or called, 80)
        text = _("{called} is not in the form that is expected, at “{where}”. Ask for it again.")
        raise RatingError(text.format(called=called, where=where)) from error
    if not _plain(value):
        text = _("{called} holds characters that would steer a terminal. Ask for it again.")
        raise RatingError(text.format(called=called))
    return found


def _plain(value: object) -> bool:
    """Whether every text in `value` shows as what it is."""
    if isinstance(value, dict):
        return all(map(_plain, value.values()))
    return not isinstance(value, str) or visible(value) == value
