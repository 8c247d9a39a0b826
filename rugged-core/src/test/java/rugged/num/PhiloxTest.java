package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The numbers are those of another implementation, drawn in any way. */
class PhiloxTest {
    private static RestorableUniformRandomProvider other(long key0, long key1) {
        return RandomSource.PHILOX_4X64.create(new long[] {key0, key1, 0L, 0L, 0L, 0L});
    }

    @Test
    void drawsOfAllKindsAreThoseOfCommonsRng() {
        for (long seed = -3; seed < 4; seed++) {
            Philox ours = new Philox(seed, ~seed);
            RestorableUniformRandomProvider theirs = other(seed, ~seed);
            for (int k = 0; k < 500; k++) {
                assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
                assertThat(ours.nextInt()).isEqualTo(theirs.nextInt());
                assertThat(ours.nextDouble()).isEqualTo(theirs.nextDouble());
                assertThat(ours.nextBoolean()).isEqualTo(theirs.nextBoolean());
                assertThat(ours.nextInt(k + 1)).isEqualTo(theirs.nextInt(k + 1));
            }
        }
    }

    @Test
    void manyAtOnceAreThoseOneByOneFromAnyPosition() {
        for (int before = 0; before < 6; before++)
            for (int count = 0; count < 14; count++) {
                Philox ours = new Philox(7L, 11L);
                RestorableUniformRandomProvider theirs = other(7L, 11L);
                for (int k = 0; k < before; k++) assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
                double[] all = new double[count];
                ours.uniforms(all);
                for (double one : all) assertThat(one).isEqualTo(theirs.nextDouble());
                assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
            }
    }

    @Test
    void savedStatesAreThoseOfCommonsRngAndContinueThere() {
        for (int before = 0; before < 6; before++) {
            Philox ours = new Philox(5L, -5L);
            RestorableUniformRandomProvider theirs = other(5L, -5L);
            for (int k = 0; k < before; k++) assertThat(ours.nextInt()).isEqualTo(theirs.nextInt());
            byte[] saved = ((RandomProviderDefaultState) ours.saveState()).getState();
            assertThat(saved).isEqualTo(((RandomProviderDefaultState) theirs.saveState()).getState());
            Philox again = new Philox(0L, 0L);
            again.restoreState(new RandomProviderDefaultState(saved));
            for (int k = 0; k < 10; k++) assertThat(again.nextInt()).isEqualTo(theirs.nextInt());
        }
    }

    /** The words of the counter's end carry into one another. */
    @Test
    void countersCarry() {
        for (int full = 1; full < 4; full++) {
            long[] seed = {3L, 4L, 0L, 0L, 0L, 0L};
            for (int w = 0; w < full; w++) seed[2 + w] = -1L;
            RestorableUniformRandomProvider theirs = RandomSource.PHILOX_4X64.create(seed);
            Philox ours = new Philox(0L, 0L);
            ours.restoreState(theirs.saveState());
            for (int k = 0; k < 10; k++) assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
        }
    }
}
