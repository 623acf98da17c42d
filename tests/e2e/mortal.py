"""The program, loaded once and forked for every life, so that two hundred deaths fit into one test.

    python mortal.py SOCKET

Each message on the socket is the command line of one life, its parts divided by NUL, with two descriptors: what is
typed and what is shown; the answer is the process id. The next message, of any kind, asks for that process's end; the
answer is its wait status. Numbers are in decimal digits.
"""

import gc
import os
import socket
import sys

from intake.bundle import write
from intake.cli import run, talk
from intake.packs.load import DEFAULT_FLOW, load
from intake.plain import run as plain

#: What a life imports, so that it is there before the first one begins.
LOADED = (plain, talk, write)


def serve(desk: socket.socket) -> None:
    """Give birth until the other end hangs up."""
    load(DEFAULT_FLOW)
    gc.freeze()
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
        if not desk.recv(1):
            return
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
    os._exit(run(arguments))  # the usual way out takes all that was loaded apart, 100 ms of it


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as own_end:
        serve(own_end)
