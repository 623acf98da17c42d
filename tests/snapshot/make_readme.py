"""The picture in the README: the app in the middle of Dana's interview.

uv run python tests/snapshot/make_readme.py
"""

import asyncio
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tui")]

import personas  # noqa: E402
from driving import wait_until  # noqa: E402

from intake.session.start import open_session  # noqa: E402 - the tests are found through the path set above
from intake.tui.answer import AnswerBox  # noqa: E402
from intake.tui.app import IntakeApp  # noqa: E402

#: So many of Dana's words are said before the picture is taken.
WORDS = 36


async def picture(home: Path) -> str:
    """The screen as SVG, without fonts from elsewhere."""
    session = open_session(home, as_of=personas.AS_OF)
    app = IntakeApp(lambda: session)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.focused, AnswerBox))
        for words in personas.words("dana")[:WORDS]:
            await app.interview.say(words)
        await pilot.pause()
        svg = app.export_screenshot(title="intake")
    session.close()
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        (HERE / "readme.svg").write_text(asyncio.run(picture(Path(folder))), encoding="utf-8")
