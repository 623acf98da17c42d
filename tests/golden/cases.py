"""The cases of the golden tables: ten personas, as they type it, and ten edge cases, as small documents.

`facts` and `expected` are the words of the domain's tables: what a reader holds a table against. As of 1 March 2026.
"""

import tempfile
from pathlib import Path
from typing import NamedTuple

import personas
from rulebook_samples import Doc, degree, document, job, leading, reference, training

from intake.portfolio.signing import signed_digest
from intake.session.document import portfolio_of
from intake.session.start import open_to_read


class Case(NamedTuple):
    """Somebody whose answers are judged by every edition."""

    name: str
    facts: str
    expected: str


#: The personas, by the name of their transcript.
PERSONAS = (
    Case(
        "keisha",
        "P1 Keisha, CDA home visitor: CDA 10 May 2024 (to 10 May 2027); home visitor, paid, from 3 Sep 2024; 34 "
        "training h; 10 group RS h; two references; Code unsigned; not a member.",
        "I Met by CDA; II–IV Not met; missing membership, third reference, Code; Confirm CDA proof as transcript.",
    ),
    Case(
        "marisol",
        "P2 Marisol, Part C coordinator: BS May 2021; coordinator, paid full-time, from 17 Oct 2022; 58 h; 20 group"
        " RS h, provider unknown; member, three references, signed.",
        "II degree and duration Met, nature of work Confirm; I Met by paid years; III–IV Not met.",
    ),
    Case(
        "dana",
        "P3 Dana, LCSW: MSW May 2017; parent–infant therapist from 1 Feb 2021, supervised to 30 Jun 2023; "
        "supervises interns from 1 Sep 2024; 80 h; 55 RS h.",
        "III Met on degree and 2 supervised years, exam outstanding; IV-Clinical Not met (1 y 6 m of 3).",
    ),
    Case(
        "robert",
        "P4 Robert, nurse: BSN May 2015; NICU 10 Aug 2015–24 Jun 2022; public-health home visiting from 5 Jul 2022;"
        " 12 h; no RS; no references; not a member.",
        "I Met; II degree Met, work Confirm; III–IV Not met.",
    ),
    Case(
        "eleanor",
        "P5 Eleanor, professor: PhD 2012; university teaching and publishing since Aug 2016; no direct service; no RS.",
        "IV-R/F duration Met, “leader” Confirm, exam outstanding; III Not met; prerequisite 3 Confirm.",
    ),
    Case(
        "thomas",
        "P6 Thomas, state policy lead: MPP 13 May 2023; infant-toddler program lead from 10 Jan 2022.",
        "IV-Policy: strict reading not yet, earliest 13 May 2026; all-time passes → Confirm; III Not met.",
    ),
    Case(
        "jennifer",
        "P7 Jennifer, pre-K aide: high school; no CDA; paid pre-K aide (ages 4–5) from 1 Apr 2025; three years "
        "unpaid church nursery.",
        "I–IV Not met; routes: CDA, Associate's, or 2 paid years (earliest 1 Apr 2027, whether pre-K counts is "
        "Confirm).",
    ),
    Case(
        "aisha",
        "P8 Aisha, between levels: IFS since 1 Jul 2025; MSW May 2025; supervised IMH therapist from 19 May 2025.",
        "III degree Met, work not yet, earliest 19 May 2027; moving rule from VA-8 shown as other guidance.",
    ),
    Case(
        "analucia",
        "P9 Ana Lucía, foreign degrees: Licenciatura 2014, Magíster 2018 (Peru); supervised paid parent–infant work"
        " in Lima 1 Jun 2018–31 Aug 2021; Virginia family support worker from 1 Apr 2024.",
        "I Met on paid years if overseas counts (Confirm); II, III durations plausible, equivalence Confirm; IV Not"
        " met.",
    ),
    Case(
        "gloria",
        "P10 Gloria, lapsed membership: IFS since Oct 2019; membership lapsed 31 Dec 2024; 2025: 16 training h, 5 "
        "RS h.",
        "A renewal case: training Met, RS Not met, membership Not met; registry status unknown → ask.",
    ),
)


