"""Every screen, in three sizes and in the themes. After a change that is meant: `python tests/snapshot/make.py`."""

import pytest
from scenes import SCENES, Steps
from seeing import file_of, seen, whole

per_scene = pytest.mark.parametrize("steps", SCENES, ids=lambda steps: steps.__name__)


@pytest.fixture(autouse=True)
def _in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


@per_scene
def test_the_screen_looks_as_it_did(steps: Steps) -> None:
    assert whole(steps) == file_of(steps).read_text("utf-8")


@per_scene
def test_every_word_stands_out_from_its_ground(steps: Steps) -> None:
    poor = {(look.theme, *look.size): look.poor for look in seen(steps) if look.poor}
    assert not poor


@per_scene
def test_every_line_fits_the_terminal(steps: Steps) -> None:
    for look in seen(steps):
        width, height = look.size
        lines = look.text.split("\n\n")[0].split("\n")
        assert len(lines) <= height
        assert all(len(line) <= width for line in lines)
