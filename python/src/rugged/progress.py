"""Shows how far a run is: a bar in a terminal and in a notebook, a line now and then elsewhere."""

from __future__ import annotations

import html
import json
import sys
import time
from pathlib import Path
from typing import Any, Dict, Optional, TextIO

_WIDTH = 28
_EVERY_SECONDS = 10.0


def words(state: Dict[str, Any]) -> str:
    """The state of ``progress.json`` in a line."""
    fraction = _fraction(state)
    full = round(fraction * _WIDTH)
    line = f"[{'=' * full}{' ' * (_WIDTH - full)}] {100 * fraction:3.0f} %  {state.get('points', 0)}/{state.get('total', 0)} points"
    if state.get("failed"):
        line += f", {state['failed']} failed"
    if state.get("rate"):
        line += f"  {state['rate']:.3g} {state.get('unit', '')}/s"
    if state.get("left") is not None and fraction < 1:
        line += f"  {duration(state['left'])} left"
    return line


def duration(seconds: float) -> str:
    """In the unit that suits."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    if seconds < 6000:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def _fraction(state: Dict[str, Any]) -> float:
    whole = state.get("of") or 0
    return min(1.0, max(0.0, state.get("done", 0) / whole)) if whole > 0 else 1.0


class Silent:
    """Shows nothing."""

    def say(self, line: str) -> None:
        """A sentence of the program or of its launcher."""

    def show(self, state: Dict[str, Any]) -> None:
        """A new state."""

    def close(self) -> None:
        """No state comes any more."""


class Lines(Silent):
    """On a stream: the same line again and again where that is a terminal, else a new one every ten seconds."""

    def __init__(self, stream: Optional[TextIO] = None):
        self.stream = stream if stream is not None else sys.stderr
        self.terminal = self.stream.isatty()
        self.drawn = 0
        self.last = time.monotonic()

    def say(self, line: str) -> None:
        self.close()
        print(line, file=self.stream, flush=True)

    def show(self, state: Dict[str, Any]) -> None:
        line = words(state)
        if self.terminal:
            self.stream.write("\r" + line.ljust(self.drawn))
            self.stream.flush()
            self.drawn = len(line)
        elif time.monotonic() - self.last > _EVERY_SECONDS:
            self.last = time.monotonic()
            print(line, file=self.stream, flush=True)

    def close(self) -> None:
        if self.drawn:
            print(file=self.stream, flush=True)
        self.drawn = 0


class Notebook(Silent):
    """In a notebook: one output that changes in place."""

    def __init__(self, display: Any, wrap: Any):
        self._display = display
        self._wrap = wrap
        self._handle: Any = None
        self._said: str = ""
        self._state: Optional[Dict[str, Any]] = None

    def say(self, line: str) -> None:
        self._said = line
        self._draw()

    def show(self, state: Dict[str, Any]) -> None:
        self._state = state
        self._draw()

    def _draw(self) -> None:
        bar = ""
        if self._state is not None:
            text = words(self._state).split("]", 1)[1].strip()
            bar = f'<progress max="1" value="{_fraction(self._state):.4f}" style="width:20em"></progress> {html.escape(text)}'
        said = f"<div>{html.escape(self._said)}</div>" if self._said else ""
        drawn = self._wrap(f"<div>{bar}</div>{said}")
        if self._handle is None:
            self._handle = self._display(drawn, display_id=True)
        else:
            self._handle.update(drawn)


def view(wanted: Optional[bool]) -> Silent:
    """What suits: nothing when it is not wanted, a bar in place in a notebook, else lines on standard error."""
    if wanted is False:
        return Silent()
    shell = sys.modules.get("IPython")
    try:
        # a notebook's shell has a kernel, a terminal's has none
        if shell is not None and getattr(shell.get_ipython(), "kernel", None) is not None:
            from IPython.display import HTML, display  # type: ignore[import-not-found,unused-ignore]

            return Notebook(display, HTML)
    except ImportError:
        pass
    return Lines()


def read(file: Path) -> Optional[Dict[str, Any]]:
    """The state that is written now; None where there is none."""
    try:
        state: Dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return state
    except (OSError, ValueError):
        return None
