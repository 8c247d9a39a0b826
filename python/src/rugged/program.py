"""Where the program is, and how it is called."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, List, Optional, Sequence

from .errors import NoLauncher, failure

HOME = "RUGGED_HOME"
NAME = "rugged"


def launcher() -> str:
    """The launcher: in ``RUGGED_HOME``, else in a folder above this package, else on the ``PATH``.

    Raises:
        NoLauncher: when it is in none of them
    """
    home = os.environ.get(HOME, "")
    if home:
        named = _in(Path(home).expanduser())
        if named:
            return named
        raise NoLauncher([f"{HOME} is {home}, where there is no launcher 'rugged'; set it to the folder that holds it"])
    for folder in Path(__file__).resolve().parents:
        # a folder that merely contains a program of that name is not the project
        if (folder / "pom.xml").is_file() or (folder / "lib" / "rugged-cli.jar").is_file():
            beside = _in(folder)
            if beside:
                return beside
    found = shutil.which(NAME)
    if found:
        return found
    raise NoLauncher(
        [
            "the program rugged was not found: set RUGGED_HOME to the folder of its launcher (a checkout or an unpacked"
            " release), or put that folder on the PATH"
        ]
    )


def _in(place: Path) -> Optional[str]:
    candidate = place if place.is_file() else place / NAME
    return str(candidate) if candidate.is_file() and os.access(candidate, os.X_OK) else None


def called(words: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Runs a short command to its end, whatever its exit code."""
    return subprocess.run(
        [launcher(), *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def answer(words: Sequence[str]) -> Any:
    """What a command says with ``--json``.

    Raises:
        RuggedError: with the program's own words when its exit code is not 0
    """
    done = called([*words, "--json"])
    if done.returncode != 0:
        raise failure(done.returncode, sentences(done.stderr))
    return json.loads(done.stdout)


def sentences(text: str) -> List[str]:
    """The lines of standard error that say something: no bars, no building, nothing empty."""
    lines = (line.rstrip() for line in text.replace("\r", "\n").split("\n"))
    return [line for line in lines if says(line) and not building(line)]


def says(line: str) -> bool:
    """Whether a line is more than a bar or what the JVM prints on using its vector module."""
    return bool(line) and not line.startswith(("[", "WARNING: Using incubator modules"))


def building(line: str) -> bool:
    """Whether the launcher tells how its build goes."""
    return line.startswith(("rugged: building", "rugged: built", "rugged: waiting", "rugged:   "))
