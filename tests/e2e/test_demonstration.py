"""The demonstration in a real terminal: it types, it is taken over, it ends, and no case was opened."""

from desk import Desk
from seat import CTRL_Q, ENTER, Seat

F5 = b"\x1b[15~"


def test_it_types_by_itself_is_taken_over_and_leaves_no_case(desk: Desk) -> None:
    seat = Seat(desk, "demo", "gloria")
    seat.until("‖ paused")
    seat.keys("++++ ")
    seat.until("Name: Gloria Stone. Saved.")
    seat.keys(F5)
    seat.until("✎ YOU TYPE")
    seat.keys("what is the panel?")
    seat.until("what is the panel?")
    seat.keys(ENTER)
    seat.until("The panel reviews and recommends")
    seat.keys(F5)
    seat.until("‖ paused")
    seat.keys(CTRL_Q)
    seat.until("ctrl+q again ends the demonstration.")
    seat.keys(CTRL_Q)
    assert seat.end() == 0
    assert not desk.home.exists()


def test_in_a_pipe_it_is_played_as_text(desk: Desk) -> None:
    done = desk.intake("demo", "gloria")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("P10 Gloria (invented)")
    assert done.out.rstrip().endswith("The end of gloria.")
    assert not desk.home.exists()
    assert [desk.intake("demo", *wrong).code for wrong in (["nobody"], ["dana", "--record", "dana.mp4"])] == [3, 3]
