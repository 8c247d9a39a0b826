"""What becomes of a run that goes well, fails, is refused or is stopped; the program is played by a few lines of Python."""

import io
import json
import os
import shutil
import signal
import threading
import unittest
from pathlib import Path
from unittest import mock

import places
import rugged
from rugged import following, program, progress

PLAN = {"yaml": "study: s\nlandscape: { is: pspin, n: 8 }\n", "key": "0123abcd", "points": 2, "seconds": {"likely": 3.0}, "memory": 10}
#: plays check, and run up to the folder that it makes
PREAMBLE = f"""
if words[0] == "check":
    print(json.dumps({PLAN!r}))
    sys.exit(0)
out = pathlib.Path(words[words.index("--out") + 1])
out.mkdir(parents=True, exist_ok=True)
(out / "words.json").write_text(json.dumps(words))
(out / "study.yaml").write_text("study: s\\n")
(out / "plan.json").write_text(json.dumps({{"points": []}}))
"""


class LaunchingTest(unittest.TestCase):
    def setUp(self):
        self.folder = places.temporary()
        before = os.getcwd()
        os.chdir(self.folder)
        self.addCleanup(os.chdir, before)

    def plays(self, script):
        environment = mock.patch.dict(os.environ, {program.HOME: str(places.player(PREAMBLE + script))})
        environment.start()
        self.addCleanup(environment.stop)

    def words(self, run):
        return json.loads((run.directory / "words.json").read_text())

    def test_a_run_lies_where_its_plan_says_unless_told_otherwise(self):
        self.plays("")
        run = rugged.run("s", size="quick", threads=2, seed=7, n=[8, 16], dynamics__dt=0.1, progress=False)
        self.assertEqual(run.directory, Path("runs/s-0123abcd").absolute())
        self.assertEqual(
            self.words(run),
            "run s --size quick --seed 7 --threads 2 --set".split()
            + ["landscape.n=[8, 16]", "--set", "dynamics.dt=0.1", "--quiet", "--out", "runs/s-0123abcd"],
        )
        there = self.folder / "there"
        told = rugged.run("s", out=there, set={"landscape.n": 4}, seed=range(1, 4), force=True, progress=False)
        self.assertEqual(told.directory, there)
        self.assertEqual(self.words(told)[2:], ["--set", "landscape.n=4", "--set", "seed=1..3", "--quiet", "--out", str(there), "--force"])

    def test_a_dictionary_is_a_study(self):
        self.plays("(out / 'given.yaml').write_text(pathlib.Path(words[1]).read_text())")
        run = rugged.run({"study": "s", "landscape": {"is": "pspin", "n": [4, 8]}, "start": "a: b", "seed": range(1, 5)}, out="there", progress=False)
        self.assertEqual((run.directory / "given.yaml").read_text(), 'study: s\nlandscape: {"is": pspin, "n": [4, 8]}\nstart: "a: b"\nseed: 1..4\n')

    def test_exit_codes_are_exceptions_with_the_programs_own_words(self):
        lines = ["rugged: building", "warning: coarse", "[====] 10 %", "s.yaml:1:2: n: is no number", "s.yaml:2:2: dt: is"]
        says = "for line in " + repr(lines) + ": print(line, file=sys.stderr)\nsys.exit({})"
        for code, kind in ((2, rugged.WrongInput), (3, rugged.MachineLacks), (1, rugged.RunFailed)):
            self.plays(says.format(code))
            with self.subTest(code=code), self.assertRaises(kind) as failed:
                rugged.run("s", out="there", progress=False)
            self.assertEqual(failed.exception.messages, ["s.yaml:1:2: n: is no number", "s.yaml:2:2: dt: is"])
            self.assertEqual(failed.exception.code, code)
        self.assertEqual(failed.exception.run.directory, Path("there").absolute())

    def test_a_mistake_is_known_before_anything_runs(self):
        with mock.patch.dict(os.environ, {program.HOME: str(places.player("sys.stderr.write('x: unknown study\\n'); sys.exit(2)"))}):
            with self.assertRaises(rugged.WrongInput) as refused:
                rugged.run("x", progress=False)
        self.assertEqual(refused.exception.messages, ["x: unknown study"])

    def test_a_stopped_run_says_how_to_go_on(self):
        self.plays("sys.stderr.write('interrupted\\n'); sys.exit(130)")
        with self.assertRaises(rugged.Interrupted) as stopped:
            rugged.run("s", out="there", progress=False)
        self.assertEqual((stopped.exception.directory, stopped.exception.messages), ("there", ["interrupted"]))

    def test_ctrl_c_is_passed_on_and_waited_for(self):
        self.plays(
            "def stop(*_):\n    (out / 'stored').touch()\n    sys.exit(130)\n"
            "signal.signal(signal.SIGINT, stop)\n(out / 'ready').touch()\nwhile True: time.sleep(0.05)"
        )

        def interrupt():
            while not Path("there/ready").exists():
                threading.Event().wait(0.02)
            os.kill(os.getpid(), signal.SIGINT)

        threading.Thread(target=interrupt).start()
        with self.assertRaises(rugged.Interrupted):
            rugged.run("s", out="there", progress=False)
        self.assertTrue(Path("there/stored").exists())

    def test_progress_is_shown_as_it_is_written(self):
        self.plays(
            "for done in (1, 2):\n    (out / 'progress.json').write_text(json.dumps({'done': done, 'of': 2, 'points': done, 'total': 2}))\n"
            "    time.sleep(0.4)\nsys.stderr.write('warning: coarse\\n')"
        )

        class Seen(progress.Silent):
            states, said = [], []

            def show(self, state):
                self.states.append(state["done"])

            def say(self, line):
                self.said.append(line)

        seen = Seen()
        code, _ = following.followed(["run", "s", "--out", "there"], Path("there"), seen)
        self.assertEqual((code, seen.said), (0, ["warning: coarse"]))
        self.assertEqual(seen.states[-1], 2)

    def test_a_theory_without_a_solution_says_why(self):
        stated = {"theory": "x", "parameters": {}, "converged": False, "residual": None, "reason": "below T_s", "quantities": []}
        with mock.patch.dict(os.environ, {program.HOME: str(places.player(f"print({json.dumps(stated)!r}); sys.exit(1)"))}):
            answer = rugged.theory("x", temperature=0.1)
        self.assertEqual((answer.converged, answer.reason, dict(answer)), (False, "below T_s", {}))

    def test_a_number_has_its_other_branches_beside_it(self):
        line = {"name": "Q", "symbol": "Q", "value": 2.0, "error": 0.0, "axes": {}}
        branches = [dict(line, value=value, axes={"branch": branch}) for branch, value in enumerate((2.0, 7.0))]
        stated = {"theory": "x", "parameters": {}, "converged": True, "residual": 0.0, "quantities": [line, *branches]}
        with mock.patch.dict(os.environ, {program.HOME: str(places.player(f"print({json.dumps(stated)!r})"))}):
            answer = rugged.theory("x")
        self.assertEqual((answer["Q"], answer.errors["Q"]), (2.0, 0.0))
        self.assertEqual((answer.curves["Q"].values, answer.curves["Q"].axes["branch"]), ([2.0, 7.0], [0, 1]))