def applicant(level: str, track: str | None = None, *, virginia: str = "live_and_work", **sections: object) -> Doc:
    """Somebody who has all that a portfolio lists and is not named in `sections`, and has signed it."""
    plain: Doc = {
        "target": {"level": level, "track": track},
        "membership": {"current": True},
        "exam": {"status": "passed"},
        "training": [training(34)],
        "supervision": [{"provider": "Mary Lopez", "credential": "imhm_clinical", "format": "individual", "hours": 60}],
        "references": [
            reference("Robin Avery"),
            reference("Lee Park") | {"relation": "rs_provider"},
            reference("Ana Ruiz") | {"relation": "endorsed"},
        ],
        "ethics": {"read": True},
    }
    doc = document(**plain | sections)
    doc["applicant"]["virginia"] = virginia
    doc["ethics"]["signature"] = {"portfolio_sha256": signed_digest(doc)}
    return doc


_MASTER = degree("master", "2017-05-13")
#: The edge cases, each with its document.
EDGES: tuple[tuple[Case, Doc], ...] = (
    (
        Case(
            "doctorate", "A doctorate at Level II; paid work from 1 Jan 2022.", "II degree Confirm, leaning yes (AL-2)."
        ),
        applicant("ifs", education=[degree("doctorate")], work=[job("2022-01-01")]),
    ),
    (
        Case(
            "two_categories",
            "1.5 years in each of two Mentor categories, clinical then policy, from 1 Jan 2022; a Master's of 2017.",
            "Only the sum reaches 3 → Confirm.",
        ),
        applicant(
            "imhm",
            "clinical",
            education=[_MASTER],
            work=[leading("clinical", "2022-01-01", "2023-06-30"), leading("policy", "2023-07-01", "2024-12-31")],
        ),
    ),
    (
        Case(
            "overlapping",
            "Two part-time jobs, 1 Jan 2023–30 Jun 2024 and 1 Jun 2023–31 Dec 2024; a Bachelor's of May 2015.",
            "Overlaps merged, never counted twice; under full-time → Confirm.",
        ),
        applicant(
            "ifs",
            education=[degree("bachelor")],
            work=[
                job("2023-01-01", "2024-06-30", schedule="part_time"),
                job("2023-06-01", "2024-12-31", schedule="part_time"),
            ],
        ),
    ),
    (
        Case("expired_cda", "A CDA that expired on 31 Dec 2025; no other way to Level I.", "Recorded; Confirm."),
        applicant("ifa", education=[degree("cda", expires="2025-12-31")], work=[job("2025-01-01")]),
    ),
    (
        Case("same_rater", "The same rater twice, in two spellings, and one other.", "Three distinct people: Not met."),
        applicant(
            "ifa",
            education=[degree("associate")],
            work=[job("2024-01-01")],
            references=[reference("Robin Avery"), reference("ROBIN  avery"), reference("Lee Park")],
        ),
    ),
    (
        Case(
            "degree_after_start",
            "A Master's of 1 Jun 2024 during a job from 1 Jan 2023 to 31 Dec 2025, supervised all along; no other "
            "degree.",
            "Both totals; only the all-time total passes → Confirm.",
        ),
        applicant("imhs", education=[degree("master", "2024-06-01")], work=[job("2023-01-01", "2025-12-31")]),
    ),
    (
        Case(
            "training_ahead",
            "10 hours of training in June 2025 and 25 in May 2027.",
            "What lies ahead is listed and does not count: 10 hours.",
        ),
        applicant(
            "ifs",
            education=[degree("bachelor")],
            work=[job("2022-01-01")],
            training=[training(10), training(25, "2027-05")],
        ),
    ),
    (
        Case(
            "jd",
            "A JD of May 2015; leads in policy since 1 Jan 2022.",
            "Post-graduate degree: record; what counts is asked.",
        ),
        applicant(
            "imhm",
            "policy",
            education=[degree("doctorate", subject="law (JD)")],
            work=[leading("policy", "2022-01-01", ages=["none"])],
        ),
    ),
    (
        Case(
            "dont_know",
            "“Don't know” to everything.",
            "Need more information throughout; only the signature is not there.",
        ),
        document(finished=()),
    ),
    (
        Case(
            "maryland",
            "A resident of Maryland who works in Virginia, otherwise complete at Level II.",
            "Recorded; Confirm.",
        ),
        applicant("ifs", virginia="work", education=[degree("bachelor")], work=[job("2022-01-01")]),
    ),
)


def typed(name: str) -> Doc:
    """The document of a persona, after the whole transcript."""
    with tempfile.TemporaryDirectory() as folder:
        session, _printed = personas.run(name, Path(folder), Path(folder) / "me.zip")
        reader = open_to_read(Path(folder), session.id, personas.AS_OF)
        told = portfolio_of(reader.case)
        reader.close()
    return told


def cases() -> list[tuple[Case, Doc]]:
    """All twenty, each with its document."""
    return [*((case, typed(case.name)) for case in PERSONAS), *EDGES]
