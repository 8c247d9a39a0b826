package rugged.landscape.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Contacts;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.Fire;
import rugged.num.Streams;

/** Gaps beside all pairs, and bucklers beside counting. */
class GapsTest {
    private static final List<Double> TWO = List.of(1.0, 1.4);

    private static double[] settled(ContactLandscape packing, int steps) {
        double[] x = new double[packing.dimension()];
        packing.randomise(x, Streams.of(3).stream("start", 0));
        Stepper descent = new Fire(0.1, 0.6, 5, 0.1, 1e-12).start(packing, x, Streams.of(1));
        for (int k = 0; k < steps; k++) descent.step();
        descent.state(x);
        return x;
    }

    private static double distance(Sizes sizes, double[] x, int i, int j, int freedoms) {
        double square = 0.0;
        for (int a = 0; a < sizes.space(); a++) {
            double apart = x[freedoms * j + a] - x[freedoms * i + a];
            apart -= sizes.length() * Math.rint(apart / sizes.length());
            square += apart * apart;
        }
        return Math.sqrt(square);
    }

    @Test
    void gapsAreThoseOfAllPairsThatBear() {
        for (Packing spec : List.of(
                new Packing(64, 2, TWO, 0.86, Repulsion.HARMONIC),
                new Packing(16, 2, TWO, 0.9, Repulsion.HERTZIAN),
                new Packing(100, 3, List.of(1.0), 0.66, Repulsion.HARMONIC))) {
            Spheres packing = (Spheres) spec.build();
            double[] x = settled(packing, 2000);
            Sizes sizes = packing.sizes();
            int n = sizes.particles();
            boolean[][] touch = new boolean[n][n];
            packing.touching(x, (i, j, _, _, _) -> touch[i][j] = touch[j][i] = true);
            boolean[] gone = new boolean[n];
            IntPredicate loose = i -> {
                int contacts = 0;
                for (int j = 0; j < n; j++) if (touch[i][j] && !gone[j]) contacts++;
                return contacts <= sizes.space();
            };
            for (int round = 0; round < n; round++)
                for (int i = 0; i < n; i++) if (!gone[i] && loose.test(i)) gone[i] = true;
            double scale = sizes.scale(spec.packingFraction());
            double[] expected = new double[n * n];
            int count = 0;
            int bucklers = 0;
            for (int i = 0; i < n; i++) {
                if (gone[i]) continue;
                int contacts = 0;
                for (int j = 0; j < n; j++) {
                    if (touch[i][j] && !gone[j]) contacts++;
                    if (j <= i || gone[j]) continue;
                    double s = scale * (sizes.radii()[i] + sizes.radii()[j]);
                    double gap = distance(sizes, x, i, j, sizes.space()) / s - 1.0;
                    if (gap > 0.0 && gap < packing.reach()) expected[count++] = gap;
                }
                if (contacts == sizes.space() + 1) bucklers++;
            }
            double[] found = packing.gaps(x);
            Arrays.sort(found);
            double[] all = Arrays.copyOf(expected, count);
            Arrays.sort(all);
            assertThat(found).hasSize(count);
            for (int k = 0; k < count; k++) assertThat(found[k]).isCloseTo(all[k], within(1e-13));
            assertThat(packing.contacts(x).bucklers()).isEqualTo(bucklers);
        }
    }

    /** The list that a state inherits knows all contacts and not all gaps; what is asked for must not depend on it. */
    @Test
    void gapsDoNotDependOnTheWay() {
        for (double aspect : new double[] {1.0, 1.3}) {
            Packing spec = new Packing(32, 2, TWO, 0.9, Repulsion.HARMONIC, aspect, Contact.PERRAM_WERTHEIM);
            ContactLandscape packing = (ContactLandscape) spec.build();
            double[] x = settled(packing, 700);
            double[] fresh = ((ContactLandscape) spec.build()).gaps(x);
            // a list made a little way off
            double[] aside = x.clone();
            for (int i = 0; i < aside.length; i++) aside[i] += i % 2 == 0 ? 0.05 : -0.05;
            packing.energy(aside);
            packing.energy(x);
            assertThat(packing.gaps(x)).isEqualTo(fresh);
            assertThat(fresh).isNotEmpty();
            for (double gap : fresh) assertThat(gap).isBetween(0.0, packing.reach());
        }
    }

    /** Two ellipses scaled by 1 + h touch. */
    @Test
    void gapsOfEllipsesAreFactorsOfScale() {
        Packing spec = new Packing(32, 2, TWO, 0.9, Repulsion.HARMONIC, 1.3, Contact.PERRAM_WERTHEIM);
        Ellipses packing = (Ellipses) spec.build();
        double[] x = settled(packing, 1500);
        double[] gaps = packing.gaps(x);
        Arrays.sort(gaps);
        int before = contacts(packing, x);
        double fraction = packing.control();
        // all that are nearer touch when diameters grow by it
        double factor = 1.0 + 0.5 * (gaps[1] + gaps[2]);
        packing.control(fraction * factor * factor);
        assertThat(contacts(packing, x) - before).isGreaterThanOrEqualTo(2);
    }

    private static int contacts(Ellipses packing, double[] x) {
        int[] count = {0};
        packing.touching(x, (_, _, _, _, _) -> count[0]++);
        return count[0];
    }

    /** Forces on bucklers and all others, each once; bucklers counted from the pairs. */
    @Test
    void localisedAndExtendedForcesAreAllForces() {
        Spheres packing = (Spheres) new Packing(64, 2, TWO, 0.85, Repulsion.HARMONIC).build();
        double[] x = settled(packing, 3000);
        Contacts contacts = packing.contacts(x);
        assertThat(contacts.localised().length).isBetween(3, contacts.count());
        assertThat(contacts.extended()).isNotEmpty();
        double[] both = Arrays.copyOf(contacts.extended(), contacts.count());
        System.arraycopy(contacts.localised(), 0, both, contacts.extended().length, contacts.localised().length);
        assertThat(contacts.extended().length + contacts.localised().length).isEqualTo(contacts.count());
        double[] all = contacts.forces().clone();
        Arrays.sort(all);
        Arrays.sort(both);
        assertThat(both).isEqualTo(all);
        // without rattlers each buckler has three contacts, shared by two at most
        assertThat(contacts.localised().length).isBetween((3 * contacts.bucklers() + 1) / 2, 3 * contacts.bucklers());
    }
}
