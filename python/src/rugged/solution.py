"""What a theory says, solved alone."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional


class Curve:
    """A quantity with axes.

    Attributes:
        values: its values
        errors: their errors; None where there is none
        axes: the places, one list for each axis: ``axes["t"]``
        symbol: as it is printed
    """

    def __init__(self, symbol: str, lines: List[Mapping[str, Any]]):
        self.symbol = symbol
        self.values: List[Optional[float]] = [line["value"] for line in lines]
        self.errors: List[Optional[float]] = [line["error"] for line in lines]
        self.axes: Dict[str, List[Optional[float]]] = {name: [line["axes"][name] for line in lines] for name in lines[0]["axes"]}

    def __len__(self) -> int:
        return len(self.values)

    def __repr__(self) -> str:
        return f"<{self.symbol} at {len(self)} places of {', '.join(self.axes)}>"


class Theory(Dict[str, Any]):
    """The quantities of a theory by name: a number (None where it does not exist), or a :class:`Curve` where it has axes.

    Attributes:
        name: of the theory
        parameters: with which it was solved
        errors: errors of the numbers, where they have one
        curves: what a quantity that is a number is at other places, such as other branches, by name
        converged: whether there is a solution
        residual: by how much it misses its equations
        reason: why there are no quantities; None when there are
        validity: where it holds
        solution: what was solved, in a sentence
    """

    def __init__(self, stated: Mapping[str, Any]):
        super().__init__()
        self.name: str = stated["theory"]
        self.parameters: Dict[str, Any] = dict(stated["parameters"])
        self.converged: bool = stated["converged"]
        self.residual: Optional[float] = stated.get("residual")
        self.reason: Optional[str] = stated.get("reason")
        self.validity: str = stated.get("validity") or ""
        self.solution: str = stated.get("solution") or ""
        self.errors: Dict[str, float] = {}
        self.curves: Dict[str, Curve] = {}
        lines: Dict[str, List[Mapping[str, Any]]] = {}
        for line in stated["quantities"]:
            lines.setdefault(line["name"], []).append(line)
        for name, rows in lines.items():
            self[name] = self._quantity(name, rows)

    def _quantity(self, name: str, rows: List[Mapping[str, Any]]) -> Any:
        alone = [row for row in rows if not row["axes"]]
        spread = [row for row in rows if row["axes"]]
        if len(alone) != 1:
            return Curve(rows[0].get("symbol") or name, rows)
        if spread:
            self.curves[name] = Curve(spread[0].get("symbol") or name, spread)
        if alone[0]["error"] is not None:
            self.errors[name] = alone[0]["error"]
        return alone[0]["value"]

    def __repr__(self) -> str:
        return f"<theory {self.name}: {dict(self) if self.converged else 'no solution, ' + str(self.reason)}>"
