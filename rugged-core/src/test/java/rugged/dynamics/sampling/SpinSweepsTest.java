package rugged.dynamics.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.SamplerSpec;
import rugged.api.model.DiscreteBlocks;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Sampler;
import rugged.dynamics.Order;
import rugged.landscape.Precision;
import rugged.landscape.spin.BipartiteSpins;
import rugged.landscape.spin.SherringtonKirkpatrick;
import rugged.num.Streams;

/** Sweeps of spins by several routes: all of them make the same moves, bit by bit. */
class SpinSweepsTest {
    private static final int SWEEPS = 30;

    /** A bipartite model that does not say that its units are spins. */
    private record Units(SpinLandscape.InBlocks spins) implements DiscreteBlocks {
        @Override
        public int blocks() {
            return spins.blocks();
        }

        @Override
        public int[] block(int b) {
            return spins.block(b);
        }

        @Override
        public Units fork() {
            return new Units(spins.fork());
        }

        @Override
        public int values(int i) {
            return 2;
        }

        @Override
        public int mostValues() {
            return 2;
        }

        @Override
        public double value(int i, int v) {
            return spins.value(i, v);
        }

        @Override
        public int at(int i) {
            return spins.at(i);
        }

        @Override
        public void costs(int i, double[] costs, int from) {
            spins.costs(i, costs, from);
        }

        @Override
        public void set(int i, int v) {
            spins.set(i, v);
        }

        @Override
        public void load(double[] configuration) {
            spins.load(configuration);
        }

        @Override
        public void state(double[] configuration) {
            spins.state(configuration);
        }

        @Override
        public double energy() {
            return spins.energy();
        }

        @Override
        public int dimension() {
            return spins.dimension();
        }

        @Override
        public byte[] save() {
            return spins.save();
        }

        @Override
        public void restore(byte[] saved) {
            spins.restore(saved);
        }

        @Override
        public void randomise(double[] s, RandomGenerator random) {
            spins.randomise(s, random);
        }

        @Override
        public String place(double[] s) {
            return spins.place(s);
        }
    }

    private static double[] start(SpinLandscape model) {
        double[] s = new double[model.dimension()];
        model.randomise(s, Streams.of(5).stream("start", 0));
        return s;
    }

    private static double[] after(Sampler sampler, int dimension) {
        for (int k = 0; k < SWEEPS; k++) sampler.step();
        double[] s = new double[dimension];
        sampler.state(s);
        return s;
    }

    /** Blocks of spins one after the other, units in blocks by their laws, spins in sequence: one trajectory. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.4, 1.0, 50.0})
    void blocksAreSpinsInSequence(double temperature) {
        SpinLandscape.InBlocks model = new BipartiteSpins(90, 0.8, 1.0, 0.1, -0.2, Precision.FLOAT64, 3).build();
        double[] s = start(model);
        double[] blocks = after(new BlockHeatBath(temperature).start(model, s, Streams.of(1)), s.length);
        double[] sequence = after(new HeatBath(temperature, Order.SEQUENTIAL).start(model, s, Streams.of(1)), s.length);
        double[] units = after(new BlockHeatBath(temperature).start(new Units(model), s, Streams.of(1)), s.length);
        assertThat(blocks).isEqualTo(sequence).isEqualTo(units);
    }

    /** Also where flips are made four at a time, in several stretches, and fields are summed anew in between; to the last bit of the energy. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void flipsAtOnceAreFlipsInTurn(Precision precision) {
        SpinLandscape model = new BipartiteSpins(400, 0.8, 1.0, 0.1, -0.2, precision, 3).build();
        double[] s = start(model);
        Sampler blocks = new BlockHeatBath(5.0).start(model, s, Streams.of(1));
        Sampler sequence = new HeatBath(5.0, Order.SEQUENTIAL).start(model, s, Streams.of(1));
        for (int k = 0; k < 300; k++) {
            blocks.step();
            sequence.step();
            assertThat(blocks.energy()).isEqualTo(sequence.energy());
        }
        assertThat(after(blocks, s.length)).isEqualTo(after(sequence, s.length));
    }

    /** Rungs that take turns within a sweep go the ways that they go alone. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void rungsThatTakeTurnsMoveAsAlone(Order order) {
        int n = 300; // more than one stretch
        SpinLandscape model = new SherringtonKirkpatrick(n, 1.0, 0.1, 0.0, Precision.FLOAT32, 2).build();
        double[] s = start(model);
        double[] ladder = {0.3, 0.7, 1.1};
        SamplerSpec move = new HeatBath(1.0, order);
        Rungs rungs = new Rungs(model, s, move, ladder.clone(), 1, 0.0, Streams.of(4));
        Sampler[] alone = new Sampler[ladder.length];
        for (int k = 0; k < ladder.length; k++)
            alone[k] =
                    move.atTemperature(ladder[k]).start(model, s, Streams.of(4).family("rung", k));
        var exchange = Streams.of(4).stream("exchange", 0);
        for (int step = 0; step < SWEEPS; step++) {
            rungs.step();
            for (Sampler sampler : alone) sampler.step();
            for (int k = step % 2; k + 1 < ladder.length; k += 2) {
                double gain = (1 / ladder[k] - 1 / ladder[k + 1]) * (alone[k].energy() - alone[k + 1].energy());
                if (exchange.nextDouble() < Math.exp(Math.min(0.0, gain))) alone[k].exchange(alone[k + 1]);
            }
        }
        for (int k : List.of(0, 1, 2)) {
            double[] ours = new double[n];
            double[] theirs = new double[n];
            rungs.state(k, ours);
            alone[k].state(theirs);
            assertThat(ours).isEqualTo(theirs);
            assertThat(rungs.energy(k)).isEqualTo(alone[k].energy());
        }
    }
}
