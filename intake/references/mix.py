"""Whom other guidance wants among the referees of a level: said, with its source, and never required."""

from collections.abc import Collection

from intake.interview.flow import MixPart
from intake.words import _


def mix_said(mix: MixPart | None, named: Collection[str], labels: dict[str, str]) -> list[str]:
    """The guidance in words, and which kinds of referee nobody `named` is; `labels` are the kinds' own words."""
    if mix is None:
        return [_("The sources here do not say whom to ask for this level; the page asks for three ratings.")]
    text = _("The source page does not say whom to ask. Other guidance: {says} ({source}).")
    missing = [labels.get(kind, kind) for kind in mix.kinds if kind not in named]
    said = [text.format(says=mix.says, source=mix.source)]
    if missing:
        text = _("Not among yours: {kinds}. It is not required; ask the association if in doubt.")
        said.append(text.format(kinds="; ".join(missing)))
    return said
