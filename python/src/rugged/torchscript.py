"""Saves models of PyTorch in TorchScript, with an example on which a reader can check that it computes the same."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Sequence, Union

from .errors import MachineLacks, RuggedError

if TYPE_CHECKING:
    import torch

#: name of the description inside the file, beside the model
DESCRIPTION = "rugged.json"
_FORMAT = 1


def save(
    module: "torch.nn.Module",
    inputs: Union["torch.Tensor", Sequence["torch.Tensor"]],
    file: Union[str, "os.PathLike[str]"],
    *,
    way: str = "trace",
    tolerance: float = 1e-5,
) -> Path:
    """Saves a model as ``file``, to be loaded by libtorch.

    Args:
        module: any model; it is saved as it computes in evaluation, and put back into the mode in which it was
        inputs: one example, or one for each argument; patterns along the first extent
        way: ``trace`` follows the example, and refuses a model that does otherwise on half of its patterns; ``script`` compiles the model's
            source, for those that decide by their inputs
        tolerance: by how much outputs may differ, relative to the largest

    Returns:
        the file; inside it, ``rugged.json`` names parameters with their shapes, in the order of ``parameters()``, and holds the example with its outputs

    Raises:
        RuggedError: when what was saved does not compute what the model does
    """
    try:
        import torch
    except ImportError:
        raise MachineLacks(["the package torch is not installed: pip install torch"]) from None
    if way not in ("trace", "script"):
        raise ValueError(f"way: {way!r}; trace or script")
    example = (inputs,) if isinstance(inputs, torch.Tensor) else tuple(inputs)
    before = module.training
    module.eval()
    try:
        with torch.no_grad():
            outputs = module(*example)
            if not isinstance(outputs, torch.Tensor):
                raise RuggedError([f"the model answers with a {type(outputs).__name__}; it must be one tensor"])
            scripted = torch.jit.trace(module, example, check_trace=False) if way == "trace" else torch.jit.script(module)
            to = Path(file)
            torch.jit.save(scripted, str(to), _extra_files={DESCRIPTION: json.dumps(_description(module, example, outputs, way))})
            loaded = torch.jit.load(str(to))
            some = tuple(one[: max(1, len(one) // 2)] for one in example)
            for given, wanted in ((example, outputs), (some, module(*some))):
                _same(loaded(*given), wanted, tolerance, to)
    finally:
        module.train(before)
    return to


def _same(found: Any, wanted: Any, tolerance: float, file: Path) -> None:
    if found.shape == wanted.shape and (found - wanted).abs().max() <= tolerance * wanted.abs().max().clamp(min=1e-30):
        return
    file.unlink()
    raise RuggedError(["what was saved does not compute what the model does: way='script' keeps decisions that depend on inputs, which a trace fixes"])


def _description(module: Any, example: Sequence[Any], outputs: Any, way: str) -> Dict[str, Any]:
    return {
        "format": _FORMAT,
        "way": way,
        "parameters": [{"name": name, "shape": list(one.shape), "type": _type(one)} for name, one in module.named_parameters()],
        "inputs": [_array(one) for one in example],
        "outputs": _array(outputs),
    }


def _array(tensor: Any) -> Dict[str, Any]:
    """Shape, type and elements: little-endian, last index fastest, base64."""
    data = tensor.detach().contiguous().cpu()
    import torch

    raw = bytes(data.reshape(-1).view(torch.uint8).tolist())
    return {"shape": list(tensor.shape), "type": _type(tensor), "data": base64.b64encode(raw).decode("ascii")}


def _type(tensor: Any) -> str:
    return str(tensor.dtype).replace("torch.", "")
