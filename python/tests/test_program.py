"""The package with the program itself, which takes some seconds."""

import os
import unittest

import places
import rugged
from rugged import program


@unittest.skipUnless(os.environ.get(program.HOME), "needs RUGGED_HOME, the folder of the launcher")
class ProgramTest(unittest.TestCase):
    def test_a_study_is_run_by_short_names_and_shown_again(self):
        out = places.temporary() / "run"
        run = rugged.run(str(places.TINY), out=out, n=12, temperature=[0.6, 0.7], seed=5, threads=2, progress=False)
        self.assertEqual(run.parameters["landscape.n"], 12)
        self.assertEqual({one.parameters["seed"] for one in run.points}, {5, 6, 7})
        self.assertEqual(run.status, "complete")
        began = (out / "summary.json").stat().st_mtime_ns
        rugged.run(str(places.TINY), out=out, n=12, temperature=[0.6, 0.7], seed=5, threads=2, progress=False)
        self.assertEqual((out / "summary.json").stat().st_mtime_ns, began)
        (out / "tables" / "points.parquet").write_bytes(b"nothing")
        rugged.resume(out, progress=False)
        self.assertGreater((out / "tables" / "points.parquet").stat().st_size, 100)

    def test_all_mistakes_are_named(self):
        study = {"study": "x", "landscape": {"is": "pspin", "n": -1}, "dynamics": "langevn", "observe": ["energy"]}
        with self.assertRaises(rugged.WrongInput) as refused:
            rugged.check(study)
        self.assertTrue(any("landscape.n" in line for line in refused.exception.messages))
        self.assertTrue(any("did you mean langevin?" in line for line in refused.exception.messages))

    def test_a_plan_says_what_it_takes(self):
        plan = rugged.check(str(places.TINY), set={"landscape.n": [8, 16]})
        self.assertEqual((plan.study, plan.points, plan.parameters["landscape.n"]), ("tiny", 12, [8, 16]))
        self.assertEqual(plan.folder.parent.name, "runs")

    def test_a_theory_is_solved(self):
        # sqrt(3/8) is the dynamical transition of p = 3
        self.assertAlmostEqual(rugged.theory("pspin-statics", mixture=3)["T_d"], 0.375**0.5, places=9)
        flow = rugged.theory("p2-gradient-flow", times=[1, 10])
        self.assertIn(10.0, flow["e"].axes["t"])
        self.assertEqual(len(flow["e"]), len(flow["e"].values))

    def test_the_catalogue_is_told(self):
        self.assertIn("pspin", [entry.name for entry in rugged.list("glass", kind="landscape")])
        self.assertIn("n", rugged.describe("pspin")["schema"]["properties"])


if __name__ == "__main__":
    unittest.main()
