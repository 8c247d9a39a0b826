package rugged.observable.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.model.ContactLandscape;
import rugged.api.model.ParticleLandscape;
import rugged.api.motion.Stepper;
import rugged.api.record.NamedArray;
import rugged.dynamics.minimise.Fire;
import rugged.landscape.packing.Contact;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.num.Streams;

/** Who presses on whom: the contacts that are counted, and forces that hold every particle. */
class ForceNetworkTest {
    private static ParticleLandscape packing(int space, double fraction, double aspect) {
        return (ParticleLandscape)
                new Packing(32, space, List.of(1.0, 1.4), fraction, Repulsion.HARMONIC, aspect, Contact.PERRAM_WERTHEIM)
                        .build();
    }

    private static double[] minimum(ParticleLandscape landscape) {
        double[] x = new double[landscape.dimension()];
        landscape.randomise(x, Streams.of(3).stream("start", 0));
        Stepper descent = new Fire(0.1, 0.6, 5, 0.1, 1e-13).start(landscape, x, Streams.of(1));
        while (descent.status().running()) descent.step();
        descent.state(x);
        return x;
    }

    private static double[][] rows(ParticleLandscape landscape, double[] x) {
        NamedArray array = ForceNetwork.rows(landscape, x);
        assertThat(array.shape().get(1)).isEqualTo(6);
        double[][] rows = new double[array.shape().getFirst()][];
        for (int k = 0; k < rows.length; k++) rows[k] = Arrays.copyOfRange(array.values(), 6 * k, 6 * k + 6);
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"2, 0.87, 1", "3, 0.68, 1", "2, 0.92, 1.3"})
    void rowsAreTheContactsThatAreCounted(int space, double fraction, double aspect) {
        ParticleLandscape landscape = packing(space, fraction, aspect);
        counted(landscape, minimum(landscape));
        // where some touch that bear nothing, as at a start
        double[] start = new double[landscape.dimension()];
        landscape.randomise(start, Streams.of(3).stream("start", 0));
        assertThat(((ContactLandscape) landscape).violated(start).length)
                .isGreaterThan(((ContactLandscape) landscape).contacts(start).count());
        counted(landscape, start);
    }

    private static void counted(ParticleLandscape landscape, double[] x) {
        double[][] rows = rows(landscape, x);
        double[] counted = ((ContactLandscape) landscape).contacts(x).forces();
        double[] ours = Arrays.stream(rows).mapToDouble(row -> row[2]).toArray();
        Arrays.sort(counted);
        Arrays.sort(ours);
        assertThat(counted).isNotEmpty();
        assertThat(ours).containsExactly(counted);
        int[] contacts = new int[32];
        for (int k = 0; k < rows.length; k++) {
            assertThat(rows[k][0]).isLessThan(rows[k][1]);
            if (k > 0) assertThat(32 * rows[k][0] + rows[k][1]).isGreaterThan(32 * rows[k - 1][0] + rows[k - 1][1]);
            contacts[(int) rows[k][0]]++;
            contacts[(int) rows[k][1]]++;
        }
        assertThat(contacts).containsExactly(landscape.contactsOf(x));
    }

    /** Of round particles forces act along the way between centres, and in a minimum those on each of them cancel. */
    @ParameterizedTest
    @CsvSource({"2, 0.87", "3, 0.68"})
    void forcesHoldEveryParticle(int space, double fraction) {
        ParticleLandscape landscape = packing(space, fraction, 1.0);
        double[] x = minimum(landscape);
        double[][] sums = new double[32][3];
        double largest = 0.0;
        for (double[] row : rows(landscape, x)) {
            double length = Math.sqrt(row[3] * row[3] + row[4] * row[4] + row[5] * row[5]);
            double touch = landscape.semiAxes((int) row[0])[0] + landscape.semiAxes((int) row[1])[0];
            assertThat(length).isLessThan(touch);
            largest = Math.max(largest, row[2]);
            for (int a = 0; a < 3; a++) {
                sums[(int) row[0]][a] -= row[2] * row[3 + a] / length;
                sums[(int) row[1]][a] += row[2] * row[3 + a] / length;
            }
        }
        for (double[] sum : sums)
            for (double component : sum) assertThat(component).isCloseTo(0.0, within(1e-8 * largest));
    }

    @ParameterizedTest
    @CsvSource({"0.3"})
    void whatDoesNotTouchHasNoRow(double fraction) {
        ParticleLandscape landscape = packing(2, fraction, 1.0);
        double[] x = minimum(landscape);
        assertThat(ForceNetwork.rows(landscape, x).shape()).containsExactly(0, 6);
    }
}
