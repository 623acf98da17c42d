"""Every code of the checker: what it means, and the sentence that says what to do. `intake flow codes` prints them."""

from intake.packs.checks.code import Code
from intake.packs.checks.codes_of_rules import FACTS, REQUIREMENTS
from intake.words import _

#: Files and their grammar: told by the readers, which bring their own reason.
_FILES = {
    "file-missing": Code(_("A file of the pack is not there, or cannot be opened.")),
    "file-large": Code(_("A file is larger than is read.")),
    "file-encoding": Code(_("A file is not UTF-8 text.")),
    "file-control": Code(_("A file holds a control character.")),
    "yaml-syntax": Code(_("A file is not YAML.")),
    "yaml-documents": Code(_("A file holds a second document.")),
    "yaml-alias": Code(_("An anchor or an alias is used.")),
    "yaml-tag": Code(_("A tag is used.")),
    "yaml-key": Code(_("A key is a list or a map.")),
    "yaml-key-twice": Code(_("A key stands twice in one map.")),
    "yaml-deep": Code(_("Values are nested too deeply.")),
    "yaml-many": Code(_("A file holds too many values.")),
    "key-unknown": Code(_("A key is not known at its place.")),
    "key-missing": Code(_("A key that is needed is missing, such as the why of a question or the source of a rule.")),
    "value-wrong": Code(_("A value is not of the kind that its key takes.")),
    "keyword-unknown": Code(_("A condition uses a keyword that conditions do not have.")),
    "schema-wrong": Code(_("A keyword of a condition has a value of the wrong kind.")),
    "fact-cycle": Code(_("Facts wait for each other in a circle.")),
    "extends-wrong": Code(_("An edition extends what cannot be extended, or takes out what is not in it.")),
    "pack-missing": Code(_("What is named is not among the packs."), "{reason}"),
    "file-misnamed": Code(
        _("A file or folder has a name that no pack can have."),
        _("{name} is not checked: the names of files and folders have small letters, digits and _; rename or move it."),
    ),
    "pack-misnamed": Code(
        _("A file calls itself otherwise than its place does."),
        _("It calls itself {name}, and its place is {place}; make them agree."),
    ),
    "unproven": Code(
        _("Too much decides together for a proof."),
        _("{name}: nothing is proven, as more decides together here than is followed ({bound}); let less decide it."),
    ),
}
_FLOW = {
    "stage-twice": Code(
        _("Two stages have one id."), _("The stage {name} stands here twice; give one of them another id.")
    ),
    "section-twice": Code(
        _("Two sections have one id."), _("The section {name} stands here twice; give one of them another id.")
    ),
    "question-twice": Code(
        _("A section asks for one field twice."), _("The question {name} stands here twice; remove one.")
    ),
    "finish-unknown": Code(_("The finishing stage is not there."), _("There is no stage {name}; name the last stage.")),
    "title-unknown": Code(
        _("An entry of a list is named by a field that is not asked."),
        _("An entry is named by {name}, which is not asked; name it by a question of this section."),
    ),
    "field-unknown": Code(
        _("A question has no place in the portfolio."),
        _("The portfolio has no field {name}; see intake schema portfolio."),
    ),
    "field-not-asked": Code(
        _("A field of the portfolio is not asked for."),
        _("The portfolio has the field {name}, and no question asks for it; add one."),
    ),
    "repeat-wrong": Code(
        _("A list is asked once, or a single record as a list."),
        _("A list of the portfolio repeats, and nothing else does; {name} is {kind}."),
    ),
    "kind-wrong": Code(
        _("A question is of another kind than its field."),
        _("{name} holds {holds} in the portfolio; a question of kind {kind} does not give it."),
    ),
    "bounds-wrong": Code(
        _("The bounds of a number leave no number."), _("{name}: the least is above the most; change one of them.")
    ),
    "whole-wrong": Code(
        _("The word for the whole time is not the one that the portfolio takes."),
        _("{name}: whole is {value}, and the portfolio takes {allowed}; change it, or take whole out."),
    ),
    "choices-wrong": Code(
        _("A choice has no choices, or another kind has some."),
        _("{name}: a choice needs choices, and nothing else has them."),
    ),
    "choice-unknown": Code(
        _("A choice is not a value of its field."), _("{name} may be {allowed}, and not {value}; take it out.")
    ),
    "choice-missing": Code(
        _("A value of a field is not offered."), _("{name} may be {value} in the portfolio; offer it.")
    ),
    "alias-twice": Code(
        _("One word means two choices of a question."),
        _("{name}: {value} means two choices; take it from one of them."),
    ),
    "section-alias-twice": Code(
        _("One name means two sections."), _("{value} means {name} and {other}; take it from one of them.")
    ),
    "question-alias-twice": Code(
        _("One name means two questions of a section."),
        _("{value} means {name} and {other}; take it from one of them."),
    ),
}
_GUARDS = {
    "condition-unknown": Code(
        _("A condition names what is no answer given before it."),
        _("{name} waits for {value}, which is not an answer given before; name an earlier question."),
    ),
    "condition-cycle": Code(
        _("Questions wait for each other in a circle."), _("Each waits for the next: {chain}; take one condition out.")
    ),
    "value-unknown": Code(
        _("A condition asks for a value that never occurs."), _("{name} is never {value}; it is {allowed}.")
    ),
    "keyword-unfit": Code(
        _("A keyword of a condition says nothing about a value of this kind."),
        _("{value} says nothing of {name}, which is {allowed}; use another keyword."),
    ),
    "guard-idle": Code(
        _("A condition of the interview holds for every answer."),
        _("{name}: every answer to {value} satisfies this; take it out, or leave some answer out of it."),
    ),
    "guard-overlap": Code(
        _("An answer both brings a section up and leaves it out."),
        _("{name}: when and unless both hold for {value}; take it out of one of them."),
    ),
    "section-unreachable": Code(
        _("No way through the interview leads to a section."),
        _("No answers lead to the section {name}; change the conditions that keep it away ({guards})."),
    ),
    "question-unreachable": Code(
        _("No way through the interview leads to a question."),
        _("No answers lead to the question {name}; change the conditions that keep it away ({guards})."),
    ),
    "dead-end": Code(
        _("A way through the interview ends without its finishing stage: nothing is reviewed, saved or exported."),
        _("With {path}, the interview ends before the stage {name}; let one of its questions always be asked."),
    ),
    "export-missing": Code(
        _("No way through the interview leads to the bundle."),
        _("No answers lead to the question export.write in the stage {name}; without it nobody is offered the bundle."),
    ),
}
_PHRASES = {
    "intent-unknown": Code(
        _("Phrases are given for a command that there is not."), _("There is no command {name}; check its spelling.")
    ),
    "about-unknown": Code(
        _("Phrases ask for an answer that the flow does not have."),
        _("The flow has no answer {name} under about; write one, or take these phrases out."),
    ),
    "about-unheard": Code(
        _("No phrase asks for an answer of the flow."),
        _("No phrase asks for the answer {name}; add some to the phrases."),
    ),
    "slash-twice": Code(
        _("One name after a slash means two commands."), _("/{name} means two commands; take it from one of them.")
    ),
    "phrase-twice": Code(
        _("One phrase means two commands."), _("{value} means {name} and {other}; take it from one of them.")
    ),
    "surely-unknown": Code(
        _("A phrase that surely counts stands under no command."), _("{name} stands under no command; add it to one.")
    ),
    "key-light": Code(
        _("A word both tells a command and does not matter."),
        _("{name} tells a command, so it is not light; take it from one of the lists."),
    ),
    "key-twice": Code(
        _("One word tells two commands."), _("The word {name} tells two commands; take it from one of them.")
    ),
    "phrase-hides-section": Code(
        _("A phrase hides the way to a section."),
        _("{value} means {name}, so nobody gets to that section by it; change the phrase or the name."),
    ),
    "option-hides-phrase": Code(
        _("A choice is called as a command is."), _("{name}: {value} is a command everywhere else; rename the choice.")
    ),
    "term-twice": Code(
        _("One name means two terms of the glossary."), _("{value} means two terms of the glossary; take it from one.")
    ),
}
_SHEETS = {
    "line-twice": Code(
        _("Two lines of a call sheet have one id."),
        _("The line {name} stands here twice; give one of them another id."),
    ),
    "line-hidden": Code(
        _("Two lines of a call sheet are known by one phrase."),
        _("{value} tells the line {other} and the line {name}; take it from one of them."),
    ),
    "line-question-unknown": Code(
        _("A call sheet takes an answer that the flow does not ask for."),
        _("The flow asks no {name} before the review; check its spelling."),
    ),
    "line-option-unknown": Code(
        _("A call sheet names a choice that its question does not offer."),
        _("{name} offers no {value}; check its spelling."),
    ),
}
_MIGRATIONS = {
    "migration-missing": Code(
        _("A version of the flow has no migration that leads to it."),
        _("Write {file}, from version {old}; with steps: [] where nothing changed."),
    ),
    "migration-spare": Code(
        _("A migration leads to no version of the flow."),
        _("{file} leads beyond version {version}; take it out, or give the flow its version."),
    ),
    "migration-old-unknown": Code(
        _("A step names what the older version does not have."),
        _("{name} is not there at this step; check its spelling."),
    ),
    "migration-name-taken": Code(
        _("A step gives a name that is taken."), _("{name} is there already; give another name, or remove that first.")
    ),
    "migration-moves-list": Code(
        _("A step takes an answer out of its list."),
        _("An answer in a list stays in it: remove {name} and add {to}."),
    ),
    "migration-new-unknown": Code(
        _("A step leads to what the newer version does not have."),
        _("The new version has no {name}; check its spelling, or take the step out."),
    ),
    "migration-question-lost": Code(
        _("No step says what became of a question of the older version."),
        _("The new version does not ask {name}; rename it, or remove it, so that its answers are kept aside."),
    ),
    "migration-question-unsaid": Code(
        _("No step says where a question of the newer version comes from."),
        _("The older version does not ask {name}; add it, or rename the question that it was."),
    ),
    "migration-kind-changed": Code(
        _("Answers of one kind would stand for a question of another."),
        _("The answers to {name} are of another kind now and cannot stand; remove the question, then add it."),
    ),
    "migration-option-lost": Code(
        _("No step says what became of an option of the older version."),
        _("The new version does not offer {name}; rename it to the option that it is now, or remove it."),
    ),
}
CODES: dict[str, Code] = _FILES | _FLOW | _GUARDS | FACTS | REQUIREMENTS | _PHRASES | _SHEETS | _MIGRATIONS
