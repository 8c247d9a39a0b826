"""What is asked of the program: runs, plans, theories, the catalogue."""

from __future__ import annotations

import json
import os
import signal
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from . import progress as showing
from . import resolved, settings
from .errors import Interrupted, failure
from .following import followed
from .program import answer, called, sentences
from .results import Run
from .solution import Theory

Study = Union[str, "os.PathLike[str]", Mapping[str, Any]]
Path_ = Union[str, "os.PathLike[str]"]

_INTERRUPTED = (130, 143, 129, -signal.SIGINT, -signal.SIGTERM)


@dataclass(frozen=True)
class Plan:
    """What a run is going to do.

    Attributes:
        study: its name
        points: how many
        seconds: predicted
        memory: bytes predicted
        folder: where :func:`run` puts it unless it is told otherwise
        parameters: every parameter by its path
        warnings: what is questionable
        stated: all that the program said of it
    """

    study: str
    points: int
    seconds: Optional[float]
    memory: Optional[float]
    folder: Path
    parameters: Mapping[str, Any]
    warnings: Sequence[str]
    stated: Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """A line of the catalogue."""

    kind: str
    name: str
    title: str
    doc: str
    source: str
    year: int
    topics: Sequence[str]


def run(
    study: Study,
    *,
    size: Optional[str] = None,
    seed: Union[int, range, Sequence[int], None] = None,
    threads: Optional[int] = None,
    out: Optional[Path_] = None,
    set: Optional[Mapping[str, Any]] = None,
    with_files: Sequence[Path_] = (),
    force: bool = False,
    progress: Optional[bool] = None,
    **parameters: Any,
) -> Run:
    """Runs a study and waits for it; what was computed before is opened, not computed again.

    Args:
        study: name of a bundled study, a study file, or a study as a dictionary
        size: quick, laptop or paper
        seed: the first seed, of which a range keeps its length; or all seeds, as a range or list
        threads: runs side by side; one per core unless given
        out: the run folder; ``runs/STUDY-HASH`` unless given
        set: parameters by path, ``{"landscape.n": [64, 128]}``
        with_files: Java files or jars with landscapes, dynamics, observables of your own
        force: computes again what is stored
        progress: False shows nothing
        parameters: by keyword: two underscores are a dot, one is a hyphen (``dynamics__learning_rate``); the last part is enough where the
            study has one parameter of that name (``n``). A list or a range sweeps.

    Returns:
        the run, complete

    Raises:
        WrongInput: every mistake in the input
        RunFailed: points failed; ``.run`` holds the others
        MachineLacks: a JDK, memory, disk, data
        Interrupted: after Ctrl-C or a kill; :func:`resume` continues
    """
    with _Asked(study, size, seed, threads, set, with_files, parameters) as asked:
        folder = Path(out) if out is not None else asked.plan().folder
        line = ["run", *asked.words(), "--quiet", "--out", str(folder), *(["--force"] if force else [])]
        return _carried(line, folder, progress)


def resume(directory: Path_, *, threads: Optional[int] = None, progress: Optional[bool] = None) -> Run:
    """Continues an interrupted run, or makes again what is damaged, to the same bits."""
    line = ["resume", str(directory), "--quiet", *(["--threads", str(threads)] if threads is not None else [])]
    return _carried(line, Path(directory), progress)


def check(
    study: Study,
    *,
    size: Optional[str] = None,
    seed: Union[int, range, Sequence[int], None] = None,
    threads: Optional[int] = None,
    set: Optional[Mapping[str, Any]] = None,
    with_files: Sequence[Path_] = (),
    **parameters: Any,
) -> Plan:
    """The plan of a run with its predicted time and memory, or every mistake; takes what :func:`run` takes and runs nothing."""
    with _Asked(study, size, seed, threads, set, with_files, parameters) as asked:
        return asked.plan()


