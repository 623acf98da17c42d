"""`data/proofs.json`: every verdict with everything that led to it, for machines; the same bytes on every machine.

Shape: `format`, `rulebook` and `as_of` as in the portfolio's part `judged`, and `requirements`, each in the form of
`intake.rulebook.verdicts.wire`. Only what follows from the answers, so that anyone can make it again.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from intake.rulebook.verdicts import Verdict, wire

FORMAT = "intake-proofs/1"


def proofs(portfolio: Mapping[str, Any], verdicts: Sequence[Verdict]) -> bytes:
    """The file's bytes, for a `portfolio` that follows its schema."""
    judged = portfolio.get("judged") or {}
    document = {
        "format": FORMAT,
        "rulebook": judged.get("rulebook"),
        "as_of": judged.get("as_of"),
        "requirements": [wire(verdict) for verdict in verdicts],
    }
    return (json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n").encode()
