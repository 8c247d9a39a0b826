package rugged.web.api;

import java.nio.file.Path;

/** Five lines of Python that open what a run found. */
final class Notebook {
    private Notebook() {}

    static String lines(Path run) {
        return """
            import json, pandas
            run = %s
            table = pandas.read_parquet(f"{run}/tables/averages.parquet")
            findings = pandas.DataFrame(json.load(open(f"{run}/summary.json"))["findings"])
            table[table.quantity == table.quantity.iloc[0]].head()
            """.formatted(quoted(run.toAbsolutePath().toString()));
    }

    private static String quoted(String path) {
        return "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
