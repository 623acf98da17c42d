"""How the fields and the choices of a portfolio are called where no flow is at hand. English on every machine."""

LEVELS = {
    "ifa": "I, Infant Family Associate",
    "ifs": "II, Infant Family Specialist",
    "imhs": "III, Infant Mental Health Specialist",
    "imhm": "IV, Infant Mental Health Mentor",
}

#: The ways of level IV.
TRACKS = {"clinical": "Clinical", "policy": "Policy", "research": "Research/Faculty"}

#: Fields whose name is not the best word for them.
_FIELDS = {
    "email": "e-mail",
    "format": "individual or group",
    "phone": "telephone",
    "virginia": "Virginia",
    "current": "current member",
    "abroad": "outside the United States",
    "other_name": "papers show another name",
    "span": "time",
    "supervised_span": "time under supervision",
    "hours_per_week": "hours a week",
    "ages": "worked with",
    "rs_provider": "provider of reflective supervision",
    "since": "held since",
    "notice": "written notice given",
    "notified": "day of the notice",
    "recipient": "notice given to",
    "fee": "difference in fees",
    "renewal.year": "the renewal year",
    "read": "Code of Ethics read",
    "supervision_hours": "reflective supervision hours",
    "version": "edition",
    "name_matches": "same name as the applicant's",
    "shown": "words that were shown",
    "shown_sha256": "SHA-256 of the words shown",
    "event": "entry of the log",
    "event_sha256": "SHA-256 of the log up to it",
    "portfolio_sha256": "SHA-256 of the answers signed",
}

#: Choices whose id is not the best word for them.
_CHOICES = (
    LEVELS
    | TRACKS
    | {
        "live_and_work": "lives and works there",
        "live": "lives there",
        "work": "works there",
        "neither": "neither lives nor works there",
        "apply": "apply for the first time",
        "move": "move to another level",
        "supervisor": "supervisor, teacher or trainer",
        "cda": "CDA",
        "associate": "Associate's degree",
        "bachelor": "Bachelor's degree",
        "master": "Master's degree",
        "birth_to_3": "birth to 3",
        "ages_3_to_5": "ages 3 to 5",
        "older": "older children",
        "full_time": "full-time",
        "part_time": "part-time",
        "whole": "the whole time",
        "direct": "direct service",
        "imhm_clinical": "IV, Infant Mental Health Mentor, Clinical",
        "high_school": "high-school diploma",
        "rs_provider": "provider of reflective supervision",
        "own_copy": "own copy only",
        "passed": "taken; by the applicant's account with a passing mark",
        "told": "known, not paid yet",
        "not_told": "not known yet",
        "other": "something else",
    }
)


def field(name: str) -> str:
    """What a field is called."""
    return _FIELDS.get(name, name.replace("_", " "))


def choice(value: str) -> str:
    """What a choice is called."""
    return _CHOICES.get(value, value.replace("_", " "))
