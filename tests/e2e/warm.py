"""`intake` forked off a process that has imported it: some 20 ms each instead of some 500, and a process all the same.

What hangs on the start of an interpreter (its options, its encodings, what is imported when) needs a start of its own.

    python warm.py SOCKET

Each message on the socket is a command as JSON, with three descriptors: its stdin, stdout and stderr; the answer is the
process id. The next message, of any kind, asks for that process's end; the answer is its wait status.
"""

import atexit
import gc
import json
import os
import pkgutil
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import intake
from intake.packs.load import DEFAULT_FLOW, load

Wait = Callable[[], int]


def begun(arguments: Sequence[str], folder: Path, env: Mapping[str, str], streams: Sequence[int]) -> tuple[int, Wait]:
    """Begin a command in `folder` on three descriptors; its process id, and what waits for its end.

    The end is an exit code, or -n for an end by signal n. One command is begun at a time.
    """
    server = _server()
    asked = {"arguments": list(arguments), "folder": str(folder), "env": dict(env)}
    socket.send_fds(server, [json.dumps(asked).encode()], streams)

    def wait() -> int:
        server.send(b"?")
        return os.waitstatus_to_exitcode(int(server.recv(20)))

    return int(server.recv(20)), wait


@cache
def _server() -> socket.socket:
    """The process that forks, which ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    process = subprocess.Popen([sys.executable, __file__, str(theirs.fileno())], pass_fds=[theirs.fileno()])
    theirs.close()

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def _serve(asking: socket.socket) -> None:
    """Give birth until the other end hangs up."""
    for module in pkgutil.walk_packages(intake.__path__, "intake."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    load(DEFAULT_FLOW)
    gc.freeze()
    while True:
        message, streams, _flags, _from = socket.recv_fds(asking, 1 << 16, 3)
        if not message:
            return
        child = os.fork()
        if child == 0:
            asking.close()
            _live(json.loads(message), streams)
        for stream in streams:
            os.close(stream)
        asking.send(str(child).encode())
        if not asking.recv(1):
            return
        asking.send(str(os.waitpid(child, 0)[1]).encode())


def _live(asked: Mapping[str, Any], streams: Sequence[int]) -> None:
    """Be the command that is asked for; never returns."""
    from intake.cli import run

    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["env"])
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    code = 1
    try:
        code = run(asked["arguments"])
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BaseException:  # noqa: BLE001 — as the interpreter ends: told, and 1
        traceback.print_exc()
    for written in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            written.flush()
    os._exit(code)  # the usual way out takes all that was loaded apart, 100 ms of it


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as own_end:
        _serve(own_end)
