"""The transcript: a long conversation stays quick and complete, and every line of it can be read."""

from driving import WIDE, box, opened, send, shown, until_shown, wait_until
from face import Memory
from textual.pilot import Pilot

from intake.session.views import Message
from intake.tui.transcript import SLACK, WINDOW, Earlier, Said, Transcript


def transcript(pilot: Pilot[None]) -> Transcript:
    return pilot.app.screen.query_one(Transcript)


def earlier_talk(count: int) -> tuple[Message, ...]:
    return tuple(Message("you" if n % 2 else "noted", f"message {n} of before") for n in range(count))


async def test_a_resumed_conversation_opens_at_its_end() -> None:
    async with opened(Memory(past=earlier_talk(1000))) as pilot:
        await until_shown(pilot, "message 999 of before")
        assert "Are you a member of the Virginia Association" in shown(pilot)


async def test_no_message_of_a_long_conversation_is_out_of_reach() -> None:
    async with opened(Memory(past=earlier_talk(500))) as pilot:
        seen = transcript(pilot)
        while seen.query_one(Earlier).display:
            before = len(seen.query(Said))
            seen.load_earlier()
            await wait_until(pilot, lambda before=before: len(seen.query(Said)) > before)  # type: ignore[misc]
        texts = [str(each.content) for each in seen.query(Said)]
        assert texts[:500] == [f"message {n} of before" for n in range(500)]


async def test_page_up_at_the_top_brings_earlier_messages_and_keeps_the_place() -> None:
    async with opened(Memory(past=earlier_talk(500))) as pilot:
        seen = transcript(pilot)
        mounted = len(seen.query(Said))
        seen.scroll_home(animate=False)
        await wait_until(pilot, lambda: seen.scroll_y == 0)
        top = str(seen.query(Said).first().content)
        await pilot.press("pageup")
        await wait_until(pilot, lambda: len(seen.query(Said)) > mounted and seen.scroll_y > 0)
        await until_shown(pilot, top)


async def test_a_click_brings_earlier_messages() -> None:
    async with opened(Memory(past=earlier_talk(300))) as pilot:
        seen = transcript(pilot)
        seen.scroll_home(animate=False)
        await until_shown(pilot, "earlier messages")
        mounted = len(seen.query(Said))
        await pilot.click(Earlier)
        await wait_until(pilot, lambda: len(seen.query(Said)) > mounted)


async def test_a_long_sitting_mounts_a_bounded_number_of_messages_and_keeps_all() -> None:
    face = Memory(at="work.description")
    async with opened(face) as pilot:
        seen = transcript(pilot)
        await seen.add(earlier_talk(2 * WINDOW))
        await send(pilot, "home visits")
        await until_shown(pilot, "What you did: home visits")
        mounted = len(seen.query(Said))
        assert mounted <= WINDOW + SLACK
        assert len(seen.messages) > 2 * WINDOW
        assert f"{len(seen.messages) - mounted:,} earlier messages" in str(seen.query_one(Earlier).content)


async def test_a_new_message_is_shown_even_after_scrolling_away() -> None:
    async with opened(Memory(past=earlier_talk(200), at="work.description")) as pilot:
        await pilot.press("pageup", "pageup")
        await wait_until(pilot, lambda: "What did you do there" not in shown(pilot))
        await send(pilot, "home visits")
        await until_shown(pilot, "What you did: home visits")


async def test_every_word_of_a_wrapped_message_is_shown() -> None:
    words = [f"word{n}" for n in range(60)]
    for size in ((80, 40), WIDE):
        async with opened(Memory(at="work.description"), size) as pilot:
            box(pilot).text = " ".join(words)
            await pilot.press("enter")
            await until_shown(pilot, "▌ word0 ")
            said = [line[: line.index("  ", 20)] for line in shown(pilot).splitlines() if "▌ word" in line]
            assert " ".join(said).replace("▌", "").split() == words


async def test_who_speaks_is_told_without_colour() -> None:
    async with opened(Memory()) as pilot:
        await send(pilot, "yes")
        await until_shown(pilot, "Noted:")
        lines = shown(pilot).splitlines()
        mine = next(line for line in lines if line.rstrip().endswith("yes"))
        noted = next(line for line in lines if "Noted:" in line)
        assert mine.lstrip().startswith("▌")
        assert "▌" not in noted
        assert mine.index("▌") > noted.index("Noted:")
