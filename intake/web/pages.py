"""The pages around the app, in plain words and plain HTML. Pure; nothing in them comes from another site."""

from dataclasses import dataclass
from html import escape

from intake.words import _


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: words on a button, the path that it leads to, and whether it changes something there (POST)."""

    words: str
    path: str
    post: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A status, a heading, paragraphs, and the ways on from there."""

    status: int
    title: str
    says: tuple[str, ...]
    ways: tuple[Way, ...] = ()


_GO_ON = Way(_("Go on with my application"), "/")
_ASK = _("Ask the person at the desk, or whoever gave you the link, for a link of your own.")

#: A browser that nobody entered with.
NO_LINK = Page(
    401,
    _("Please open the link you were given"),
    (_("This page opens by a link that works once. {ask}").format(ask=_ASK),),
)
USED = Page(
    403,
    _("This link has been used"),
    (
        _("Each link works once, and belongs to the browser that it was opened in."),
        _("If that was this browser, go on below. If not: {ask}").format(ask=_ASK),
    ),
    (_GO_ON,),
)
FULL = Page(
    503,
    _("Every place is taken"),
    (
        _("This link has been used, and as many people as can be here at once are here. Please wait until one leaves."),
        _("If it was you who used it, in this browser, go on below."),
    ),
    (_GO_ON,),
)
WRONG = Page(
    403,
    _("This link is not right"),
    (
        _("It may have been copied in part, or be of an earlier day: links last as long as the program runs."),
        _("Nothing that you answered before is lost. {ask}").format(ask=_ASK),
    ),
)
GUESSING = Page(
    429,
    _("Too many wrong links"),
    (_("Links are not looked at for a minute. Please wait, and open yours again."),),
)
ELSEWHERE_ORIGIN = Page(
    403,
    _("That came from another site"),
    (_("This page takes nothing from other sites, and answers only at its own address. Nothing was changed."),),
)
NOTHING_HERE = Page(404, _("There is nothing here"), (_("Please open the link you were given."),), (_GO_ON,))
UNSUITED = Page(400, _("That could not be understood"), (_("Nothing was changed."),), (_GO_ON,))
LEFT = Page(
    200,
    _("Everything is saved"),
    (
        _("You can go on at the same question, in this browser, as long as the desk is open."),
        _("On a computer that others use after you, end your visit, so that nobody after you sees your answers."),
    ),
    (_GO_ON, Way(_("End my visit on this computer"), "/end", post=True)),
)
ENDED = Page(
    200,
    _("Your visit has ended"),
    (_("Your answers are kept at the desk, and this browser does not lead to them any more. You can close the page."),),
)
ELSEWHERE = Page(
    200,
    _("Your application is open in another tab"),
    (_("Everything is saved. Go on in the other tab, or take it back here."),),
    (Way(_("Go on here"), "/"),),
)
BUSY = Page(
    200,
    _("Your application is open at the desk"),
    (_("Somebody at the desk has it open at the moment. Everything is saved. Ask them to close it, and try again."),),
    (Way(_("Try again"), "/"),),
)
STOPPED = Page(
    200,
    _("The program had to stop"),
    (_("It met an error of its own. Every answer that you sent is saved."),),
    (_GO_ON,),
)
#: The pages that the end of a visit leads to, by their paths.
ENDS = {"/left": LEFT, "/ended": ENDED, "/elsewhere": ELSEWHERE, "/busy": BUSY, "/stopped": STOPPED}


def welcome(key: str, *, in_another: bool) -> Page:
    """What a visitor is told before they enter by `key`; `in_another` where this browser is in an application.

    Entering is a button and not the link itself: programs that look at links ahead of people, such as those of mail and
    chat, would use it up. And whose computer keeps the answers is to be said before the first one is given.
    """
    says = (
        _("A conversation that puts together an application for the Infant Mental Health Endorsement (IMH-E®)."),
        _(
            "Your answers are kept on the computer that runs this page, and those who run it can read them. Each "
            "answer is saved at once: close the page whenever you like, and open it again in this browser to go on."
        ),
    )
    begin = Way(_("Begin"), f"/enter/{key}", post=True)
    if not in_another:
        return Page(200, _("Welcome"), says, (begin,))
    warning = _(
        "An application is open in this browser already. If it is not yours, begin one of your own; it ends that one."
    )
    return Page(200, _("Welcome"), (*says, warning), (_GO_ON, Way(_("Begin one of my own"), begin.path, post=True)))


def html(page: Page) -> str:
    """A page as a whole document."""
    says = "\n".join(f"<p>{escape(text)}</p>" for text in page.says)
    ways = "\n".join(map(_way, page.ways))
    body = f"<main>\n<h1>{escape(page.title)}</h1>\n{says}\n{ways}\n</main>"
    return _document(page.title, '<link rel="stylesheet" href="/static/page.css">', body)


def terminal(sockets: str) -> str:
    """The page that holds the app; `sockets` is the origin of its websocket."""
    head = (
        '<link rel="stylesheet" href="/static/xterm.css">\n<link rel="stylesheet" href="/static/terminal.css">\n'
        '<script src="/static/textual.js"></script>\n<script src="/static/terminal.js"></script>'
    )
    lost = (
        _("Not connected any more"),
        _("Every answer that you sent is saved."),
        _("Go on"),
    )
    title, text, words = map(escape, lost)
    opening = escape(_("Opening your application …"))
    body = (
        f'<p id="opening">{opening}</p>\n'
        f'<div id="terminal" class="textual-terminal" data-session-websocket-url="{escape(sockets)}/ws" '
        'data-font-size="16"></div>\n'
        f'<main id="lost" role="alert"><h1>{title}</h1><p>{text}</p><p><a class="way" href="/">{words}</a></p></main>'
    )
    return _document("intake", head, body)


def _way(way: Way) -> str:
    if way.post:
        path, words = escape(way.path), escape(way.words)
        return f'<form method="post" action="{path}"><button class="way">{words}</button></form>'
    return f'<p><a class="way" href="{escape(way.path)}">{escape(way.words)}</a></p>'


def _document(title: str, head: str, body: str) -> str:
    charset = '<meta charset="utf-8">\n<link rel="icon" href="data:,">'  # no icon is asked for
    viewport = "width=device-width, initial-scale=1, interactive-widget=resizes-content"
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{charset}\n<meta name="viewport" content="{viewport}">\n'
        f"<title>{escape(title)}</title>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
