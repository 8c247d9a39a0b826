"""Models of PyTorch in TorchScript."""

import base64
import importlib.util
import json
import struct
import unittest

import places
import rugged


@unittest.skipUnless(importlib.util.find_spec("torch"), "needs torch")
class TorchScriptTest(unittest.TestCase):
    def setUp(self):
        import torch

        torch.manual_seed(1)
        self.torch = torch
        self.file = places.temporary() / "model.pt"

    def network(self):
        nn = self.torch.nn
        return nn.Sequential(nn.Linear(5, 7), nn.Tanh(), nn.Dropout(0.5), nn.Linear(7, 2)).double()

    def test_a_model_is_saved_with_its_example(self):
        from rugged import torchscript

        model = self.network()
        x = self.torch.randn(6, 5, dtype=self.torch.float64)
        torchscript.save(model, x, self.file)
        self.assertTrue(model.training)
        inside = {torchscript.DESCRIPTION: ""}
        loaded = self.torch.jit.load(str(self.file), _extra_files=inside)
        said = json.loads(inside[torchscript.DESCRIPTION])
        self.assertEqual([(one["name"], one["shape"]) for one in said["parameters"]][:2], [("0.weight", [7, 5]), ("0.bias", [7])])
        outputs = struct.unpack("<12d", base64.b64decode(said["outputs"]["data"]))
        # dropout is off; the gradient of what was loaded is that of the model
        self.assertEqual(outputs, tuple(loaded(x).flatten().tolist()))
        model.eval()
        model(x).square().sum().backward()
        loaded(x).square().sum().backward()
        for one, other in zip(model.parameters(), loaded.parameters()):
            self.assertLess((one.grad - other.grad).abs().max().item(), 1e-12)

    def test_a_trace_that_fixes_a_decision_is_refused(self):
        from rugged import torchscript

        torch = self.torch

        class Deciding(torch.nn.Module):
            def forward(self, x):
                if x.shape[0] > 3:
                    return 2 * x
                return x

        x = torch.ones(6, 2)
        with self.assertRaises(rugged.RuggedError):
            torchscript.save(Deciding(), x, self.file)
        self.assertFalse(self.file.exists())


if __name__ == "__main__":
    unittest.main()
