"""What staff open: a rating counts in its own place alone, and is unconfirmed until its code was read out."""

from reference_samples import KEYS, OFFICE, portfolio, rating, request, sealed

from intake.references.opening import Opened, opened_ratings, same_people
from intake.references.rating import code_of, rating_bytes
from intake.references.sealing import padded, seal

OWN = request()
SECOND = request(id="4k7m2x9tq3rc", referee="Sam Ode", kind="rs_provider")
KEY = [str(OFFICE)]
SAM = {"name": "Sam Ode", "email": "sam@example.org", "phone": "+18045550100", "endorsed": False}


def _name(asked: str = OWN.id, place: int = 1) -> str:
    return f"{place:02d}-{asked}.age"


def test_a_rating_is_unconfirmed_until_its_code_is_told() -> None:
    files = {_name(): sealed()}
    assert opened_ratings(files, portfolio(OWN), KEY, [])[0].state == "unconfirmed"
    assert opened_ratings(files, portfolio(OWN), KEY, [code_of(rating(SECOND))])[0].state == "unconfirmed"
    assert opened_ratings(files, portfolio(OWN), KEY, [code_of(rating())])[0].state == "confirmed"


def test_a_rating_that_somebody_else_made_up_has_another_code() -> None:
    """The public key is public: a forgery opens as well as the rating does, and the code tells."""
    code = code_of(rating())
    forged = seal(padded(rating_bytes(rating(areas={"theory": "much", "law": "much"}, secret=b"f" * 16))), KEYS)
    assert opened_ratings({_name(): forged}, portfolio(OWN), KEY, [code])[0].state == "unconfirmed"


def _refused(files: dict[str, bytes], *made: object, **more: str) -> str:
    found = opened_ratings(files, portfolio(*made, **more), KEY, [])  # type: ignore[arg-type]
    assert [one.state for one in found] == ["refused"] * len(found)
    assert all(one.rating is None for one in found)
    return " ".join(one.problem for one in found)


def test_two_ratings_that_changed_places_are_found() -> None:
    files = {_name(SECOND.id): sealed(), _name(place=2): sealed(rating(SECOND, rater=SAM))}
    assert "place of another rating" in _refused(files, OWN, SECOND)


def test_a_rating_of_another_applicant_is_found() -> None:
    theirs = request(applicant="Keisha Brown", id="4k7m2x9tq3rd")
    assert "belongs to another applicant" in _refused({_name(theirs.id): sealed(rating(theirs))}, OWN)
    assert "rates somebody else" in _refused({_name(): sealed(rating(request(applicant="Keisha Brown")))}, OWN)
    assert "place of another" in _refused({_name(): sealed(rating(theirs))}, OWN)


def test_a_rating_for_an_earlier_request_is_found() -> None:
    """Made again at another level, or with the waiver taken back: what was rated then is not what is asked now."""
    for earlier in (request(level="ifs"), request(waiver=False), request(made="2025-01-01")):
        assert "not the one in the portfolio" in _refused({_name(): sealed(rating(earlier))}, OWN)


def test_what_says_that_it_is_sealed_and_is_not_is_found() -> None:
    assert "that is not so" in _refused({_name(): padded(rating_bytes(rating(sealed=True)))}, OWN)


def _opened(*raters: dict[str, object]) -> list[Opened]:
    files = {
        _name(asked.id, n): sealed(rating(asked, rater=rater))
        for n, (asked, rater) in enumerate(zip((OWN, SECOND), raters, strict=True), start=1)
    }
    return opened_ratings(files, portfolio(OWN, SECOND), KEY, [])


def test_one_person_who_rates_twice_is_found_by_name_address_or_number() -> None:
    robin: dict[str, object] = {"name": "Robin Avery", "email": "robin@example.org", "phone": "+18043531234"}
    assert same_people(_opened(robin, dict(SAM)), portfolio()) == []
    for other, by in (
        ({"name": "Dr. Avery, Robin"}, "name"),
        ({"name": "R. Smith", "email": "Robin+work@Example.org"}, "e-mail"),
        ({"name": "Kim Lee", "phone": "804-353-1234"}, "telephone"),
    ):
        assert by in " ".join(same_people(_opened(robin, dict(other)), portfolio()))


def test_an_applicant_who_rates_themselves_is_found() -> None:
    robin: dict[str, object] = {"name": "Robin Avery", "email": "robin@example.org"}
    own = portfolio(email="ROBIN@example.org")
    assert "the applicant are the same person" in " ".join(same_people(_opened(robin, dict(SAM)), own))


def test_what_other_guidance_says_is_labelled_as_such() -> None:
    void = rating(areas=dict.fromkeys(["theory", "law", "systems", "service", "others", "thinking"], "unknown"))
    notes = " ".join(opened_ratings({_name(): sealed(void)}, portfolio(OWN), KEY, [])[0].notes)
    assert "Alabama" in notes
    five = rating(areas=dict.fromkeys(["theory", "law", "systems", "service", "others"], "unknown"))
    assert "Alabama" not in " ".join(opened_ratings({_name(): sealed(five)}, portfolio(OWN), KEY, [])[0].notes)


def test_a_rating_by_somebody_else_than_was_asked_is_told() -> None:
    found = opened_ratings({_name(): sealed(rating(rater=SAM))}, portfolio(OWN), KEY, [])[0]
    assert "The request names Robin Avery; the rating is by Sam Ode." in found.notes


def test_without_the_key_it_stays_shut() -> None:
    found = opened_ratings({_name(): sealed()}, portfolio(OWN), [], [])[0]
    assert (found.state, found.rating) == ("refused", None)
    assert "--key" in found.problem
