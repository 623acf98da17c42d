"""The hand-out as JSON, for other programs."""

import json

import msgspec

from intake.rulebook.levels import Overview
from intake.text import visible


def written(shown: Overview) -> str:
    """The overview with the fields of `intake.rulebook.levels`, as JSON that ends in a line feed."""
    return visible(json.dumps(msgspec.to_builtins(shown), indent=2, ensure_ascii=False)) + "\n"
