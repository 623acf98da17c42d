"""`intake serve` in a real browser: who may enter, what is kept when a tab is closed, and an end in good order."""

import os
import select
import signal
import socket
import sys
import zipfile
from collections.abc import Iterator

import pytest
from browsing import CHROMIUM, Served, Tab, chromium, elsewhere, served
from desk import DAY, Desk, Talking
from playwright.sync_api import Browser, BrowserContext

NAME, MAIL, PHONE = "What name should stand", "Which personal e-mail address", "Which telephone number"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine to open the pages with")
    with chromium() as browser:
        yield browser


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that was nowhere yet, of a size that has room for the side panel."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with more places than the tests below have visitors."""
    with served(Desk(tmp_path_factory.mktemp("desk")), "--visitors", "12") as server:
        yield server


def test_a_closed_tab_loses_nothing_and_opens_again_where_it_was(server: Served, context: BrowserContext) -> None:
    number, link = server.next()
    tab = Tab(context, link).begin().until(NAME)
    tab.say("Dana Whitfield").until("Name: Dana Whitfield. Saved.").say("dana.w@example.org").until(PHONE)
    assert tab.foreign == []
    assert len(server.processes()) == 1
    tab.page.close()
    server.until(f"Visitor {number} has closed the page")
    assert server.processes() == []
    assert server.desk.answers() == ["Dana Whitfield", "dana.w@example.org"]
    again = Tab(context, link)
    assert again.page.url == f"{server.origin}/"
    again.until("Welcome back").until(PHONE)
    assert "Dana Whitfield · ✓ saved" in again.shown
    assert "Dana Whitfield" in server.desk.intake("cases").out
    assert "Dana" not in server.said


def test_wrong_links_used_links_and_one_visitor_too_many_are_refused(desk: Desk, browser: Browser) -> None:
    def refused(address: str) -> tuple[int, str]:
        with browser.new_context() as context:
            tab = Tab(context, address)
            return tab.status, tab.page.get_by_role("heading").inner_text()

    with served(desk, "--visitors", "2") as server:
        one, two = server.links
        assert refused(f"{server.origin}/enter/k7f2-qx9m-4rtb-hw3d") == (403, "This link is not right")
        Tab(browser.new_context(), one).begin().until(NAME)
        assert refused(one) == (403, "This link has been used")
        Tab(browser.new_context(), two).begin().page.wait_for_url(f"{server.origin}/")
        assert refused(two) == (503, "Every place is taken")
        assert refused(f"{server.origin}/") == (401, "Please open the link you were given")
        assert len(desk.intake("cases").out.splitlines()) == 2


def test_a_page_of_another_site_cannot_speak_for_a_visitor(server: Served, context: BrowserContext) -> None:
    """The other site is on the same host: browsers send cookies there whatever SameSite says, so Origin decides."""
    Tab(context, server.next()[1]).begin().until(NAME)
    errors: list[str] = []
    with elsewhere() as site:
        page = context.new_page()
        page.on("websocket", lambda socket: socket.on("socketerror", lambda error: errors.append(error)))  # noqa: PLW0108
        page.goto(site)
        page.evaluate(
            "address => new Promise(end => { const s = new WebSocket(address); s.onopen = s.onerror = end; })",
            f"{server.origin.replace('http', 'ws')}/ws?width=80&height=24",
        )
    assert len(errors) == 1
    assert "Unexpected response code: 403" in errors[0]


def test_the_tab_opened_last_has_the_application(server: Served, context: BrowserContext) -> None:
    first = Tab(context, server.next()[1]).begin().until(NAME).say("Dana Whitfield").until(MAIL)
    second = Tab(context, f"{server.origin}/").until("Welcome back").until(MAIL)
    first.page.wait_for_url("**/elsewhere")
    assert "Everything is saved" in first.page.inner_text("main")
    second.say("dana.w@example.org").until("Saved.").until(PHONE)
    assert len(server.processes()) == 1


