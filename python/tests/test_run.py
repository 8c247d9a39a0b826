"""Reading the folder of a run that the program has made."""

import importlib.util
import json
import math
import shutil
import statistics
import unittest
from unittest import mock

import places
import rugged
from rugged import arrays, findings


def there(package):
    return importlib.util.find_spec(package) is not None


class RunTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.run_ = rugged.open(places.tiny_run())

    def test_findings_are_those_of_the_summary(self):
        stated = json.loads((self.run_.directory / "summary.json").read_text())["findings"][0]
        finding = self.run_.findings["tiny.e"]
        self.assertEqual((finding.value, finding.error, finding.unit), (stated["value"], stated["error"], stated["unit"]))
        # in equilibrium above T_s: e = -1/(2 T)
        self.assertAlmostEqual(finding.reference.value, -0.5 / 0.7, places=12)
        self.assertIn("annealed-energy", finding.reference.source)
        self.assertTrue(finding.agrees)
        self.assertIn("agrees", str(self.run_))
        self.assertIn("<td", self.run_._repr_html_())
        with self.assertRaises(KeyError) as missing:
            self.run_.findings["tiny.f"]
        self.assertIn("tiny.e", str(missing.exception))

    def test_parameters_and_points_are_those_of_the_plan(self):
        parameters = self.run_.parameters
        self.assertEqual((parameters["landscape.n"], parameters["dynamics.temperature"]), (16, [0.5, 0.7]))
        self.assertEqual(len(self.run_.points), 6)
        point = self.run_.point(temperature=0.7, seed=2)
        self.assertEqual(point.parameters, {"dynamics.temperature": 0.7, "seed": 2})
        with self.assertRaises(KeyError):
            self.run_.point(temperature=0.7)
        self.assertEqual(self.run_.status, "complete")
        self.assertEqual(self.run_.quantities["C"]["axes"], ["t", "tw"])

    def check_arrays(self):
        found = self.run_.arrays(temperature=0.5, seed=1)
        self.assertEqual(tuple(found["final"].shape), (2, 16))
        for replica in found["final"].tolist():
            self.assertAlmostEqual(sum(x * x for x in replica) / 16, 1, places=9)
        overlaps, frames = found["overlaps"], found["overlaps.frames"]
        self.assertEqual(tuple(overlaps.shape)[1:], (2, 2))
        self.assertEqual(tuple(overlaps.shape)[0], tuple(frames.shape)[0])
        # an overlap with oneself is 1, and overlaps are symmetric
        last = overlaps.tolist()[-1]
        self.assertAlmostEqual(last[0][0], 1, places=9)
        self.assertEqual(last[0][1], last[1][0])
        x, y = found["final"].tolist()
        self.assertAlmostEqual(last[0][1], sum(a * b for a, b in zip(x, y)) / 16, places=9)

    def test_arrays_without_numpy(self):
        with mock.patch.dict("sys.modules", {"numpy": None}):
            self.check_arrays()
            self.assertIsInstance(self.run_.arrays(0)["final"], memoryview)

    @unittest.skipUnless(there("numpy"), "needs numpy")
    def test_arrays_with_numpy(self):
        self.check_arrays()

    def test_what_is_no_array_is_named(self):
        file = places.temporary() / "no.npy"
        file.write_bytes(b"nothing")
        with mock.patch.dict("sys.modules", {"numpy": None}), self.assertRaises(ValueError) as wrong:
            arrays.read(file)
        self.assertIn("no.npy", str(wrong.exception))

    def test_a_figure_is_a_specification_with_a_picture_beside_it(self):
        self.assertEqual(list(self.run_.figures), ["energy", "C"])
        bundle = self.run_.figures["C"]._repr_mimebundle_()
        self.assertEqual(bundle["application/vnd.vegalite.v5+json"]["$schema"], "https://vega.github.io/schema/vega-lite/v5.json")
        self.assertTrue(bundle["image/svg+xml"].startswith("<svg"))
        self.assertEqual(self.run_.figures["C"].title, "Correlation between t_{w} and t")
        self.assertEqual(self.run_.figures._repr_mimebundle_()["text/html"].count("<img"), 2)
        with self.assertRaises(KeyError):
            self.run_.figures["D"]

    def test_what_was_changed_is_not_believed(self):
        copy = places.temporary() / "copy"
        shutil.copytree(self.run_.directory, copy)
        summary = copy / "summary.json"
        summary.write_text(summary.read_text().replace("tiny.e", "tiny.f"))
        with self.assertRaises(rugged.Damaged) as damaged:
            rugged.open(copy).findings
        self.assertIn("summary.json is damaged", str(damaged.exception))

    def test_a_folder_that_is_no_run_is_refused(self):
        with self.assertRaises(rugged.WrongInput):
            rugged.open(places.temporary())