def theory(name: str, *, set: Optional[Mapping[str, Any]] = None, **parameters: Any) -> Theory:
    """Solves a theory alone: ``rugged.theory("pspin-statics", mixture=3)["T_d"]``.

    A theory without a solution at these parameters comes back with ``converged`` False and its ``reason``.
    """
    line = ["theory", name, *settings.words(settings.together(parameters, set or {})), "--json"]
    done = called(line)
    if done.returncode == 1 and done.stdout.lstrip().startswith("{"):
        return Theory(json.loads(done.stdout))
    if done.returncode != 0:
        raise failure(done.returncode, sentences(done.stderr))
    return Theory(json.loads(done.stdout))


def catalogue(*words: str, kind: str = "", topic: str = "", source: str = "") -> List[Entry]:
    """What there is: landscapes, dynamics, observables, protocols, theories, studies that mention every word."""
    line = ["list", *words]
    for option, value in (("--kind", kind), ("--topic", topic), ("--source", source)):
        line += [option, value] if value else []
    names = Entry.__dataclass_fields__
    return [Entry(**{key: item[key] for key in names}) for item in answer(line)["items"]]


def describe(name: str) -> Any:
    """All that is declared about an entry: parameters with type, range, default, unit and reason; quantities; sources."""
    return answer(["describe", name])




class _Asked:
    """A study with what is changed in it. A dictionary lies in a file of its own while it is asked for."""

    def __init__(
        self,
        study: Study,
        size: Optional[str],
        seed: Union[int, range, Sequence[int], None],
        threads: Optional[int],
        paths: Optional[Mapping[str, Any]],
        with_files: Sequence[Path_],
        keywords: Mapping[str, Any],
    ):
        self.study = study
        self.options: List[str] = ["--size", size] if size else []
        self.settings = settings.together(keywords, paths or {})
        if isinstance(seed, int):
            self.options += ["--seed", str(seed)]
        elif seed is not None:
            self.settings["seed"] = seed
        if threads is not None:
            self.options += ["--threads", str(threads)]
        for file in with_files:
            self.options += ["--with", str(file)]
        self.folder: Optional["tempfile.TemporaryDirectory[str]"] = None
        self.name = ""

    def __enter__(self) -> "_Asked":
        self.name = self._file(self.study) if isinstance(self.study, Mapping) else os.fspath(self.study)
        short = [name for name in self.settings if not settings.whole(name)]
        if short:
            known = resolved.flat(resolved.study(answer(["check", self.name, *self.options])["yaml"]))
            self.settings = {
                name if settings.whole(name) else settings.named(name, known): value for name, value in self.settings.items()
            }
        return self

    def __exit__(self, *_: object) -> None:
        if self.folder is not None:
            self.folder.cleanup()

    def _file(self, study: Mapping[str, Any]) -> str:
        self.folder = tempfile.TemporaryDirectory(prefix="rugged-")
        file = Path(self.folder.name) / "study.yaml"
        lines = [f"{key}: {settings.flow(value)}\n" for key, value in study.items()]
        file.write_text("".join(lines), encoding="utf-8")
        return str(file)

    def words(self) -> List[str]:
        return [self.name, *self.options, *settings.words(self.settings)]

    def plan(self) -> Plan:
        stated = answer(["check", *self.words()])
        study = resolved.study(stated["yaml"])
        seconds = stated.get("seconds")
        return Plan(
            study=study["study"],
            points=stated["points"],
            seconds=seconds.get("likely") if isinstance(seconds, dict) else seconds,
            memory=stated.get("memory"),
            folder=Path("runs") / f"{study['study']}-{stated['key']}",
            parameters=resolved.flat({key: study[key] for key in study if key not in ("about", "figures", "findings")}),
            warnings=stated.get("warnings") or [],
            stated=stated,
        )


def _carried(line: List[str], folder: Path, progress: Optional[bool]) -> Run:
    code, said = followed(line, folder, showing.view(progress))
    if code == 0:
        return Run(folder)
    if code in _INTERRUPTED:
        raise Interrupted(str(folder), said)
    stored = None
    if code == 1 and (folder / "study.yaml").is_file() and (folder / "plan.json").is_file():
        stored = Run(folder)
    raise failure(code, said, stored)
