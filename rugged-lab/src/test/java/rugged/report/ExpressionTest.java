package rugged.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Quantity;
import rugged.num.Jackknife;
import rugged.store.Agenda;
import rugged.store.FaultyDisk;
import rugged.store.RunFolder;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.store.table.Analyses;
import rugged.store.table.Results;
import rugged.store.table.Table;
import rugged.study.FindingSection;
import rugged.study.FindingSection.Average;
import rugged.study.FindingSection.Minus;
import rugged.study.FindingSection.Over;
import rugged.study.Position;

/** Findings made of several values, and of quotients: the same numbers as in the table, pairs before means, means before quotients. */
class ExpressionTest {
    private static final Quantity ABOVE = new Quantity("above", "", "J", List.of("t"), "a numerator");
    private static final Quantity BELOW = new Quantity("below", "", "1/J", List.of("t"), "a denominator");
    private static final Quantity RATIO = Quantity.ratio("ratio", "", "J", ABOVE, BELOW, "a quotient");
    private static final int SEEDS = 8;
    private static final double[] TIMES = {1, 10, 100, 1000};

    @TempDir
    Path directory;

    private RunFolder folder;
    private final Random random = new Random(4);
    private final double[][] above = new double[2][SEEDS];
    private final double[][] below = new double[2][SEEDS];

    /** Two dynamics on the same seeds: what a seed brings is common to both and large. */
    @BeforeEach
    void run() {
        begin("all", SEEDS);
        for (int s = 0; s < SEEDS; s++) {
            double common = random.nextGaussian();
            for (int d = 0; d < 2; d++) {
                above[d][s] = 10 + common + 0.05 * random.nextGaussian() - 0.172 * d;
                below[d][s] = 2 + 0.3 * random.nextGaussian();
            }
        }
        write(SEEDS);
    }

    private void begin(String name, int seeds) {
        folder = new RunFolder(directory.resolve(name), FaultyDisk.sound());
        folder.create();
        List<Agenda.Entry> points = new ArrayList<>();
        for (int d = 0; d < 2; d++)
            for (int s = 0; s < seeds; s++)
                points.add(new Agenda.Entry(
                        "p" + d + s, "simulation", Map.of("dynamics", d == 0 ? "sgd" : "bath", "seed", "" + s)));
        folder.agenda(new Agenda("toy", "quick", 1, "plan", points, List.of()));
        folder.quantities(List.of(ABOVE, BELOW, RATIO));
    }

    private void write(int seeds) {
        for (int d = 0; d < 2; d++) {
            for (int s = 0; s < seeds; s++) {
                try (PointFolder at = folder.openPoint("p" + d + s, warning -> {})) {
                    for (int k = 0; k < TIMES.length; k++) {
                        // two replicas, off by the same to both sides
                        for (int r = 0; r < 2; r++) {
                            at.put(ABOVE, r, above[d][s] + k + 0.5 * r - 0.25, Double.NaN, TIMES[k]);
                            at.put(BELOW, r, below[d][s], Double.NaN, TIMES[k]);
                        }
                    }
                    at.checkpoint(Checkpoint.Standing.DONE, "", 1.0, 1L, new byte[0]);
                }
            }
        }
    }

    private Finding finding(String quantity, String at, Minus minus, Over over, Average average) {
        FindingSection section = new FindingSection(
                "toy",
                "toy",
                quantity,
                Map.of("t", Position.parse(at)),
                Map.of("dynamics", "sgd"),
                Optional.ofNullable(minus),
                Optional.ofNullable(over),
                average,
                Optional.empty(),
                "",
                Optional.empty(),
                0.0,
                0.0,
                2.5,
                1e-3);
        return Findings.of(folder, List.of(section), Analyses.NONE).getFirst();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum / values.length;
    }

    @Test
    void aQuotientIsTheSameInTableAndSentence() {
        Finding found = finding("ratio", "1", null, null, Average.MEAN);
        Jackknife expected = Jackknife.ratio(above[0], below[0], SEEDS);
        assertThat(found.value()).isCloseTo(mean(above[0]) / mean(below[0]), within(1e-12));
        assertThat(found.error()).isCloseTo(expected.error(), within(1e-12));
        Table table = Results.of(folder).averages();
        List<Map<String, Object>> rows = table.list().stream()
                .filter(row -> "ratio".equals(row.get("quantity")) && "sgd".equals(row.get("dynamics")))
                .toList();
        assertThat(rows).hasSize(TIMES.length);
        assertThat((Double) rows.getFirst().get("value")).isCloseTo(found.value(), within(1e-12));
        assertThat((Double) rows.getFirst().get("error")).isCloseTo(found.error(), within(1e-12));
        assertThat(rows.getFirst()).containsEntry("count", (long) SEEDS);
    }

