package rugged.meanfield.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OneStepSpinsTest {
    private static final SymmetricSpins.Groups SK = new SymmetricSpins.Groups(1, 1, 0, 0);

    @Test
    void freeEnergiesLieBetweenNoBreakingAndAll() {
        for (double t : new double[] {0.4, 0.6}) {
            OneStepSpins one = OneStepSpins.at(t, SK);
            double symmetric = SymmetricSpins.at(t, SK).freeEnergy();
            double full = FullBreaking.at(t, SK, 40, FullBreaking.WINDOW).freeEnergy();
            assertThat(one.freeEnergy()).isGreaterThan(symmetric).isLessThan(full);
            // one step takes most of the way
            assertThat((one.freeEnergy() - symmetric) / (full - symmetric)).isBetween(0.85, 0.99);
            assertThat(one.first()[0]).isBetween(0.05, one.first()[1]);
        }
    }

    /** Near T_c overlaps are tau/3 and tau, tau = 1 - T, to leading order. */
    @Test
    void overlapsNearTheTransitionAreThoseOfTheExpansion() {
        OneStepSpins near = OneStepSpins.at(0.9, SK);
        assertThat(near.first()[0] / near.first()[1]).isCloseTo(1.0 / 3, within(0.05));
        assertThat(near.first()[1] / 0.1).isCloseTo(1.0, within(0.2));
    }

    @Test
    @Tag("slow")
    void energiesAreDerivativesOfFreeEnergies() {
        for (SymmetricSpins.Groups groups :
                new SymmetricSpins.Groups[] {SK, new SymmetricSpins.Groups(2, 1, 0.1, 0.2)}) {
            double t = 0.6;
            double step = 1e-3;
            double slope = (OneStepSpins.at(t + step, groups).freeEnergy()
                            - OneStepSpins.at(t - step, groups).freeEnergy())
                    / (2 * step);
            OneStepSpins of = OneStepSpins.at(t, groups);
            assertThat(of.breaking()).isBetween(0.1, 0.9);
            assertThat(of.energy()).isCloseTo(of.freeEnergy() - t * slope, within(5e-6));
        }
    }

    @Test
    void whereReplicasAreAlikeNothingIsBroken() {
        OneStepSpins warm = OneStepSpins.at(1.2, SK);
        assertThat(warm.breaking()).isNaN();
        assertThat(warm.energy()).isCloseTo(-0.5 / 1.2, within(1e-12));
        SymmetricSpins.Groups strong = new SymmetricSpins.Groups(1, 1, 0.8, 0.8);
        assertThat(OneStepSpins.at(0.5, strong).freeEnergy())
                .isEqualTo(SymmetricSpins.at(0.5, strong).freeEnergy());
    }

    /** The maximum over mu and q0 of mu (1 - q0^2)/4 - (1/mu) int Dz0 ln int Dz1 exp(mu |...|) is -0.7652594. */
    @Test
    @Tag("slow")
    void theEnergyTendsToThatOfTheLiterature() {
        double warm = OneStepSpins.at(0.1, SK).energy();
        double cold = OneStepSpins.at(0.05, SK).energy();
        assertThat(cold - (warm - cold) / 3).isCloseTo(-0.7652594, within(1e-4));
    }
}
