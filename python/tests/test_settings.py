"""Values and names on their way to the command line."""

import math
import unittest

from rugged import settings
from rugged.errors import WrongInput


class ValuesTest(unittest.TestCase):
    def test_values_are_written_as_the_program_reads_them(self):
        for value, text in [
            (128, "128"),
            (0.1, "0.1"),
            (1e-9, "1e-09"),
            (math.inf, "inf"),
            (True, "true"),
            (None, "null"),
            ("0.6*3+1.4*12", "0.6*3+1.4*12"),
            ("0.1..0.5 step 0.1", "0.1..0.5 step 0.1"),
            ([0.3, 0.5], "[0.3, 0.5]"),
            ((64, 128), "[64, 128]"),
            (["3+4", "a b"], '[3+4, "a b"]'),
            ({"T": "0.1..0.5 step 0.1", "x": "t - tw", "y": "C: t..tw"}, '{"T": 0.1..0.5 step 0.1, "x": "t - tw", "y": "C: t..tw"}'),
            (range(1, 21), "1..20"),
            (range(10, 51, 10), "10..50 step 10"),
            (range(3, 0, -1), "[3, 2, 1]"),
            (range(4, 5), "[4]"),
            ({"is": "pspin", "n": [8, 16]}, '{"is": pspin, "n": [8, 16]}'),
        ]:
            with self.subTest(value=value):
                self.assertEqual(settings.text(value), text)

    def test_numbers_of_other_packages_are_numbers(self):
        class Scalar:
            def tolist(self):
                return 2.5

        class Vector:
            def tolist(self):
                return [1, 2]

        self.assertEqual(settings.text(Scalar()), "2.5")
        self.assertEqual(settings.text(Vector()), "[1, 2]")

    def test_what_is_no_value_is_refused(self):
        for value in (math.nan, object()):
            with self.assertRaises(WrongInput):
                settings.text(value)


class NamesTest(unittest.TestCase):
    KNOWN = {
        "study": "s",
        "landscape.is": "pspin",
        "landscape.n": 64,
        "landscape.seed": 1,
        "dynamics.learning-rate": 0.1,
        "cases.a.landscape.width": 3,
        "cases.b.landscape.width": 4,
        "observe.0.every": 2,
    }

    def test_underscores_are_hyphens_and_two_of_them_dots(self):
        self.assertEqual(settings.path("dynamics__learning_rate"), "dynamics.learning-rate")
        self.assertEqual(settings.keyword("dynamics.learning-rate"), "dynamics__learning_rate")
        self.assertEqual(settings.keyword("observe.0.every"), 'set={"observe.0.every": ...}')

    def test_a_short_name_means_the_one_parameter_that_has_it(self):
        self.assertEqual(settings.named("n", self.KNOWN), "landscape.n")
        self.assertEqual(settings.named("learning-rate", self.KNOWN), "dynamics.learning-rate")
        self.assertEqual(settings.named("every", self.KNOWN), "observe.0.every")
        self.assertEqual(settings.named("a.landscape.width", self.KNOWN), "cases.a.landscape.width")

    def test_two_parameters_of_a_name_are_both_named(self):
        with self.assertRaises(WrongInput) as refused:
            settings.named("width", self.KNOWN)
        self.assertIn("cases__a__landscape__width, cases__b__landscape__width", str(refused.exception))

    def test_an_unknown_name_is_told_what_there_is(self):
        with self.assertRaises(WrongInput) as refused:
            settings.named("m", self.KNOWN)
        self.assertIn("landscape.n", str(refused.exception))

    def test_a_path_needs_no_looking_up(self):
        self.assertTrue(settings.whole("landscape.n"))
        self.assertTrue(settings.whole("replicas"))
        self.assertFalse(settings.whole("n"))


if __name__ == "__main__":
    unittest.main()
