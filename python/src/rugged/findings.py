"""What a run found, as ``summary.json`` has it."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any, List, Mapping, Optional

_RUN = re.compile(r"([_^])\{([^}]*)\}")
_NAME = re.compile(r"\\([A-Za-z]+) ?")
_SIGNS = {"infty": "∞", "times": "×", "cdot": "·", "pm": "±", "langle": "⟨", "rangle": "⟩", "approx": "≈", "le": "≤", "ge": "≥"}


@dataclass(frozen=True)
class Reference:
    """What a finding is set beside; ``error`` is None where it is exact."""

    value: Optional[float]
    error: Optional[float]
    source: str


@dataclass(frozen=True)
class Finding:
    """One number of a run.

    Attributes:
        id: stable name, lower-case and dotted
        text: what it is; where it could not be computed, why
        value: None where it could not be computed
        error: one standard error; None only for exact numbers
        unit: empty for pure numbers
        reference: None where there is none
        distance: difference from the reference in combined standard errors; None for exact rows
        agrees: whether it agrees within combined error and stated bias; None where that is undecided or there is no reference
        verdict: ``undecided`` where errors are too large to tell, else as the summary has it
        samples: samples behind the mean
        stated: all that the summary says of it, further keys included
    """

    id: str
    text: str
    value: Optional[float]
    error: Optional[float]
    unit: str
    reference: Optional[Reference]
    distance: Optional[float]
    agrees: Optional[bool]
    verdict: str
    samples: Optional[int]
    stated: Mapping[str, Any] = field(repr=False, hash=False, compare=False)

    @staticmethod
    def of(stated: Mapping[str, Any]) -> "Finding":
        """From its place in the summary."""
        beside = stated.get("reference")
        return Finding(
            id=stated["id"],
            text=stated["text"],
            value=stated.get("value"),
            error=stated.get("error"),
            unit=stated.get("unit") or "",
            reference=Reference(beside.get("value"), beside.get("error"), beside.get("source") or "") if beside else None,
            distance=stated.get("distance"),
            agrees=stated.get("agrees"),
            verdict=stated.get("verdict") or "",
            samples=stated.get("samples"),
            stated=stated,
        )

    @property
    def judgement(self) -> str:
        """In a word or two: agrees, DIFFERS, undecided, not computed, or nothing where there is no reference."""
        if self.value is None:
            return "not computed"
        if self.verdict == "undecided":
            return "undecided"
        if self.agrees is None:
            return ""
        return "agrees" if self.agrees else "DIFFERS"

    def __str__(self) -> str:
        beside = f", reference {with_error(self.reference.value, self.reference.error)}" if self.reference else ""
        says = f" ({self.judgement})" if self.judgement else ""
        unit = f" {self.unit}" if self.unit else ""
        return f"{plain(self.text)}: {with_error(self.value, self.error)}{unit}{beside}{says}"


class Findings(List[Finding]):
    """The findings of a run, in the order of its study; also by id, ``run.findings["pspin.energy"]``."""

    def __getitem__(self, which: Any) -> Any:
        if not isinstance(which, str):
            return super().__getitem__(which)
        for finding in self:
            if finding.id == which:
                return finding
        raise KeyError(f"no finding {which!r}; there are {', '.join(finding.id for finding in self) or 'none'}")

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self)

    def _repr_html_(self) -> str:
        rows = []
        for one in self:
            beside = one.reference
            cells = [
                marked(one.text),
                html.escape(with_error(one.value, one.error) + (f" {one.unit}" if one.unit else "")),
                html.escape(with_error(beside.value, beside.error)) if beside else "",
                f"{one.distance:.1f} σ" if one.distance is not None else "",
                one.judgement,
                html.escape(beside.source) if beside else "",
            ]
            rows.append("<tr>" + "".join(f'<td style="text-align:left">{cell}</td>' for cell in cells) + "</tr>")
        head = "".join(f"<th>{name}</th>" for name in ("finding", "ours", "reference", "", "", "source of the reference"))
        return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def with_error(value: Optional[float], error: Optional[float]) -> str:
    """A number with its error in units of the last digit, two digits of it: ``-0.7849(82)``."""
    if value is None:
        return "-"
    if error is None or not error > 0:
        return f"{value:.7g}"
    for digits in range(0, 15):
        scaled = round(error * 10**digits)
        if scaled >= 10:
            return f"{value:.{digits}f}({scaled})" if digits else f"{value:.0f}({scaled})"
    return f"{value:.6g} +- {error:.2g}"


def plain(text: str) -> str:
    """Without the marks of indices and powers: ``t_{w}`` as ``t_w``."""
    return _RUN.sub(lambda run: run[1] + (run[2] if len(run[2]) == 1 else f"({run[2]})"), _signs(text))


def marked(text: str) -> str:
    """As HTML, with indices and powers."""
    tags = {"_": "sub", "^": "sup"}
    return _RUN.sub(lambda run: f"<{tags[run[1]]}>{run[2]}</{tags[run[1]]}>", html.escape(_signs(text)))


def _signs(text: str) -> str:
    """Names of signs, such as ``\\chi``, as the signs."""
    return _NAME.sub(lambda name: _SIGNS.get(name[1]) or _greek(name[1]) or name[0], text)


def _greek(name: str) -> str:
    case = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {case} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
    except KeyError:
        return ""
