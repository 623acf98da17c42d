"""The program, loaded once and forked for every life, so that two hundred deaths fit into one test.

    python mortal.py SOCKET

Each message on the socket is the command line of one life, its parts divided by NUL, with two descriptors: what is
typed and what is shown. The answers are the process id and, once that process has ended, its wait status, in digits.
"""

import os
import socket
import sys

from intake.cli import run
from intake.packs.load import DEFAULT_FLOW, load
from intake.session.start import open_session

#: Everything that a life imports and reads, loaded before the first one begins.
LOADED = (load(DEFAULT_FLOW), open_session)


def serve(desk: socket.socket) -> None:
    """Give birth until the other end hangs up."""
    while True:
        message, streams, _flags, _from = socket.recv_fds(desk, 1 << 16, 2)
        if not message:
            return
        child = os.fork()
        if child == 0:
            desk.close()
            live(message.decode().split("\0"), *streams)
        for stream in streams:
            os.close(stream)
        desk.send(str(child).encode())
        _child, status = os.waitpid(child, 0)
        desk.send(str(status).encode())


def live(arguments: list[str], typed: int, shown: int) -> None:
    """Be the program on these two pipes."""
    os.dup2(typed, 0)
    os.dup2(shown, 1)
    os.close(typed)
    os.close(shown)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.exit(run(arguments))


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as own_end:
        serve(own_end)
