package rugged.meanfield.diluted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of Mezard, Ricci-Tersenghi and Zecchina, J. Stat. Phys. 111, 505 (2003), with the digits of an independent program. */
class ProductCoreTest {
    @ParameterizedTest
    @CsvSource({"3, 0.818469, 0.715332, 0.917935", "5, 0.701780, 0.903350, 0.992438"})
    void thresholds(int p, double clustering, double frozen, double satisfiable) {
        assertThat(ProductCore.clustering(p)).isCloseTo(clustering, within(1e-6));
        assertThat(ProductCore.atClustering(p)).isCloseTo(frozen, within(1e-6));
        assertThat(ProductCore.satisfiability(p)).isCloseTo(satisfiable, within(1e-6));
    }

    @Test
    void probabilitiesOfKeeping() {
        assertThat(Math.sqrt(ProductCore.clustering(3) / 1.5)).isCloseTo(0.738679, within(1e-6));
        assertThat(Math.sqrt(ProductCore.satisfiability(3) / 1.5)).isCloseTo(0.782277, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1.5, 0.9331, 1.4448", "0.96, 0.6835, 0.7137"})
    void cores(double gamma, double spins, double constraints) {
        ProductCore core = ProductCore.at(3, gamma);
        assertThat(core.spins()).isCloseTo(spins, within(5e-5));
        assertThat(core.constraints()).isCloseTo(constraints, within(5e-5));
    }

    /** x jumps to x_d where it appears, and its equation holds on both sides of the threshold. */
    @ParameterizedTest
    @CsvSource({"3", "4", "7"})
    void theCoreAppearsAtOnce(int p) {
        double threshold = ProductCore.clustering(p);
        assertThat(ProductCore.at(p, threshold * (1 - 1e-9)).spins()).isZero();
        ProductCore above = ProductCore.at(p, threshold * (1 + 1e-6));
        assertThat(above.frozen()).isCloseTo(ProductCore.atClustering(p), within(5e-3));
        assertThat(above.frozen())
                .isCloseTo(-Math.expm1(-p * above.gamma() * Math.pow(above.frozen(), p - 1)), within(1e-12));
        ProductCore atEnd = ProductCore.at(p, ProductCore.satisfiability(p));
        assertThat(atEnd.complexity()).isCloseTo(0.0, within(1e-9));
    }

    /** Two weights on a path: an ordinary 2-core, which grows from nothing. */
    @Test
    void twoSpinsHaveNoJump() {
        assertThat(ProductCore.clustering(2)).isEqualTo(0.5);
        assertThat(ProductCore.satisfiability(2)).isEqualTo(0.5);
        assertThat(ProductCore.at(2, 0.5).spins()).isLessThan(1e-4);
        assertThat(ProductCore.at(2, 0.51).frozen()).isCloseTo(0.0386, within(2e-3));
        assertThat(ProductCore.at(2, 0.49).spins()).isZero();
    }
}
