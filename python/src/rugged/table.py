"""The tables of a run: Arrow, and whatever data frames are installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

from .errors import MachineLacks


class Table:
    """A table of a run, read into Arrow.

    Whatever :class:`pyarrow.Table` can do this can do as well; packages that take Arrow data, such as polars and DuckDB, take it as it is.

    Attributes:
        arrow: the :class:`pyarrow.Table`
    """

    def __init__(self, arrow: Any):
        self.arrow = arrow

    @staticmethod
    def read(file: Path) -> "Table":
        """Reads a Parquet file."""
        try:
            import pyarrow.parquet
        except ImportError:
            raise MachineLacks(["tables are read by the package pyarrow, which is not installed: pip install pyarrow"]) from None
        # the file alone: folders that look like key=value are no columns
        return Table(pyarrow.parquet.ParquetFile(file).read())

    def where(self, **values: Any) -> "Table":
        """The rows in which columns have these values; ``where(quantity="C", dynamics__temperature=0.5)``. None asks for empty ones.

        A column whose name has dots or hyphens is written with two underscores and one; its last part is enough where that is unique.
        """
        import pyarrow.compute as compute

        chosen = self.arrow
        for keyword, value in values.items():
            column = chosen[self._column(keyword)]
            chosen = chosen.filter(compute.is_null(column) if value is None else compute.equal(column, value))
        return Table(chosen)

    def _column(self, keyword: str) -> str:
        names: List[str] = self.arrow.column_names
        dotted = keyword.replace("__", ".")
        for name in (keyword, dotted, dotted.replace("_", "-")):
            if name in names:
                return name
        ends = [name for name in names if name.endswith(("." + dotted, "." + dotted.replace("_", "-")))]
        if len(ends) == 1:
            return ends[0]
        raise KeyError(f"no column {keyword!r}; there are {', '.join(names)}")

    def to_polars(self) -> Any:
        """As a polars DataFrame."""
        try:
            import polars
        except ImportError:
            raise MachineLacks(["the package polars is not installed: pip install polars"]) from None
        return polars.from_arrow(self.arrow)

    def to_pandas(self, **options: Any) -> Any:
        """As a pandas DataFrame."""
        try:
            import pandas  # noqa: F401
        except ImportError:
            raise MachineLacks(["the package pandas is not installed: pip install pandas"]) from None
        return self.arrow.to_pandas(**options)

    def to_pydict(self) -> Dict[str, List[Any]]:
        """As lists by column."""
        found: Dict[str, List[Any]] = self.arrow.to_pydict()
        return found

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.arrow.__arrow_c_stream__(requested_schema)

    def __getattr__(self, name: str) -> Any:
        if name == "arrow":
            raise AttributeError(name)
        return getattr(self.arrow, name)

    def __getitem__(self, column: Any) -> Any:
        return self.arrow[column]

    def __len__(self) -> int:
        return int(self.arrow.num_rows)

    def __repr__(self) -> str:
        return f"<table of {len(self)} rows: {', '.join(self.arrow.column_names)}>"

    def _repr_html_(self) -> str:
        import html

        rows = self.arrow.slice(0, 10).to_pylist()
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.arrow.column_names)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_cell(value))}</td>" for value in row.values()) + "</tr>" for row in rows
        )
        more = f"<p>{len(self)} rows</p>" if len(self) > len(rows) else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)
