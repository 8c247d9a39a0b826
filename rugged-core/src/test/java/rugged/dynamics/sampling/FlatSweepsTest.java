package rugged.dynamics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.moves.FlatMoves;
import rugged.dynamics.Order;
import rugged.landscape.Precision;
import rugged.landscape.rules.Beginning;
import rugged.landscape.rules.DecayedCommittee;
import rugged.num.RandomStream;
import rugged.num.Streams;

class FlatSweepsTest {
    /** Counts moves that are asked for and made. */
    private static final class Counting implements FlatMoves.Walk {
        private final FlatMoves.Walk walk;
        private int asked;
        private int made;

        Counting(FlatMoves.Walk walk) {
            this.walk = walk;
        }

        @Override
        public void place(double[] x) {
            walk.place(x);
        }

        @Override
        public double change(double[] x, int i, double to) {
            asked++;
            return walk.change(x, i, to);
        }

        @Override
        public double change(double[] x, int vector, double[] to) {
            asked++;
            return walk.change(x, vector, to);
        }

        @Override
        public void accept() {
            made++;
            walk.accept();
        }
    }

    private record Counted(FlatMoves base, Counting walk) implements FlatMoves {
        @Override
        public int components() {
            return base.components();
        }

        @Override
        public int dimension() {
            return base.dimension();
        }

        @Override
        public double energy(double[] x) {
            return base.energy(x);
        }

        @Override
        public Counted fork() {
            throw new UnsupportedOperationException();
        }
    }

    /** From steps far too large and far too small to the acceptance that was asked for, and not a bit of change from then on. */
    @ParameterizedTest
    @CsvSource({"COORDINATES, 20", "COORDINATES, 0.001", "VECTORS, 20", "VECTORS, 0.001"})
    void theStepSettlesAndStays(Strides.Moved moved, double step) {
        FlatMoves base = (FlatMoves)
                new DecayedCommittee(10, 2, 20, 0.5, 0.5, false, Beginning.TEACHER, Precision.FLOAT64, 1).build();
        Counting walk = new Counting(base.walk());
        double[] x = new double[base.dimension()];
        base.randomise(x, Streams.of(1).stream("start", 0));
        int settling = moved == Strides.Moved.VECTORS ? 1000 : 300;
        FlatSweeps sweeps =
                new FlatSweeps(new Counted(base, walk), x, Order.RANDOM, new Strides(step, moved, settling, 0.3));
        RandomStream random = Streams.of(1).stream("noise", 0);
        for (int k = 0; k < settling; k++) assertThat(sweeps.run(1.0, random)).isEmpty();
        double settled = sweeps.stride();
        walk.asked = 0;
        walk.made = 0;
        for (int k = 0; k < 3000; k++) sweeps.run(1.0, random);
        assertThat(sweeps.stride()).isEqualTo(settled);
        assertThat((double) walk.made / walk.asked).isCloseTo(0.3, within(0.07));
    }
}
