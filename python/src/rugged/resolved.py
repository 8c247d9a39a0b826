"""Reads studies as the program writes them out: blocks by indentation, a flow on a line, texts bare or in double quotes.

This is no reader of YAML; files written by hand are read by the program.
"""

from __future__ import annotations

import json
import re
from typing import Any, Dict, List, Tuple

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
_WHOLE = re.compile(r"[-+]?\d+")
_LONG = re.compile(r"\\U([0-9a-fA-F]{8})")


def study(text: str) -> Dict[str, Any]:
    """A resolved study as nested dictionaries and lists."""
    lines = [line for line in text.split("\n") if line.strip()]
    return _Block(lines).mapping(0)


class _Block:
    def __init__(self, lines: List[str]):
        self.lines = lines
        self.at = 0

    def mapping(self, indent: int) -> Dict[str, Any]:
        found: Dict[str, Any] = {}
        while self.at < len(self.lines) and _indent(self.lines[self.at]) == indent:
            flow = _Flow(self.lines[self.at][indent:])
            key = str(flow.scalar(bare=True, key=True))
            flow.skip(":")
            self.at += 1
            found[key] = self.value(indent + 2) if flow.done() else flow.value()
        return found

    def value(self, indent: int) -> Any:
        if self.lines[self.at][indent:].startswith("- "):
            return self.sequence(indent)
        return self.mapping(indent)

    def sequence(self, indent: int) -> List[Any]:
        items: List[Any] = []
        while self.at < len(self.lines) and self.lines[self.at][: indent + 2] == " " * indent + "- ":
            line = self.lines[self.at]
            if _opens(line[indent + 2 :]):
                self.lines[self.at] = " " * (indent + 2) + line[indent + 2 :]
                items.append(self.value(indent + 2))
            else:
                items.append(_Flow(line[indent + 2 :]).value())
                self.at += 1
        return items


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _opens(text: str) -> bool:
    """Whether a block begins behind a dash: a key with its colon, or another dash."""
    if text.startswith("- "):
        return True
    if text[0] in "[{":
        return False
    flow = _Flow(text)
    flow.scalar(bare=True, key=True)
    return flow.peek() == ":"


class _Flow:
    def __init__(self, text: str):
        self.text = text
        self.at = 0

    def peek(self) -> str:
        return self.text[self.at] if self.at < len(self.text) else ""

    def done(self) -> bool:
        self.blank()
        return self.at >= len(self.text)

    def blank(self) -> None:
        while self.peek() == " ":
            self.at += 1

    def skip(self, sign: str) -> None:
        self.blank()
        if self.peek() != sign:
            raise ValueError(f"expected {sign!r} at column {self.at + 1} of: {self.text}")
        self.at += 1

    def value(self, inside: bool = False) -> Any:
        self.blank()
        if self.peek() == "[":
            return self.items("]", lambda: self.value(True))
        if self.peek() == "{":
            return dict(self.items("}", self.entry))
        return self.scalar(inside=inside)

    def items(self, end: str, one: Any) -> List[Any]:
        self.at += 1
        found: List[Any] = []
        self.blank()
        while self.peek() != end:
            found.append(one())
            self.blank()
            if self.peek() == ",":
                self.at += 1
                self.blank()
        self.at += 1
        return found

    def entry(self) -> Tuple[str, Any]:
        self.blank()
        key = str(self.scalar(bare=True, key=True))
        self.skip(":")
        return key, self.value(True)

    def scalar(self, bare: bool = False, key: bool = False, inside: bool = False) -> Any:
        if self.peek() == '"':
            return self.quoted()
        begin = self.at
        ends = (",", "]", "}") if inside else ()
        while self.peek() and not (key and self.peek() == ":") and self.peek() not in ends:
            self.at += 1
        text = self.text[begin : self.at].strip()
        if text == "''":
            return ""
        return text if bare else meant(text)

    def quoted(self) -> str:
        begin = self.at
        self.at += 1
        while self.peek() != '"':
            self.at += 2 if self.peek() == "\\" else 1
        self.at += 1
        text = _LONG.sub(lambda code: json.dumps(chr(int(code[1], 16)))[1:-1], self.text[begin : self.at])
        return str(json.loads(text))


def meant(text: str) -> Any:
    """A bare text as Python's value."""
    if text in ("null", "~", ""):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _WHOLE.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text) or text in ("inf", "-inf"):
        return float(text)
    return text


def flat(tree: Any, path: str = "") -> Dict[str, Any]:
    """Paths as ``--set`` has them, ``landscape.n``; a list of plain values is one value, a list of blocks has a number for each."""
    found: Dict[str, Any] = {}
    if isinstance(tree, dict):
        for key, value in tree.items():
            found.update(flat(value, f"{path}.{key}" if path else key))
    elif isinstance(tree, list) and any(isinstance(item, (dict, list)) for item in tree):
        for place, item in enumerate(tree):
            found.update(flat(item, f"{path}.{place}"))
    else:
        found[path] = tree
    return found
