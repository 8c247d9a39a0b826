"""The figures of a run, as a notebook draws them."""

from __future__ import annotations

import base64
import html
import json
import re
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, Mapping, Optional, Sequence

_SCHEMA = re.compile(r"schema/(vega|vega-lite)/v(\d+)")
_ENDING = ".vl.json"


class Figure:
    """One figure: a specification with its data inside, and a picture of it.

    A notebook that knows Vega-Lite draws the specification; every other one shows the SVG.
    """

    def __init__(self, name: str, read: Callable[[str], Optional[bytes]]):
        self.name = name
        self._read = read

    @property
    def specification(self) -> Dict[str, Any]:
        """The Vega-Lite specification, data inline."""
        text = self._read(f"figures/{self.name}{_ENDING}")
        if text is None:
            raise KeyError(f"the run has no figure {self.name!r}")
        found: Dict[str, Any] = json.loads(text)
        return found

    @property
    def svg(self) -> Optional[str]:
        """The picture; None where only the specification was kept."""
        text = self._read(f"figures/{self.name}.svg")
        return None if text is None else text.decode("utf-8")

    @property
    def title(self) -> str:
        """What stands above it, marks of indices included."""
        about = self.specification.get("usermeta", {}).get("rugged", {})
        return str(about.get("title") or self.name)

    @property
    def mime(self) -> str:
        """The type under which a notebook knows the specification, such as ``application/vnd.vegalite.v5+json``."""
        return _mime(self.specification)

    def save(self, file: str) -> Path:
        """Writes the picture (``.svg``) or the specification (``.json``)."""
        to = Path(file)
        if to.suffix == ".svg" and self.svg is not None:
            to.write_text(self.svg, encoding="utf-8")
        elif to.suffix == ".json":
            to.write_text(json.dumps(self.specification), encoding="utf-8")
        else:
            raise ValueError(f"{file}: ends neither in .svg nor in .json; 'rugged figure' writes png and pdf")
        return to

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Dict[str, Any]:
        specification = self.specification
        bundle: Dict[str, Any] = {_mime(specification): specification, "text/plain": repr(self)}
        picture = self.svg
        if picture is not None:
            bundle["image/svg+xml"] = picture
        return bundle

    def __repr__(self) -> str:
        return f"<figure {self.name}: {self.specification.get('description', self.title)}>"


def _mime(specification: Mapping[str, Any]) -> str:
    schema = _SCHEMA.search(str(specification.get("$schema", "")))
    kind, version = (schema[1], schema[2]) if schema else ("vega-lite", "5")
    return f"application/vnd.{kind.replace('-', '')}.v{version}+json"


class Figures(Mapping[str, Figure]):
    """The figures of a run by name; shown as a whole, all of them are drawn."""

    def __init__(self, directory: Path, read: Callable[[str], Optional[bytes]], order: Sequence[str] = ()):
        folder = directory / "figures"
        drawn = sorted(file.name[: -len(_ENDING)] for file in folder.glob("*" + _ENDING)) if folder.is_dir() else []
        names = [name for name in order if name in drawn] + [name for name in drawn if name not in order]
        self._figures = {name: Figure(name, read) for name in names}

    def __getitem__(self, name: str) -> Figure:
        if name not in self._figures:
            raise KeyError(f"no figure {name!r}; there are {', '.join(self._figures) or 'none'}")
        return self._figures[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def __repr__(self) -> str:
        return f"<figures {', '.join(self._figures) or 'none'}>"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Dict[str, Any]:
        pictures = []
        for figure in self._figures.values():
            svg = figure.svg
            if svg is not None:
                data = base64.b64encode(svg.encode("utf-8")).decode("ascii")
                pictures.append(f'<img alt="{html.escape(figure.name)}" src="data:image/svg+xml;base64,{data}">')
        return {"text/html": "".join(pictures), "text/plain": repr(self)}
