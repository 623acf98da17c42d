"""The codes for editions: their facts and their requirements."""

from intake.packs.checks.code import Code
from intake.words import _

#: What is counted.
FACTS = {
    "fact-list-unknown": Code(
        _("A fact is reckoned from what is no list."), _("{name}: {value} is not a list of the portfolio; name one.")
    ),
    "fact-field-unknown": Code(
        _("A fact looks at a field that its list does not have."),
        _("{name}: {value} is not a field of the portfolio; see intake schema portfolio."),
    ),
    "fact-kind-wrong": Code(
        _("A fact does with a field what its kind does not allow."),
        _("{name}: {value} is of another kind than this takes ({takes}); name another field or operation."),
    ),
    "fact-whole-measured": Code(
        _("A fact measures what may be the whole time, which has no length of its own."),
        _("{name}: {value} may be the whole time; name it under during, and the span that it narrows under of."),
    ),
    "fact-key-idle": Code(
        _("A key of a fact does nothing without another."),
        _("{name}: {value} does nothing without {needs}; add that, or take {value} out."),
    ),
    "because-missing": Code(
        _("A test of a fact confirms and does not say why."),
        _("{name}: the test of {value} has confirm; say under because what the association is to decide."),
    ),
    "fact-after-unknown": Code(
        _("A fact counts from what is no date."),
        _("{name}: {value} is not a fact that is a date; name one with earliest."),
    ),
    "fact-unused": Code(
        _("A fact serves nothing."), _("No requirement and no question uses the fact {name}; take it out.")
    ),
    "fact-never": Code(
        _("No entry can count toward a fact."),
        _("{name}: no entry that the interview asks for passes all of these tests; change one of them."),
    ),
    "fact-unknown": Code(
        _("A rule stands on what is neither a fact nor an answer."),
        _("{name}: {value} is neither a fact nor an answer; check its spelling."),
    ),
}
#: What is asked.
REQUIREMENTS = {
    "requirement-twice": Code(
        _("Two requirements have one id."), _("The requirement {name} stands here twice; give one of them another id.")
    ),
    "asks-twice": Code(
        _("Two questions for the association have one id."),
        _("The question {name} stands here twice; give one of them another id."),
    ),
    "level-twice": Code(
        _("Two levels have one id, or one number."),
        _("The level {name} stands here twice; give one of them another id or number."),
    ),
    "level-missing": Code(
        _("A requirement of a level, or of its exam, does not say which level."),
        _("{name} is of the group {group}, and so of a level; name it under level."),
    ),
    "level-spare": Code(
        _("A requirement for everybody is of a level."),
        _("{name} is of the group {group}, which has no levels; take level out, or make it group: level."),
    ),
    "level-unknown": Code(
        _("A requirement is of a level that the edition does not have."),
        _("{name}: there is no level {value}; name one of {allowed}."),
    ),
    "track-unknown": Code(
        _("A requirement is of a track that its level does not have."),
        _("{name}: its level has no track {value}; check its spelling."),
    ),
    "level-empty": Code(
        _("A level asks for nothing."), _("No requirement is of the level {name}; write one, or take the level out.")
    ),
    "track-empty": Code(
        _("A track asks for nothing."), _("No requirement is of the track {name}; write one, or take the track out.")
    ),
    "level-not-offered": Code(
        _("Nobody can say that they aim at a level."),
        _("The question target.level does not offer {name}; it offers {allowed}."),
    ),
    "source-unknown": Code(
        _("A citation names a source that the edition does not have."),
        _("{name}: there is no source {value}; name one of {allowed}."),
    ),
    "figure-missing": Code(
        _("A number of a rule does not stand in its quotation."),
        _("{name}: say under figures how {value} stands in the quotation."),
    ),
    "figure-not-quoted": Code(
        _("Words for a number do not stand in the quotation."),
        _("{name}: {value} does not stand in the quotation; copy its words."),
    ),
    "figure-wrong": Code(
        _("Words for a number state another one."),
        _("{name}: {words} does not state {value}; correct the number of the rule, or copy the words that state it."),
    ),
    "figure-unused": Code(
        _("Words are given for a number that the rule does not have."),
        _("{name}: no condition of it has the number {value}; take it out of figures."),
    ),
    "ways-empty": Code(
        _("A list of ways is empty, so that it holds for everybody."),
        _("{name}: {value} is an empty list, which everybody satisfies; write a way, or take {value} out."),
    ),
    "answer-unknown": Code(
        _("An answer is put into words that nobody gives."),
        _("{name} is not an answer of the interview; check its spelling, or take it out."),
    ),
    "scope-unknown": Code(
        _("Whom a requirement concerns is to depend on a fact, and only answers are looked at."),
        _("{name}: applies and unless look at answers alone, and {value} is a fact; name an answer."),
    ),
    "requirement-empty": Code(
        _("A requirement needs nothing and confirms nothing."),
        _("{name} has neither need nor confirm, so it is never met; write one of them."),
    ),
    "requirement-unanswerable": Code(
        _("Whom a requirement concerns is never asked what decides it."),
        _("{name}: nobody whom it concerns is asked for {value}; change applies, unless, or the interview."),
    ),
    "requirement-never-met": Code(_("No answers meet a requirement."), _("No answers meet {name}; change its need.")),
    "requirement-always-met": Code(
        _("All answers meet a requirement."), _("Every answer meets {name}, so it requires nothing; change its need.")
    ),
    "confirm-never": Code(
        _("What is to be confirmed never comes up beside the need."),
        _("{name}: wherever confirm holds, need holds too, or it never holds; change it or take it out."),
    ),
    "way-idle": Code(
        _("One of several ways is never the one that decides."),
        _("{name}: way {value} never holds by itself; change it or take it out."),
    ),
    "asks-never": Code(
        _("A question for the association never comes up."),
        _("No answers bring up the question {name}; change its when."),
    ),
}
