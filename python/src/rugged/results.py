"""A run: a folder of results, opened without the program."""

from __future__ import annotations

import hashlib
import html
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

from . import arrays, resolved
from .errors import Damaged, WrongInput
from .figures import Figures
from .findings import Findings, Finding, marked, plain
from .settings import keyword
from .table import Table


@dataclass(frozen=True)
class Point:
    """One set of parameters and one seed.

    Attributes:
        key: names its folder in ``points/``
        parameters: what differs between points: paths to values, the seed among them
    """

    key: str
    parameters: Mapping[str, Any]

    def has(self, wanted: Mapping[str, Any]) -> bool:
        """Whether its parameters have these values; a path may be short."""
        return all(self.parameters[_path(name, self.parameters)] == value for name, value in wanted.items())


def _path(name: str, known: Mapping[str, Any]) -> str:
    dotted = name.replace("__", ".").replace("_", "-")
    found = [one for one in known if one == dotted] or [one for one in known if one.endswith("." + dotted)]
    if len(found) == 1:
        return found[0]
    raise KeyError(f"no parameter {name!r} differs between points; these do: {', '.join(known) or 'none'}")


class Run:
    """The results in a run folder. Files are read when they are asked for, and all but arrays are compared with their checksums first.

    Attributes:
        directory: the run folder, as an absolute path
    """

    def __init__(self, directory: Union[str, "os.PathLike[str]"]):
        # so that a program that changes its folder still finds it
        self.directory = Path(directory).absolute()
        if not (self.directory / "study.yaml").is_file() or not (self.directory / "plan.json").is_file():
            raise WrongInput([f"{directory}: is not a run folder; it should hold study.yaml and plan.json"])
        self._sums: Tuple[Optional[int], Dict[str, Any]] = (None, {})

    # ------------------------------------------------------------ what was found

    @property
    def summary(self) -> Dict[str, Any]:
        """``summary.json`` as it stands; without findings while there is none."""
        text = self._bytes("summary.json")
        if text is None:
            return {"status": self.status, "findings": [], "warnings": []}
        found: Dict[str, Any] = json.loads(text)
        return found

    @property
    def findings(self) -> Findings:
        """What was found, with errors and references."""
        return Findings(Finding.of(stated) for stated in self.summary["findings"])

    @property
    def verdict(self) -> List[str]:
        """Sentences that analyses came to."""
        return list(self.summary.get("verdict") or [])

    @property
    def warnings(self) -> List[str]:
        """What the run warned of."""
        return list(self.summary.get("warnings") or [])

    @property
    def status(self) -> str:
        """complete, failed, interrupted or running, as ``manifest.json`` says it; running may also mean killed."""
        return str(self.manifest.get("status", "unknown"))

    @property
    def manifest(self) -> Dict[str, Any]:
        """How the run came about: version, machine, threads, beginning, seconds."""
        text = self._bytes("manifest.json")
        return {} if text is None else dict(json.loads(text))

    # ------------------------------------------------------------ what was asked

    @property
    def study(self) -> Dict[str, Any]:
        """The study as resolved, every default written out."""
        text = self._bytes("study.yaml")
        assert text is not None
        return resolved.study(text.decode("utf-8"))

    @property
    def name(self) -> str:
        """Name of the study."""
        return str(self.study["study"])

    @property
    def about(self) -> Dict[str, Any]:
        """Title, claim and source of the study."""
        return dict(self.study.get("about") or {})

    @property
    def parameters(self) -> Dict[str, Any]:
        """Every parameter by its path, ``landscape.n``; a list is a sweep."""
        tree = self.study
        return resolved.flat({key: tree[key] for key in tree if key not in ("about", "figures", "findings")})

    @property
    def points(self) -> List[Point]:
        """The points of the simulation, in the order of the plan."""
        text = self._bytes("plan.json")
        assert text is not None
        return [
            Point(one["key"], {path: resolved.meant(value) for path, value in one["coordinates"].items()})
            for one in json.loads(text)["points"]
            if one["source"] == "simulation"
        ]

    def point(self, **values: Any) -> Point:
        """The one point with these parameters: ``run.point(temperature=0.5, seed=1)``."""
        found = [one for one in self.points if one.has(values)]
        if len(found) == 1:
            return found[0]
        differing = ", ".join(keyword(path) for path in self.points[0].parameters) if self.points else "nothing"
        raise KeyError(f"{len(found)} points have {values}; points differ by {differing}")

    @property
    def quantities(self) -> Dict[str, Dict[str, Any]]:
        """Symbol, unit, axes and definition of every quantity, by name."""
        text = self._bytes("quantities.json")
        return {} if text is None else {one["name"]: one for one in json.loads(text)}

    # ------------------------------------------------------------ numbers and pictures

    @property
    def tables(self) -> List[str]:
        """Names of the tables: averages, observations, points, theory."""
        return sorted(file.stem for file in (self.directory / "tables").glob("*.parquet"))

    def table(self, name: str = "averages") -> Table:
        """A table as Arrow."""
        file = f"tables/{name}.parquet"
        if not (self.directory / file).is_file():
            raise KeyError(f"no table {name!r}; there are {', '.join(self.tables) or 'none'}")
        self._compare(file)
        return Table.read(self.directory / file)

    def arrays(self, point: Union[Point, str, int, None] = None, **values: Any) -> Dict[str, Any]:
        """The arrays of a point by name: ``final`` (states at the end, a row a replica) and what its observables recorded.

        The point is one of :attr:`points`, its key, its place among them, or given by its parameters, ``run.arrays(seed=1)``. Arrays are
        vouched for by the checkpoint of their point, which only the program reads: ``rugged verify``.
        """
        key = self._key(point, values)
        index = self._bytes(f"points/{key}/arrays.json")
        found: Dict[str, Any] = {}
        for one in json.loads(index) if index else []:
            file = f"points/{key}/{one['name']}.npy"
            if (self.directory / file).is_file():
                found[one["name"]] = arrays.read(self.directory / file)
        return found

    def _key(self, point: Union[Point, str, int, None], values: Mapping[str, Any]) -> str:
        if point is None:
            return self.point(**values).key
        if isinstance(point, int):
            return self.points[point].key
        key = point.key if isinstance(point, Point) else point
        if all(one.key != key for one in self.points):
            raise KeyError(f"no point {key!r} in this run")
        return key

    @property
    def figures(self) -> Figures:
        """The figures by name, in the order of the study; a notebook draws each."""
        return Figures(self.directory, self._bytes, [one["name"] for one in self.study.get("figures") or []])

    @property
    def report(self) -> Path:
        """The page of the run, which opens offline."""
        return self.directory / "report.html"

    # ------------------------------------------------------------ files

    def _bytes(self, file: str) -> Optional[bytes]:
        """A file that was compared with its checksum; None where there is none."""
        try:
            data = (self.directory / file).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        self._right(file, len(data), lambda: hashlib.sha256(data).hexdigest())
        return data

    def _compare(self, file: str) -> None:
        path = self.directory / file
        self._right(file, path.stat().st_size, lambda: _digest(path))

    def _right(self, file: str, length: int, digest: Any) -> None:
        stated = self._checksums().get(file)
        if stated is not None and (stated["bytes"] != length or stated["sha256"] != digest()):
            if self._checksums().get(file) == stated:
                raise Damaged(
                    [f"{self.directory / file} is damaged: its checksum differs; to make it again: rugged resume {self.directory}"]
                )

    def _checksums(self) -> Dict[str, Any]:
        """By file; none while the run goes on, because files are replaced before their checksums are."""
        file = self.directory / "checksums.json"
        try:
            changed = file.stat().st_mtime_ns
            if changed != self._sums[0]:
                stated = json.loads(file.read_text(encoding="utf-8"))
                self._sums = (changed, {one["file"]: one for one in stated["files"]})
        except (OSError, ValueError, KeyError):
            self._sums = (None, {})
        return {} if self._going_on() else self._sums[1]

    def _going_on(self) -> bool:
        try:
            manifest = json.loads((self.directory / "manifest.json").read_text(encoding="utf-8"))
            return bool(manifest.get("status") == "running")
        except (OSError, ValueError):
            return False

    def __repr__(self) -> str:
        return f"<run {self.directory}: {self.status}, {len(self.findings)} findings, figures {', '.join(self.figures) or 'none'}>"

    def __str__(self) -> str:
        head = f"{self.name}, {self.status}: {plain(self.about.get('title') or '')}"
        return "\n".join([head, str(self.findings), *self.verdict, *("warning: " + text for text in self.warnings)])

    def _repr_html_(self) -> str:
        about = self.about
        head = f"<p><b>{marked(about.get('title') or self.name)}</b> ({html.escape(self.status)})<br>{marked(about.get('claim') or '')}</p>"
        said = "".join(f"<p>{marked(text)}</p>" for text in self.verdict)
        return head + self.findings._repr_html_() + said


def _digest(file: Path) -> str:
    total = hashlib.sha256()
    with file.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            total.update(block)
    return total.hexdigest()


def open_run(directory: Union[str, "os.PathLike[str]"]) -> Run:
    """Opens the results in a run folder; starts nothing.

    Raises:
        WrongInput: when there is no run
    """
    return Run(directory)
