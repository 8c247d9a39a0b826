"""Starts a run and follows it to its end."""

from __future__ import annotations

import signal
import subprocess
import threading
from pathlib import Path
from typing import IO, List, Sequence, Tuple

from . import progress
from .program import building, launcher, says

_GLANCE_SECONDS = 0.25


def followed(words: Sequence[str], folder: Path, view: progress.Silent) -> Tuple[int, List[str]]:
    """Runs a long command, showing ``progress.json`` of its folder while it lasts.

    Ctrl-C is passed on, and waited for until checkpoints are written.

    Returns:
        its exit code, and what it said on standard error, without warnings, which are shown and stand in the run
    """
    said: List[str] = []
    process = subprocess.Popen(
        [launcher(), *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    assert process.stderr is not None
    listener = threading.Thread(target=_listen, args=(process.stderr, said, view), daemon=True)
    listener.start()
    try:
        _watch(process, folder, view)
    except KeyboardInterrupt:
        process.send_signal(signal.SIGINT)
        process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    finally:
        listener.join(5.0)
        if not listener.is_alive():
            process.stderr.close()
        view.close()
    return process.returncode, said


def _watch(process: "subprocess.Popen[str]", folder: Path, view: progress.Silent) -> None:
    file = folder / "progress.json"
    before = _changed(file)
    while True:
        try:
            process.wait(_GLANCE_SECONDS)
            ended = True
        except subprocess.TimeoutExpired:
            ended = False
        now = _changed(file)
        if now != before:
            before = now
            state = progress.read(file)
            if state is not None:
                view.show(state)
        if ended:
            return


def _changed(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _listen(stream: "IO[str]", said: List[str], view: progress.Silent) -> None:
    """Keeps what the program says, for an exception; warnings and the building of the launcher are shown at once."""
    for raw in stream:
        line = raw.rstrip()
        if not says(line):
            continue
        if building(line) or line.startswith("warning: "):
            view.say(line)
        else:
            said.append(line)
