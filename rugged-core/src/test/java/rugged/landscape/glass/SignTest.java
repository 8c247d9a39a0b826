package rugged.landscape.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.geometry.Symmetry;
import rugged.landscape.Precision;
import rugged.meanfield.Mixture;
import rugged.num.Streams;

class SignTest {
    private static Landscape glass(String orders) {
        return (Landscape) new PSpin(
                        12,
                        Mixture.parse(orders),
                        PSpin.Couplings.FULL,
                        Precision.FLOAT64,
                        PSpin.Storage.PACKED,
                        Double.POSITIVE_INFINITY,
                        1.0,
                        3)
                .build();
    }

    @Test
    void theSignOfAStateIsNothingWhereAllOrdersAreEven() {
        double[] x = new double[12];
        double[] y = new double[12];
        double[] moved = new double[12];
        Streams.of(1).stream("x", 0).normals(x);
        for (int i = 0; i < 12; i++) y[i] = -x[i];
        for (String orders : new String[] {"2", "4", "2+4"}) {
            Landscape glass = glass(orders);
            assertThat(glass.energy(y)).isCloseTo(glass.energy(x), within(1e-13));
            assertThat(glass.symmetry().align(x, y, moved)).isZero();
            assertThat(moved).isEqualTo(x);
            assertThat(glass.symmetry().order(x)).isEqualTo(1);
            assertThat(glass.symmetry().logCopies()).isEqualTo(Math.log(2));
            moved[0] += 1e-3;
            assertThat(glass.symmetry().align(moved.clone(), y, moved)).isCloseTo(1e-3, within(1e-12));
        }
        for (String orders : new String[] {"3", "2+3", "1+2"})
            assertThat(glass(orders).symmetry()).isSameAs(Symmetry.NONE);
    }
}
