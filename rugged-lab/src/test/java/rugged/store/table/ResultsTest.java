package rugged.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.export.Exporter;
import rugged.store.file.Npy;
import rugged.store.point.ArrayIndex;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;

/** Tables made from a folder whose numbers are known. */
class ResultsTest {
    private static final Quantity ENERGY = new Quantity("e", "e", "J", List.of("t"), "H/N");
    private static final Quantity CORRELATION =
            new Quantity("C", "\u03bc C(t, t_{w})", "", List.of("t", "tw"), "x(t).x(tw)/N");

    @TempDir
    Path directory;

    private RunFolder folder;

    @BeforeEach
    void fill() {
        folder = RunFolder.at(directory);
        folder.quantities(List.of(ENERGY, CORRELATION));
        folder.agenda(new Agenda(
                "toy",
                "quick",
                1,
                "plan",
                List.of(
                        entry("a", "1", "500"),
                        entry("b", "2", "500"),
                        entry("c", "3", "500"),
                        entry("d", "1", "1000"),
                        entry("f", "2", "1000")),
                List.of(new Agenda.Entry("th", "decay", Map.of("landscape.n", "500")))));
        point("a", Checkpoint.Standing.DONE, 1.0, 3.0);
        point("b", Checkpoint.Standing.DONE, 4.0, 6.0);
        point("c", Checkpoint.Standing.DONE, 5.0, Double.NaN);
        point("d", Checkpoint.Standing.DONE, 7.0, 9.0);
        point("f", Checkpoint.Standing.FAILED, 100.0, 100.0);
        try (PointFolder theory = folder.openTheory("th", warning -> {})) {
            theory.put(ENERGY, Sink.ALL, 3.5, 1e-9, 2.0);
            theory.checkpoint(Checkpoint.Standing.DONE, "", 0, 0, new byte[0]);
        }
    }

    private static Agenda.Entry entry(String key, String seed, String n) {
        Map<String, String> coordinates = new LinkedHashMap<>();
        coordinates.put("landscape.n", n);
        coordinates.put("seed", seed);
        return new Agenda.Entry(key, "simulation", coordinates);
    }

    private void point(String key, Checkpoint.Standing standing, double first, double second) {
        try (PointFolder point = folder.openPoint(key, warning -> {})) {
            point.put(ENERGY, 0, first, 0.3, 2.0);
            point.put(ENERGY, 1, second, 0.4, 2.0);
            if (key.equals("a")) point.put(CORRELATION, 0, 0.25, Double.NaN, 2.0, 0.5);
            point.replace("final.npy", Npy.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
            List<ArrayIndex.Entry> arrays = List.of(new ArrayIndex.Entry("final", "state", List.of(2, 3), 1));
            point.replace(ArrayIndex.FILE, new ArrayIndex(arrays).bytes());
            String reason = standing == Checkpoint.Standing.FAILED ? "it burst" : "";
            point.checkpoint(standing, reason, 1.5, 10, new byte[0]);
        }
    }

    @Test
    void replicasAreOneSampleAndSeedsGiveTheError() {
        Map<String, Object> row = averages("e", "simulation", 500L).getFirst();
        // means of replicas are 2, 5 and (the NaN is undefined) 5: mean 4, sd sqrt(3), error 1
        assertThat((double) row.get("value")).isCloseTo(4.0, within(1e-15));
        assertThat((double) row.get("error")).isCloseTo(1.0, within(1e-15));
        assertThat(row).containsEntry("count", 3L).containsEntry("t", 2.0).doesNotContainKey("tw");
    }

    @Test
    void oneSampleHasTheErrorOfItsReplicas() {
        Map<String, Object> row = averages("e", "simulation", 1000L).getFirst();
        assertThat(row).containsEntry("value", 8.0).containsEntry("count", 1L).containsEntry("planned", 2L);
        assertThat((double) row.get("error")).isCloseTo(Math.hypot(0.3, 0.4) / 2, within(1e-15));
        assertThat((double) averages("C", "simulation", 500L).getFirst().get("error"))
                .isNaN();
    }

    @Test
    void theoriesStandBesideTheirGroup() {
        assertThat(averages("e", "decay", 500L))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("value", 3.5)
                        .containsEntry("error", 1e-9)
                        .containsEntry("count", 0L));
        assertThat(averages("e", "decay", 1000L)).isEmpty();
    }

    @Test
    void pointsTellHowTheyEnded() {
        Table points = Results.of(folder).points();
        assertThat(points.names())
                .containsExactly("point", "landscape.n", "seed", "status", "reason", "seconds", "gradients");
        assertThat(points.row(4))
                .containsEntry("point", "f")
                .containsEntry("seed", 2L)
                .containsEntry("status", "failed")
                .containsEntry("reason", "it burst");
    }

    @Test
    void exportedFilesHoldTheSameNumbers() throws Exception {
        for (Exporter.Format format : Exporter.Format.values()) {
            Exporter exporter = new Exporter(folder);
            if (exporter.objection(format).isPresent()) continue;
            assertThat(exporter.write(format)).as(format.word()).isNotEmpty();
        }
        Path export = directory.resolve("export");
        assertThat(Files.readAllLines(export.resolve("averages.csv")).subList(0, 2))
                .containsExactly(
                        "quantity,source,landscape.n,t,tw,value,error,count,planned",
                        "e,simulation,500,2.0,,4.0,1.0,3,3");
        assertThat(Files.readAllLines(export.resolve("observations.csv"))).hasSize(12);
        try (var database = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT sum(value), count(tw), count(*) FROM '"
                        + export.resolve("observations.parquet") + "' WHERE point != 'c'")) {
            rows.next();
            assertThat(rows.getDouble(1)).isEqualTo(1 + 3 + 0.25 + 4 + 6 + 7 + 9 + 200);
            assertThat(rows.getLong(2)).isEqualTo(1);
            assertThat(rows.getLong(3)).isEqualTo(9);
        }
        try (var file = new io.jhdf.HdfFile(export.resolve("run.h5"))) {
            assertThat((double[]) file.getDatasetByPath("tables/averages/value").getData())
                    .containsExactly(4.0, 0.25, 8.0, 3.5);
            assertThat((String[]) file.getDatasetByPath("tables/points/status").getData())
                    .containsExactly("done", "done", "done", "done", "failed");
            assertThat((String[])
                            file.getDatasetByPath("tables/quantities/symbol").getData())
                    .containsExactly("e", "\u03bc C(t, t_{w})");
            assertThat((double[][]) file.getDatasetByPath("arrays/a/final").getData())
                    .isEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
        }
        byte[] npy = Files.readAllBytes(export.resolve("averages.npy"));
        String header = new String(npy, 10, 300, java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(header)
                .contains("('source', '<U10'), ('landscape.n', '<i8'), ('t', '<f8')")
                .contains("'shape': (4,)");
    }

    private List<Map<String, Object>> averages(String quantity, String source, long n) {
        return Results.of(folder).averages().list().stream()
                .filter(row -> row.get("quantity").equals(quantity)
                        && row.get("source").equals(source)
                        && row.get("landscape.n").equals(n))
                .toList();
    }
}
