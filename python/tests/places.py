"""Where the tests find a run and a program."""

import atexit
import os
import shutil
import stat
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
TINY = HERE / "tiny.yaml"

#: folder of a run of tiny.yaml that is there already
RUN = "RUGGED_TEST_RUN"


def temporary() -> Path:
    """A folder that goes when the tests end."""
    folder = tempfile.mkdtemp(prefix="rugged-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def tiny_run() -> Path:
    """A run of tiny.yaml: the one that ``RUGGED_TEST_RUN`` names, or one that the program makes now."""
    if os.environ.get(RUN):
        return Path(os.environ[RUN])
    if not os.environ.get("RUGGED_HOME"):
        raise unittest.SkipTest(f"needs {RUN}, the folder of a run of tests/tiny.yaml, or RUGGED_HOME, to make one")
    import rugged

    folder = temporary() / "tiny"
    rugged.run(str(TINY), out=folder, progress=False)
    os.environ[RUN] = str(folder)
    return folder


def player(script: str) -> Path:
    """A folder with a launcher that plays the program: lines of Python that see the words of the command line as ``words``."""
    folder = temporary()
    file = folder / "rugged"
    file.write_text(f"#!{sys.executable}\nimport json, os, pathlib, signal, sys, time\nwords = sys.argv[1:]\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return folder