@unittest.skipUnless(there("pyarrow"), "needs pyarrow")
class TableTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.run_ = rugged.open(places.tiny_run())

    def test_an_average_is_the_mean_of_the_samples_with_its_error(self):
        keys = {one.key for one in self.run_.points if one.parameters["dynamics.temperature"] == 0.7}
        samples = {}
        for row in self.run_.table("observations").where(quantity="e", t=4.0).to_pylist():
            if row["point"] in keys:
                samples.setdefault(row["point"], []).append(row["value"])
        means = [statistics.mean(replicas) for replicas in samples.values()]
        average = self.run_.table("averages").where(quantity="e", source="simulation", temperature=0.7, t=4.0).to_pylist()
        self.assertEqual(len(average), 1)
        self.assertAlmostEqual(average[0]["value"], statistics.mean(means), places=12)
        self.assertAlmostEqual(average[0]["error"], statistics.stdev(means) / math.sqrt(3), places=12)
        self.assertEqual(average[0]["value"], self.run_.findings["tiny.e"].value)

    def test_tables_are_named(self):
        self.assertEqual(self.run_.tables, ["averages", "observations", "points", "theory"])
        with self.assertRaises(KeyError):
            self.run_.table("means")
        with self.assertRaises(KeyError):
            self.run_.table("points").where(temprature=0.5)
        self.assertIn("<table", self.run_.table()._repr_html_())

    @unittest.skipUnless(there("polars"), "needs polars")
    def test_polars(self):
        frame = self.run_.table("points").to_polars()
        self.assertEqual(frame["seed"].sum(), 12)

    @unittest.skipUnless(there("pandas"), "needs pandas")
    def test_pandas(self):
        frame = self.run_.table("points").to_pandas()
        self.assertEqual(frame["seed"].sum(), 12)

    @unittest.skipUnless(there("duckdb"), "needs duckdb")
    def test_duckdb_takes_arrow_and_the_files_themselves(self):
        import duckdb

        points = self.run_.table("points").arrow  # noqa: F841, which the query names
        self.assertEqual(duckdb.sql("SELECT sum(seed) FROM points").fetchone()[0], 12)
        files = self.run_.directory / "tables" / "points.parquet"
        self.assertEqual(duckdb.sql(f"SELECT count(*) FROM '{files}'").fetchone()[0], 6)


class WordsTest(unittest.TestCase):
    def test_errors_are_in_units_of_the_last_digit(self):
        for value, error, text in [
            (-0.78492, 0.00817, "-0.7849(82)"),
            (12.3, 4.2, "12.3(42)"),
            (1234.0, 56.0, "1234(56)"),
            (0.5, None, "0.5"),
            (None, None, "-"),
        ]:
            self.assertEqual(findings.with_error(value, error), text)

    def test_indices_are_shown(self):
        self.assertEqual(findings.plain("C(t_{w} + 10^{-2})"), "C(t_w + 10^(-2))")
        self.assertEqual(findings.plain("T \\chi + \\Lambda, \\infty, \\foo"), "T χ+ Λ, ∞, \\foo")
        self.assertEqual(findings.marked("t_{w} < 1"), "t<sub>w</sub> &lt; 1")


if __name__ == "__main__":
    unittest.main()
