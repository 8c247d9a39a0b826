package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.page.Drawing;
import rugged.figure.select.Gathering;
import rugged.figure.select.Selection;
import rugged.figure.select.Series;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a run has recorded is drawn, or counted with its reason. */
class AnyTableTest {
    private static final double[] ODD = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.0,
        -0.0,
        Double.MIN_VALUE,
        1e-320,
        Double.MIN_NORMAL,
        1e-308,
        -1e-308,
        1e308,
        -1e308,
        Double.MAX_VALUE,
        1e-250,
        1e250,
        -1.0,
        1.0,
        1.0 + 1e-13,
        1.0 + 1e-8,
        1e15,
        1e15 + 1,
        3.7
    };

    /** Values of one column: anything, all of one size, or all the same. */
    private static double[] column(Random random, int rows) {
        double[] out = new double[rows];
        int kind = random.nextInt(4);
        double same = ODD[random.nextInt(ODD.length)];
        double size = Math.pow(10, random.nextInt(-300, 301));
        for (int row = 0; row < rows; row++) {
            out[row] = switch (kind) {
                case 0 -> ODD[random.nextInt(ODD.length)];
                case 1 -> same;
                case 2 -> size * random.nextGaussian();
                default -> random.nextInt(5) == 0 ? ODD[random.nextInt(ODD.length)] : Math.exp(random.nextGaussian());
            };
        }
        return out;
    }

    record Drawn(FigureRequest request, Table table) {}

    private static Drawn figure(long seed) {
        Random random = new Random(seed);
        int rows = random.nextInt(4) == 0 ? 1 : random.nextInt(1, 30);
        String[] quantity = new String[rows];
        String[] source = new String[rows];
        String[] panel = new String[rows];
        for (int row = 0; row < rows; row++) {
            quantity[row] = row == 0 || random.nextInt(4) > 0 ? "y" : "z";
            source[row] = random.nextInt(3) > 0 ? "simulation" : "theory";
            panel[row] = List.of("a", "b", "").get(random.nextInt(3));
        }
        Table table = Table.builder()
                .texts("quantity", quantity)
                .texts("source", source)
                .texts("panel", panel)
                .numbers("t", column(random, rows))
                .numbers("tw", column(random, rows))
                .numbers("value", column(random, rows))
                .numbers("error", column(random, rows))
                .build();
        Scale across = random.nextBoolean() ? Scale.LOG : Scale.LINEAR;
        Scale up = random.nextBoolean() ? Scale.LOG : Scale.LINEAR;
        FigureRequest request = FigureRequest.of(
                        "any", "y", List.of("t", "t - tw", "t/tw", "z", "tw").get(random.nextInt(rows > 1 ? 5 : 3)))
                .scaled(across, up)
                .shifted(random.nextInt(4) == 0 ? 1e308 : 0);
        if (random.nextBoolean()) request = request.panelsBy("panel", "", 0);
        if (random.nextBoolean()) request = request.scaledByPanel();
        if (random.nextInt(3) == 0) request = request.curvesBy("tw", "");
        if (random.nextInt(3) == 0) request = request.atLast();
        if (random.nextInt(3) == 0) {
            request =
                    request.within(Optional.empty(), Optional.of(new Range(1e-300, random.nextBoolean() ? 1 : 1e300)));
        }
        return new Drawn(request, table);
    }

    @RepeatedTest(value = 400, failureThreshold = 1)
    void isDrawnOrCounted(RepetitionInfo repetition) {
        Drawn figure = figure(repetition.getCurrentRepetition());
        boolean partners = !figure.request.x().equals("z")
                || figure.table.distinct("quantity").contains("z");
        if (!partners) return;
        Setting setting = new Setting(0, true, figure.table.rows() % 2 == 0, false);
        if (figure.table.rows() % 3 == 0) setting = setting.after(Growing.FIRST);
        JsonNode drawn = JsonMapper.shared().readTree(Figure.specification(figure.request, figure.table, setting));
        for (String kind : List.of("simulation", "theory")) {
            JsonNode account = drawn.at("/usermeta/rugged/" + kind);
            int undrawn = account.path("undrawn").asInt();
            assertThat(account.path("points").asInt())
                    .isEqualTo(account.path("drawn").asInt() + undrawn);
            if (undrawn > 0)
                assertThat(drawn.path("title").path("text").toString().replace("\",\"", " "))
                        .contains("points of " + kind + " not drawn");
        }
        shownInside(figure);
    }

    /** Every measured point that counts as drawn lies inside the axes of its panel. */
    private static void shownInside(Drawn figure) {
        Selection selection = Gathering.select(figure.request, figure.table);
        Frames frames = Frames.of(figure.request, selection);
        for (Frame frame : frames.panels()) {
            assertThat(frame.x().low()).isFinite().isLessThan(frame.x().high());
            assertThat(frame.y().low()).isFinite().isLessThan(frame.y().high());
            assertThat(frame.x().marks()).isNotEmpty();
            assertThat(frame.y().marks()).isNotEmpty();
        }
        for (Series series : selection.series()) {
            Frame frame = frames.of(selection.panels().indexOf(series.panel()));
            if (series.measured())
                assertThat(series.points())
                        .allSatisfy(spot ->
                                assertThat(frame.holds(spot.x(), spot.y())).isTrue());
        }
    }

    @Test
    void theyCanBePaintedToo() {
        for (long seed = 1; seed <= 6; seed++) {
            Drawn figure = figure(seed);
            assertThat(Drawing.svg(Figure.specification(figure.request, figure.table)))
                    .startsWith("<svg")
                    .doesNotContain("NaN");
        }
    }

    @Test
    void aRangeThatNoAxisReachesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(-1e308, 1e308));
    }
}