    /** One sample has a quotient and no error; no error is ever 0 for want of samples. */
    @Test
    void oneSampleHasNoError() {
        begin("one", 1);
        write(1);
        Finding found = finding("ratio", "1", null, null, Average.MEAN);
        assertThat(found.value()).isCloseTo(above[0][0] / below[0][0], within(1e-12));
        assertThat(found.error()).isNaN();
        Map<String, Object> row = Results.of(folder).averages().list().stream()
                .filter(one -> "ratio".equals(one.get("quantity")))
                .findFirst()
                .orElseThrow();
        assertThat((Double) row.get("error")).isNaN();
    }

    @Test
    void aDenominatorThatMayBeZeroIsSaid() {
        for (int s = 0; s < SEEDS; s++) below[0][s] = s % 2 == 0 ? 1 + 0.01 * s : -1;
        begin("zero", SEEDS);
        write(SEEDS);
        Finding found = finding("ratio", "1", null, null, Average.MEAN);
        assertThat(found.value()).isNaN();
        assertThat(found.text()).contains("0 within two of its standard errors");
        assertThat(Results.of(folder).averages().list().stream()
                        .filter(row -> "ratio".equals(row.get("quantity")) && "sgd".equals(row.get("dynamics"))))
                .isNotEmpty()
                .allSatisfy(row -> assertThat((Double) row.get("value")).isNaN());
    }

    /** What the seeds share is ten times larger than what is left. */
    @Test
    void pairsAreTakenBeforeMeans() {
        Minus bath = new Minus(Map.of(), Map.of("dynamics", "bath"));
        Finding found = finding("above", "1", bath, null, Average.MEAN);
        assertThat(found.value()).isCloseTo(0.172, within(4 * found.error()));
        assertThat(found.error()).isBetween(0.01, 0.05);
        double alone = finding("above", "1", null, null, Average.MEAN).error();
        assertThat(alone).isGreaterThan(5 * found.error());
    }

    @Test
    void oneValueOverAnother() {
        Over bath = new Over("", Map.of(), Map.of("dynamics", "bath"), Optional.empty(), 2.0);
        Finding found = finding("above", "1", null, bath, Average.MEAN);
        assertThat(found.value()).isCloseTo(2 * mean(above[0]) / mean(above[1]), within(1e-12));
        assertThat(found.error())
                .isCloseTo(2 * Jackknife.ratio(above[0], above[1], SEEDS).error(), within(1e-12));
        // a quotient of two quotients, and a slope: difference over difference
        assertThat(finding("ratio", "1", null, bath, Average.MEAN).value())
                .isCloseTo(2 * mean(above[0]) / mean(below[0]) / (mean(above[1]) / mean(below[1])), within(1e-12));
        Minus earlier = new Minus(Map.of("t", Position.at(10)), Map.of());
        Over slope = new Over("above", Map.of("t", Position.at(100)), Map.of(), Optional.of(earlier), 1.0);
        Finding steep = finding("above", "1000", earlier, slope, Average.MEAN);
        assertThat(steep.value()).isCloseTo(2.0, within(1e-12));
        assertThat(steep.error()).isCloseTo(0.0, within(1e-12));
        Over nothing = new Over("above", Map.of(), Map.of(), Optional.of(new Minus(Map.of(), Map.of())), 1.0);
        assertThat(finding("above", "1", null, nothing, Average.MEAN).text()).contains("divided by is 0");
    }

    @Test
    void theLastTimeAndAWindow() {
        double first = finding("above", "1", null, null, Average.MEAN).value();
        assertThat(finding("above", "last", null, null, Average.MEAN).value()).isCloseTo(first + 3, within(1e-12));
        assertThat(finding("above", "5..200", null, null, Average.MEAN).value()).isCloseTo(first + 1.5, within(1e-12));
        assertThat(finding("above", "2..3", null, null, Average.MEAN).text()).contains("nothing was recorded");
        assertThat(finding("ratio", "last", null, null, Average.MEAN).value())
                .isCloseTo((mean(above[0]) + 3) / mean(below[0]), within(1e-12));
    }

    @Test
    void medians() {
        double[] sorted = above[0].clone();
        java.util.Arrays.sort(sorted);
        Finding found = finding("above", "1", null, null, Average.MEDIAN);
        assertThat(found.value()).isCloseTo(0.5 * (sorted[3] + sorted[4]), within(1e-12));
        assertThat(finding("ratio", "1", null, null, Average.MEDIAN).text()).contains("no median");
    }

    @Test
    void placesAreWrittenAsTheyAreRead() {
        for (String text : List.of("last", "1000", "0.5", "1000..10000"))
            assertThat(Position.parse(text)).hasToString(text);
        Map<String, Position> read = new LinkedHashMap<>(Map.of("t", Position.parse("1e3..1e4")));
        assertThat(read).containsValue(new Position(1000, 10000));
        for (String text : List.of("first", "-1", "9..3", "1..", "inf"))
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Position.parse(text))
                    .as(text)
                    .isInstanceOf(rugged.params.BadParameter.class);
    }
}