class LauncherTest(unittest.TestCase):
    def test_a_home_without_launcher_is_named(self):
        with mock.patch.dict(os.environ, {program.HOME: str(places.temporary())}), self.assertRaises(rugged.NoLauncher) as none:
            rugged.launcher()
        self.assertIn("RUGGED_HOME is ", str(none.exception))

    def test_the_launcher_of_the_checkout_is_taken_before_the_path(self):
        with mock.patch.dict(os.environ, {program.HOME: ""}):
            self.assertEqual(Path(rugged.launcher()), places.HERE.parent.parent / "rugged")

    def test_without_any_one_sentence_says_what_to_do(self):
        away = places.temporary() / "rugged"
        shutil.copytree(Path(program.__file__).parent, away)
        with mock.patch.dict(os.environ, {program.HOME: "", "PATH": ""}), mock.patch.object(
            program, "__file__", str(away / "program.py")
        ), self.assertRaises(rugged.NoLauncher) as none:
            rugged.launcher()
        self.assertEqual(len(none.exception.messages), 1)
        self.assertIn("RUGGED_HOME", none.exception.messages[0])


class BarTest(unittest.TestCase):
    STATE = {"done": 5.0, "of": 10.0, "unit": "gradients", "rate": 1234.0, "left": 90.0, "points": 3, "failed": 1, "total": 6}

    def test_a_line_says_how_far_it_is(self):
        self.assertEqual(progress.words(self.STATE), "[==============              ]  50 %  3/6 points, 1 failed  1.23e+03 gradients/s  90 s left")

    def test_a_terminal_gets_one_line_that_changes(self):
        class Terminal(io.StringIO):
            def isatty(self):
                return True

        stream = Terminal()
        view = progress.Lines(stream)
        view.show(self.STATE)
        view.show({**self.STATE, "done": 10.0, "left": None})
        view.close()
        self.assertEqual((stream.getvalue().count("\r"), stream.getvalue().count("\n")), (2, 1))

    def test_a_notebook_gets_one_output_that_changes(self):
        handle = mock.Mock()
        display = mock.Mock(return_value=handle)
        view = progress.Notebook(display, lambda html: html)
        view.show(self.STATE)
        view.show({**self.STATE, "done": 10.0})
        display.assert_called_once()
        self.assertIn('value="1.0000"', handle.update.call_args[0][0])


if __name__ == "__main__":
    unittest.main()
