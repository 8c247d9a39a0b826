package rugged.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import rugged.api.model.Batch;
import rugged.api.model.PairMoves;
import rugged.api.model.SpinLandscape;
import rugged.api.model.StochasticLandscape;
import rugged.compose.Field;
import rugged.compose.Tilted;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** In a field, every route to the energy of a model changes by -h.x and nothing else. */
class FieldTest {
    private static final int N = 9;
    private final RandomStream random = Streams.of(5).stream("field", 0);
    private final double[] h = normals();

    private double[] normals() {
        double[] values = new double[N];
        random.normals(values);
        return values;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** E = sum_i x_i^2 x_{i+1}; batches are single terms, N times. */
    private record Ring() implements StochasticLandscape, PairMoves {
        @Override
        public int dimension() {
            return N;
        }

        @Override
        public double energy(double[] x) {
            double sum = 0.0;
            for (int i = 0; i < N; i++) sum += x[i] * x[i] * x[(i + 1) % N];
            return sum;
        }

        @Override
        public int patterns() {
            return N;
        }

        @Override
        public double energyAndGradient(double[] x, Batch batch, double[] g) {
            java.util.Arrays.fill(g, 0.0);
            double sum = 0.0;
            for (int k = batch.from(); k < batch.to(); k++) {
                int i = batch.index()[k];
                int j = (i + 1) % N;
                double weight = (double) N / batch.size();
                sum += weight * x[i] * x[i] * x[j];
                g[i] += weight * 2 * x[i] * x[j];
                g[j] += weight * x[i] * x[i];
            }
            return sum;
        }

        @Override
        public double energyChange(double[] x, int i, double newI, int j, double newJ) {
            double[] moved = x.clone();
            moved[i] = newI;
            moved[j] = newJ;
            return energy(moved) - energy(x);
        }

        @Override
        public Ring fork() {
            return this;
        }
    }

    @Test
    void localMovesFeelIt() {
        PairMoves tilted = (PairMoves) new Field(h).on(new Ring(), EnumSet.of(Need.LOCAL_MOVES));
        double[] x = normals();
        assertThat(tilted.energy(x)).isCloseTo(new Ring().energy(x) - dot(h, x), within(1e-12));
        double[] moved = x.clone();
        moved[2] = 0.3;
        moved[7] = -1.1;
        assertThat(tilted.energyChange(x, 2, 0.3, 7, -1.1))
                .isCloseTo(tilted.energy(moved) - tilted.energy(x), within(1e-12));
    }

    @Test
    void everyBatchFeelsAllOfIt() {
        StochasticLandscape tilted = (StochasticLandscape) new Field(h).on(new Ring(), EnumSet.of(Need.PATTERNS));
        double[] x = normals();
        double[] g = new double[N];
        double[] bare = new double[N];
        Batch batch = new Batch(new int[] {4, 1, 6}, 0, 3);
        double energy = tilted.energyAndGradient(x, batch, g);
        assertThat(energy).isCloseTo(new Ring().energyAndGradient(x, batch, bare) - dot(h, x), within(1e-12));
        for (int i = 0; i < N; i++) assertThat(g[i]).isCloseTo(bare[i] - h[i], within(1e-14));
    }

    @Test
    void aPlainLandscapeIsTilted() {
        assertThat(new Field(h).on(new Ring(), EnumSet.of(Need.GRADIENT))).isInstanceOf(Tilted.class);
    }

    /** E = -sum_i s_i s_{i+1}, without local fields to keep. */
    private record Chain(double[] s) implements SpinLandscape {
        @Override
        public int dimension() {
            return N;
        }

        @Override
        public void load(double[] from) {
            System.arraycopy(from, 0, s, 0, N);
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(s, 0, into, 0, N);
        }

        @Override
        public double energy() {
            double sum = 0.0;
            for (int i = 0; i < N; i++) sum -= s[i] * s[(i + 1) % N];
            return sum;
        }

        @Override
        public int at(int i) {
            return s[i] > 0.0 ? 1 : 0;
        }

        @Override
        public double flipCost(int i) {
            return 2 * s[i] * (s[(i + 1) % N] + s[(i + N - 1) % N]);
        }

        @Override
        public void flip(int i) {
            s[i] = -s[i];
        }

        @Override
        public byte[] save() {
            return new rugged.num.Packed.Writer().put(s).bytes();
        }

        @Override
        public void restore(byte[] saved) {
            new rugged.num.Packed.Reader(saved).read(s);
        }

        @Override
        public Chain fork() {
            return new Chain(s.clone());
        }
    }

    @Test
    void spinsFeelItAndTakeOverAConfiguration() {
        Chain bare = new Chain(new double[N]);
        double[] s = new double[N];
        bare.randomise(s, random);
        bare.load(s);
        SpinLandscape tilted = (SpinLandscape) new Field(h).on(bare.fork(), EnumSet.of(Need.SPINS));
        tilted.restore(bare.save());
        assertThat(tilted.energy()).isCloseTo(bare.energy() - dot(h, s), within(1e-12));
        for (int i = 0; i < N; i++) {
            double before = tilted.energy();
            double cost = tilted.flipCost(i);
            tilted.flip(i);
            assertThat(tilted.energy() - before).isCloseTo(cost, within(1e-12));
        }
        double[] flipped = new double[N];
        tilted.state(flipped);
        for (int i = 0; i < N; i++) assertThat(flipped[i]).isEqualTo(-s[i]);
        SpinLandscape fork = tilted.fork();
        fork.flip(0);
        assertThat(fork.energy()).isNotEqualTo(tilted.energy());
    }
}
