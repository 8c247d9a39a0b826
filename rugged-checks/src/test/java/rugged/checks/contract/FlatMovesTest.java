package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.lessons.HeatedCommittee;
import rugged.api.motion.Stepper;
import rugged.api.moves.FlatMoves;
import rugged.checks.Series;
import rugged.compose.Field;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.Strides;
import rugged.dynamics.sampling.Strides.Moved;
import rugged.landscape.Precision;
import rugged.landscape.rules.Beginning;
import rugged.landscape.rules.DecayedCommittee;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Moves of weights in flat space: what they cost, and the law that Metropolis dynamics makes of them. */
class FlatMovesTest {
    private static final double SIGMAS = 4.0;

    private static Stream<LandscapeSpec> landscapes() {
        LandscapeSpec committee =
                new DecayedCommittee(7, 3, 120, 0.5, 0.3, false, Beginning.RANDOM, Precision.FLOAT64, 2);
        return Stream.concat(Bestiary.landscapes().stream(), Stream.of(committee))
                .filter(spec -> spec.provides().contains(Need.LOCAL_MOVES) && spec.build() instanceof FlatMoves);
    }

    /** A walk of moves of both kinds, of which two in three are made, beside energies from the beginning. */
    private static void follow(FlatMoves model, double tolerance) {
        double[] x = Bestiary.start(model, 2);
        int m = model.components();
        double[] to = new double[m];
        RandomStream random = Streams.of(4).stream("moves", 0);
        FlatMoves.Walk walk = model.walk();
        walk.place(x);
        for (int trial = 0; trial < 60; trial++) {
            double[] y = x.clone();
            double change;
            if (trial % 2 == 0) {
                int i = random.nextInt(x.length);
                y[i] += 0.7 * random.nextGaussian();
                change = walk.change(x, i, y[i]);
            } else {
                int vector = random.nextInt(x.length / m);
                for (int a = 0; a < m; a++) to[a] = y[vector * m + a] += 0.4 * random.nextGaussian();
                change = walk.change(x, vector, to);
            }
            double before = model.energy(x);
            double after = model.energy(y);
            double size = Math.abs(before) + Math.abs(after) + x.length;
            assertThat(change).isCloseTo(after - before, within(tolerance * size));
            if (trial % 3 == 0) continue;
            walk.accept();
            x = y;
        }
    }

    @TestFactory
    Stream<DynamicTest> movesKnowTheirEnergyWithAndWithoutAField() {
        return landscapes()
                .map(spec -> dynamicTest(spec.toString(), () -> {
                    FlatMoves model = (FlatMoves) spec.build();
                    double tolerance = Math.max(1e-12, 10 * model.rounding());
                    follow(model, tolerance);
                    double[] h = new double[model.dimension()];
                    for (int i = 0; i < h.length; i++) h[i] = Math.sin(i + 1.0);
                    follow((FlatMoves) new Field(h).on(model, EnumSet.of(Need.LOCAL_MOVES)), tolerance);
                }));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aWalkFeelsTheControl(Precision precision) {
        HeatedCommittee model = new DecayedCommittee(9, 2, 30, 0.1, 0.3, false, Beginning.RANDOM, precision, 2).build();
        double[] x = Bestiary.start(model, 2);
        double[] y = x.clone();
        y[3] += 0.5;
        FlatMoves.Walk walk = ((FlatMoves) model).walk();
        walk.place(x);
        for (double a : new double[] {30, 11}) {
            model.control(a);
            double exact = model.energy(y) - model.energy(x);
            assertThat(walk.change(x, 3, y[3])).isCloseTo(exact, within(10 * model.rounding() * model.energy(x)));
        }
    }

    /** One unit on three inputs, six examples: moments by the sum over a grid, whose error is that of rounding. */
    @TestFactory
    Stream<DynamicTest> threeWeightsHaveTheMomentsOfTheirIntegral() {
        HeatedCommittee model =
                new DecayedCommittee(3, 1, 4, 2, 0.7, true, Beginning.RANDOM, Precision.FLOAT64, 1).build();
        double[] exact = new double[5];
        double[] x = new double[3];
        int points = 60;
        double reach = 9.0;
        for (int i = 0; i < points * points * points; i++) {
            x[0] = reach * (2.0 * (i % points) / (points - 1) - 1.0);
            x[1] = reach * (2.0 * (i / points % points) / (points - 1) - 1.0);
            x[2] = reach * (2.0 * (i / (points * points)) / (points - 1) - 1.0);
            double energy = model.energy(x);
            add(x, energy, Math.exp(-energy), exact);
        }
        return Arrays.stream(Moved.values())
                .flatMap(moved -> Arrays.stream(Order.values())
                        .map(order -> dynamicTest(moved + ", " + order, () -> {
                            Strides strides = new Strides(3.0, moved, 300, 0.4);
                            Stepper stepper = new Metropolis(1.0, order, 1.0, strides)
                                    .start(model, Bestiary.start(model, 1), Streams.of(moved.ordinal()));
                            double[][] values = new double[4][20_000];
                            stepper.advance(400);
                            double[] w = new double[3];
                            for (int k = 0; k < values[0].length; k++) {
                                stepper.advance(400 + 4.0 * (k + 1));
                                stepper.state(w);
                                double[] one = new double[5];
                                add(w, model.energy(w), 1.0, one);
                                for (int a = 0; a < 4; a++) values[a][k] = one[a + 1];
                            }
                            for (int a = 0; a < 4; a++)
                                new Series(values[a]).assertMean("moment " + a, exact[a + 1] / exact[0], SIGMAS);
                        })));
    }

    /** The norm, the first two weights, |w|^2 and the energy. */
    private static void add(double[] x, double energy, double weight, double[] into) {
        into[0] += weight;
        into[1] += weight * x[0];
        into[2] += weight * x[1];
        into[3] += weight * (x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
        into[4] += weight * energy;
    }

    @Test
    void metropolisSweepsAreWhatTheyAreThroughAnInterruption() {
        HeatedCommittee model =
                new DecayedCommittee(9, 2, 30, 0.5, 0.3, false, Beginning.RANDOM, Precision.FLOAT32, 2).build();
        for (Moved moved : Moved.values()) {
            Metropolis dynamics = new Metropolis(1.0, Order.RANDOM, 1.0, new Strides(0.5, moved, 12, 0.4));
            Stepper through = dynamics.start(model, Bestiary.start(model, 1), Streams.of(5));
            Stepper broken = dynamics.start(model, Bestiary.start(model, 1), Streams.of(5));
            for (int half = 1; half <= 4; half++) {
                through.advance(5.0 * half);
                broken.advance(5.0 * half);
                byte[] saved = broken.save();
                broken = dynamics.start(model.fork(), Bestiary.start(model, 9), Streams.of(5));
                broken.load(saved);
            }
            double[] one = new double[model.dimension()];
            double[] other = one.clone();
            through.state(one);
            broken.state(other);
            assertThat(one).isEqualTo(other);
        }
    }
}
