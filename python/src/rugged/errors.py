"""What can go wrong, by the exit codes of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence

if TYPE_CHECKING:
    from .results import Run


class RuggedError(Exception):
    """Anything that rugged refused or failed to do.

    Attributes:
        messages: what the program said, a sentence a line
        code: its exit code; None where no program was started
    """

    def __init__(self, messages: Sequence[str], code: Optional[int] = None):
        super().__init__("\n".join(messages))
        self.messages = list(messages)
        self.code = code


class WrongInput(RuggedError):
    """Exit code 2: every mistake of the input, one a line, with what is allowed."""


class RunFailed(RuggedError):
    """Exit code 1: points failed, or the program did. What was stored stays.

    Attributes:
        run: the run as far as it came; None where there is none
    """

    def __init__(self, messages: Sequence[str], code: Optional[int] = 1, run: Optional["Run"] = None):
        super().__init__(messages, code)
        self.run = run


class MachineLacks(RuggedError):
    """Exit code 3: a JDK, memory, disk or data that are not there."""


class NoLauncher(MachineLacks):
    """The program is nowhere to be found."""


class Damaged(RuggedError):
    """A file of a run is not what was written; ``rugged resume`` makes it again."""


class Interrupted(KeyboardInterrupt):
    """The run was stopped; everything so far is stored, and :func:`rugged.resume` continues it to the same bits.

    Attributes:
        directory: the run folder
    """

    def __init__(self, directory: str, messages: Sequence[str] = ()):
        super().__init__("\n".join(messages) or f"interrupted; rugged.resume({directory!r}) continues")
        self.directory = directory
        self.messages = list(messages)


def failure(code: int, messages: Sequence[str], run: Optional["Run"] = None) -> RuggedError:
    """The exception that belongs to an exit code."""
    said = list(messages) or [f"the program ended with exit code {code} and said nothing"]
    if code == 2:
        return WrongInput(said, code)
    if code == 3:
        return MachineLacks(said, code)
    return RunFailed(said, code, run)
