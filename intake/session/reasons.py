"""Why any question is asked, whichever stands: the pack's reason, and the rules that its answer counts for."""

from collections.abc import Iterator

from intake.interview.standing import MORE, Standing
from intake.interview.statechart import END
from intake.rulebook.assess import Assessment
from intake.rulebook.board import concerning
from intake.rulebook.edition import Edition, Fact, Requirement
from intake.rulebook.proof import prove
from intake.session import talk
from intake.session.case import OpenCase
from intake.session.wording import label_of
from intake.words import _

#: The rules quoted in full; more are counted.
_MOST = 3


def why(case: OpenCase, at: Standing) -> str:
    """Why the question is asked, and the rules that its answer counts for; a plain sentence where it is gone."""
    if at.question == END:
        return talk.why(case, at)
    section = case.pack.flow.sections.get(at.section)
    if section is None or (at.field != MORE and at.field not in section.by_field):
        return _("That question is not among those asked here any more. What was answered to it is kept.")
    rules = _rules(case.assessment, at)
    label = label_of(case.pack.flow, at.question)
    reason = _("Why “{label}” is asked: {why}").format(label=label, why=talk.why(case, at))
    more = len(rules) - _MOST
    rest = [_("Rules beside these: {count}. Say why with a level to see them.").format(count=more)] if more > 0 else []
    return "\n\n".join([reason, *(_said(case.assessment, rule) for rule in rules[:_MOST]), *rest])


def _rules(assessment: Assessment, at: Standing) -> list[Requirement]:
    """The rules that the answer decides, by itself or within a figure; else those that ask for the list it is in."""
    edition = assessment.edition
    own = [rule for rule in concerning(assessment) if at.question in rule.facts or _counts(edition, rule, at)]
    return own or [rule for rule in concerning(assessment) if any(f.takes_all for f in _facts(edition, rule, at))]


def _counts(edition: Edition, rule: Requirement, at: Standing) -> bool:
    return any(at.field == MORE or at.field in _fields(fact) for fact in _facts(edition, rule, at))


def _facts(edition: Edition, rule: Requirement, at: Standing) -> Iterator[Fact]:
    """The rule's figures that are reduced from the answer's section."""
    named = (edition.facts[name] for name in rule.facts if name in edition.facts)
    return (fact for fact in named if fact.section == at.section)


def _fields(fact: Fact) -> Iterator[str]:
    yield fact.field
    yield fact.during
    yield from (where.name_and_tense[0] for where in fact.where)


def _said(assessment: Assessment, rule: Requirement) -> str:
    proof = prove(assessment, rule)
    text = _("{title}: {rule}\n  Source: {source}, “{section}”: “{quote}”")
    cite = proof.cite
    return text.format(title=proof.title, rule=proof.rule, source=cite.source, section=cite.section, quote=cite.quote)
