"""Runs studies of the laboratory rugged and reads their results.

>>> run = rugged.run("aging-pspin", size="quick", n=128)      # doctest: +SKIP
>>> run.findings, run.table("averages"), run.figures["correlation"]      # doctest: +SKIP

:func:`open` needs no program, only a run folder; everything else starts the launcher.
"""

from .errors import Damaged, Interrupted, MachineLacks, NoLauncher, RuggedError, RunFailed, WrongInput
from .figures import Figure, Figures
from .findings import Finding, Findings, Reference
from .laboratory import Entry, Plan, check, describe, resume, run, theory
from .laboratory import catalogue as list
from .program import launcher
from .results import Point, Run
from .results import open_run as open
from .table import Table
from .solution import Curve, Theory

__all__ = [
    "Curve",
    "Damaged",
    "Entry",
    "Figure",
    "Figures",
    "Finding",
    "Findings",
    "Interrupted",
    "MachineLacks",
    "NoLauncher",
    "Plan",
    "Point",
    "Reference",
    "RuggedError",
    "Run",
    "RunFailed",
    "Table",
    "Theory",
    "WrongInput",
    "check",
    "describe",
    "launcher",
    "list",
    "open",
    "resume",
    "run",
    "theory",
]
