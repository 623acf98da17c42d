"""The themes: dark, light, and one of the highest contrast. In each, every text stands out from its ground 4.5 to 1."""

from textual.theme import Theme

from intake.words import _

DARK, LIGHT, CONTRAST = "intake-dark", "intake-light", "intake-contrast"

#: What people call the themes, in the order in which they are offered.
TITLES = {DARK: _("dark"), LIGHT: _("light"), CONTRAST: _("high-contrast")}

THEMES = (
    Theme(
        name=DARK,
        primary="#6aa9e9",
        secondary="#8fb4a8",
        accent="#e3b063",
        warning="#e8b45a",
        error="#ff8f85",
        success="#7ccb92",
        foreground="#e8e6e1",
        background="#15181d",
        surface="#1d2127",
        panel="#262c35",
        dark=True,
    ),
    Theme(
        name=LIGHT,
        primary="#1d5a9e",
        secondary="#2f6b5c",
        accent="#8a5a00",
        warning="#855000",
        error="#a3222c",
        success="#1e6b3a",
        foreground="#20242b",
        background="#faf8f4",
        surface="#f0ece4",
        panel="#e5dfd4",
        dark=False,
    ),
    Theme(
        name=CONTRAST,
        primary="#7fd4ff",
        secondary="#9df2d6",
        accent="#ffe066",
        warning="#ffe066",
        error="#ffb3ad",
        success="#93ff9f",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1c1c1c",
        dark=True,
    ),
)


def first_theme(*wanted: str) -> str:
    """The first of the themes `wanted` (by TEXTUAL_THEME, by the settings) that is one of ours, else the dark one.

    A theme made of the terminal's own colours would be black on black under NO_COLOR.
    """
    short = {name.removeprefix("intake-"): name for name in TITLES}
    known = (short.get(name, name) for name in wanted)
    return next((name for name in known if name in TITLES), DARK)