def test_a_visitor_gets_the_bundle_and_nothing_else_of_this_computer(server: Served, context: BrowserContext) -> None:
    tab = Tab(context, server.next()[1]).begin().until(NAME).say("Dana Whitfield")
    tab.until(MAIL).say("/attach /etc/passwd").until("In the browser a file cannot be attached.")
    with tab.page.expect_download() as download:
        tab.say("export")
    assert download.value.suggested_filename == "portfolio-dana-whitfield.zip"
    bundle = server.desk.folder / "downloaded.zip"
    download.value.save_as(bundle)
    assert zipfile.is_zipfile(bundle)
    assert server.desk.intake("check", bundle, "--json").code == 0
    assert not list(server.desk.folder.rglob("portfolio-*.zip"))
    tab.page.keyboard.press("Control+q")
    tab.page.wait_for_url("**/left")
    tab.page.get_by_role("button", name="End my visit on this computer").click()
    tab.page.wait_for_url("**/ended")
    assert Tab(context, f"{server.origin}/").status == 401
    link = server.until("A link for the next one").split()[-1]
    assert Tab(context, link).page.get_by_role("heading").inner_text() == "Welcome"


def test_a_case_that_is_open_at_the_desk_is_said_to_be(server: Served, context: BrowserContext) -> None:
    number, link = server.next()
    tab = Tab(context, link).begin().until(NAME)
    tab.page.keyboard.press("Control+q")
    tab.page.wait_for_url("**/left")
    server.until(f"Visitor {number} has closed the page")
    staff = Talking(server.desk, "resume", f"Visitor {number}", "--as-of", DAY)
    staff.until(NAME)
    tab.page.get_by_role("link", name="Go on with my application").click()
    tab.page.wait_for_url("**/busy")
    staff.done()


def test_a_visit_that_breaks_says_so_and_can_be_gone_on_with(server: Served, context: BrowserContext) -> None:
    tab = Tab(context, server.next()[1]).begin().until(NAME).say("Marisol Vega").until(MAIL)
    (process,) = server.processes()
    os.kill(process, signal.SIGKILL)
    tab.page.wait_for_url("**/stopped")
    tab.page.get_by_role("link", name="Go on with my application").click()
    tab.until("Welcome back").until(MAIL)


def test_the_end_of_the_server_ends_every_visit_and_the_page_says_so(desk: Desk, context: BrowserContext) -> None:
    with served(desk) as server:
        tab = Tab(context, server.links[0]).begin().until(NAME).say("Dana Whitfield").until(MAIL)
        (process,) = server.processes()
        assert server.end(signal.SIGINT) == 0
        assert "Pages that were open: 1. Everything that was sent is saved" in server.said
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        tab.page.get_by_role("heading", name="Not connected any more").wait_for()
    assert desk.answers() == ["Dana Whitfield"]


def test_no_visit_outlives_a_server_that_was_killed(desk: Desk, context: BrowserContext) -> None:
    with served(desk) as server:
        Tab(context, server.links[0]).begin().until(NAME).say("Dana Whitfield").until(MAIL)
        (process,) = server.processes()
        watch = os.pidfd_open(process)
        server.end(signal.SIGKILL)
        assert select.select([watch], [], [], 10)[0] == [watch]
        os.close(watch)
    assert desk.answers() == ["Dana Whitfield"]


def test_a_port_that_is_taken_is_said_to_be(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = desk.intake("serve", "--port", str(other.getsockname()[1]))
    assert (done.code, done.out) == (3, "")
    assert "Another program may have it: choose one by --port." in done.err


@pytest.mark.parametrize("origin", ["desk.example.org", "https://desk.example.org/intake"])
def test_an_origin_that_is_none_is_said_to_be(desk: Desk, origin: str) -> None:
    done = desk.intake("serve", "--origin", origin)
    assert (done.code, done.out) == (2, "")
    assert "is no address of a site" in done.err


def test_without_its_extra_it_says_what_to_type(desk: Desk) -> None:
    lacking = "import sys; sys.modules['textual_serve'] = None; from intake.cli import run; sys.exit(run(['serve']))"
    done = desk.intake(python=[sys.executable, "-c", lacking])
    assert (done.code, done.out) == (3, "")
    assert "uv run --extra serve intake serve" in done.err
