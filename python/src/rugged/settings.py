"""Python values as the program's ``--set`` wants them, and names that are short for paths."""

from __future__ import annotations

import json
import math
import re
from typing import Any, Dict, Iterable, List, Mapping

from .errors import WrongInput

#: sections of a study that a path may begin with; ``data`` stands for the data of every landscape
SECTIONS = (
    "landscape dynamics protocol start cases replicas observe theory analyse figures findings seed sizes about data".split()
)
_PHYSICS = ("landscape", "dynamics", "protocol", "start", "cases", "replicas")
_REST = ("observe", "theory", "analyse")
_RANGE = re.compile(r"[-+.\deE]+\.\.[-+.\deE]+( step [-+.\deE]+)?")
_PLAIN = re.compile(r"[A-Za-z0-9./(][A-Za-z0-9_./*+^()<>=-]*")


def text(value: Any) -> str:
    """A value as it is typed behind ``--set path=``: a list or a range sweeps, a dictionary is a block, a string stands as it is."""
    if isinstance(value, str):
        return value
    return flow(value)


def flow(value: Any) -> str:
    """A value inside a block or a list, or in a study file: a string that is no plain word or range stands in quotes."""
    value = _plain(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _real(value)
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) or _RANGE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, range):
        return _range(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(str(key))}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Iterable):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    raise WrongInput([f"{value!r}: is a {type(value).__name__}; a number, text, list, range, dictionary, True, False or None"])


def _plain(value: Any) -> Any:
    """Numbers and arrays of other packages as Python's own."""
    if isinstance(value, (str, bool, int, float, range)):
        return value
    for way in ("tolist", "to_list", "to_pylist", "as_py"):
        if hasattr(value, way):
            return getattr(value, way)()
    return value


def _real(value: float) -> str:
    if math.isnan(value):
        raise WrongInput(["nan: is no value of a parameter; a finite number, inf or -inf"])
    return repr(float(value))


def _range(value: range) -> str:
    if len(value) > 1 and value.step > 0:
        return f"{value[0]}..{value[-1]}" + ("" if value.step == 1 else f" step {value.step}")
    return "[" + ", ".join(str(one) for one in value) + "]"


def path(keyword: str) -> str:
    """A keyword of Python as a path: two underscores are a dot, one is a hyphen."""
    return keyword.replace("__", ".").replace("_", "-")


def whole(name: str) -> bool:
    """Whether a path says its section, so that nothing has to be looked up."""
    return name.split(".", 1)[0] in SECTIONS


def named(name: str, known: Mapping[str, Any]) -> str:
    """The one path that a short name means.

    Args:
        name: the end of a path, such as ``n`` or ``data.patterns``
        known: all paths of the study, as :func:`rugged.resolved.flat` has them

    Raises:
        WrongInput: when it is none, or more than one
    """
    for sections in (_PHYSICS, _REST):
        found = _ending(name, known, sections)
        if len(found) == 1:
            return found[0]
        if found:
            raise WrongInput([f"{name}: is short for {len(found)} parameters; write one of {', '.join(map(keyword, found))}"])
    last = sorted({each for each in _ending("", known, _PHYSICS)})
    raise WrongInput([f"{name}: the study has no parameter of that name; it has {', '.join(last)}"])


def keyword(name: str) -> str:
    """How a path is written in a call: as a keyword, or, where it holds a number, in ``set``."""
    if re.fullmatch(r"[a-z][a-z-]*(\.[a-z][a-z-]*)*", name):
        return name.replace(".", "__").replace("-", "_")
    return f'set={{"{name}": ...}}'


def _ending(name: str, known: Mapping[str, Any], sections: Iterable[str]) -> List[str]:
    inside = [one for one in known if one.split(".", 1)[0] in sections and not one.endswith(".is")]
    return [one for one in inside if not name or one == name or one.endswith("." + name)]


def words(settings: Mapping[str, Any]) -> List[str]:
    """The words of the command line."""
    line: List[str] = []
    for name, value in settings.items():
        line += ["--set", f"{name}={text(value)}"]
    return line


def together(keywords: Mapping[str, Any], paths: Mapping[str, Any]) -> Dict[str, Any]:
    """Keywords and paths as one mapping from paths, which may be short."""
    return {**{path(key): value for key, value in keywords.items()}, **paths}
