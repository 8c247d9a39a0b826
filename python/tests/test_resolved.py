"""Studies as the program writes them out."""

import math
import unittest

from rugged import resolved

TEXT = """study: s
about:
  title: A title
  claim: "Two lines\\nand a \\"quote\\", t_{w}: \\U000003b1."
  published: []
  source:
    doi: 10.1103/PhysRevLett.71.173
landscape: { is: pspin, n: [64, 128], mixture: 0.6*3+1.4*12, planted: inf, data: { is: random, patterns: 100 } }
dynamics: { is: langevin, temperature: -1.5e-3, allow-unstable: false }
start: random
observe: [energy, { is: eigenvalues, every: 15 }]
empty: ''
none: null
figures:
  - name: one
    y-label: ""
    x: "a, b"
    overlay: ["*"]
    where: {}
  - { name: two, title: "C(t, 0)" }
cases:
  - - 1
    - a b
seed: 1..12
"""


class StudyTest(unittest.TestCase):
    def setUp(self):
        self.study = resolved.study(TEXT)

    def test_texts_are_what_they_were(self):
        about = self.study["about"]
        self.assertEqual(about["claim"], 'Two lines\nand a "quote", t_{w}: \u03b1.')
        self.assertEqual(about["source"]["doi"], "10.1103/PhysRevLett.71.173")
        self.assertEqual((self.study["empty"], self.study["none"]), ("", None))

    def test_flows_are_trees(self):
        self.assertEqual(self.study["landscape"]["data"], {"is": "random", "patterns": 100})
        self.assertEqual(self.study["landscape"]["planted"], math.inf)
        self.assertEqual(self.study["dynamics"], {"is": "langevin", "temperature": -0.0015, "allow-unstable": False})
        self.assertEqual(self.study["observe"], ["energy", {"is": "eigenvalues", "every": 15}])

    def test_blocks_are_trees(self):
        one = {"name": "one", "y-label": "", "x": "a, b", "overlay": ["*"], "where": {}}
        self.assertEqual(self.study["figures"], [one, {"name": "two", "title": "C(t, 0)"}])
        self.assertEqual(self.study["cases"], [[1, "a b"]])
        self.assertEqual(self.study["seed"], "1..12")

    def test_paths_are_those_of_the_command_line(self):
        flat = resolved.flat(self.study)
        self.assertEqual(flat["landscape.n"], [64, 128])
        self.assertEqual(flat["landscape.data.patterns"], 100)
        self.assertEqual(flat["observe.0"], "energy")
        self.assertEqual(flat["observe.1.every"], 15)


if __name__ == "__main__":
    unittest.main()
