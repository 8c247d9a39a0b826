package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Blocks;
import rugged.api.model.DiscreteBlocks;
import rugged.api.model.DiscreteLandscape;
import rugged.api.model.LocalFields;
import rugged.api.model.Model;
import rugged.api.model.UnitMoves;
import rugged.api.model.VectorBlocks;
import rugged.compose.Field;
import rugged.geometry.Manifold;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * What every model of units promises, discrete or vectors: local energies that are differences of the whole, a configuration that belongs to its fork alone, overlaps that fit its distances,
 * and blocks whose units do not feel one another.
 */
class UnitContractTest {
    private static final double ROUNDING = 1e-11;

    private static <M> Stream<DynamicTest> each(Need need, Class<M> type, BiConsumer<LandscapeSpec, M> check) {
        return Bestiary.landscapes().stream()
                .filter(spec -> spec.offers().contains(need))
                .filter(spec -> type.isInstance(spec.build()))
                .map(spec -> dynamicTest(spec.toString(), () -> check.accept(spec, type.cast(spec.build()))));
    }

    private static Stream<DynamicTest> units(Consumer<DiscreteLandscape> check) {
        return each(Need.UNITS, DiscreteLandscape.class, (spec, units) -> {
            units.load(Bestiary.start(units, 1));
            check.accept(units);
        });
    }

    private static double[] state(DiscreteLandscape units) {
        double[] x = new double[units.dimension()];
        units.state(x);
        return x;
    }

    private static double[] costs(DiscreteLandscape units, int i) {
        double[] costs = new double[units.mostValues() + 3];
        Arrays.fill(costs, 7.0);
        units.costs(i, costs, 2);
        assertThat(costs).startsWith(7.0, 7.0).endsWith(7.0);
        return Arrays.copyOfRange(costs, 2, 2 + units.values(i));
    }

    /** What is said while planning is so once it is built. */
    @TestFactory
    Stream<DynamicTest> offersWhatItHas() {
        return Bestiary.landscapes().stream()
                .map(spec -> dynamicTest(spec.toString(), () -> {
                    Model model = spec.build();
                    assertThat(spec.offers().contains(Need.UNITS)).isEqualTo(model instanceof DiscreteLandscape);
                    assertThat(spec.offers().contains(Need.BLOCKS)).isEqualTo(model instanceof Blocks);
                    assertThat(spec.offers().contains(Need.LOCAL_LAW))
                            .isEqualTo(model instanceof DiscreteLandscape || model instanceof LocalFields);
                    if (model instanceof DiscreteLandscape units)
                        assertThat(spec.offers().contains(Need.ORIGIN)).isEqualTo(!units.names());
                }));
    }

    @TestFactory
    Stream<DynamicTest> localEnergiesAreDifferencesOfTheTotal() {
        return units(units -> {
            RandomStream random = Streams.of(8).stream("updates", 0);
            double rounding = ROUNDING * units.extent();
            for (int trial = 0; trial < 100; trial++) {
                int i = random.nextInt(units.dimension());
                double before = units.energy();
                double[] costs = costs(units, i);
                assertThat(costs[units.at(i)]).isZero();
                int now = units.at(i);
                for (int v = 0; v < costs.length; v++) {
                    units.set(i, v);
                    assertThat(units.at(i)).isEqualTo(v);
                    assertThat(state(units)[i]).isEqualTo(units.value(i, v));
                    assertThat(units.energy() - before).isCloseTo(costs[v], within(rounding));
                    assertThat(costs(units, i)[now]).isCloseTo(-costs[v], within(rounding));
                }
            }
            double kept = units.energy();
            units.load(state(units));
            assertThat(units.energy()).isCloseTo(kept, within(rounding));
        });
    }

    @TestFactory
    Stream<DynamicTest> forksHoldAConfigurationOfTheirOwn() {
        return units(units -> {
            double[] before = state(units);
            DiscreteLandscape fork = units.fork();
            fork.load(before);
            assertThat(fork.energy()).isEqualTo(units.energy());
            for (int i = 0; i < before.length; i++) fork.set(i, fork.values(i) - 1 - fork.at(i));
            assertThat(state(units)).containsExactly(before);
            assertThat(units.fork().energy()).isEqualTo(units.energy());
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsSavedIsRestoredToTheBit() {
        return units(units -> {
            int n = units.dimension();
            for (int k = 0; k < 50; k++) units.set(k * 5 % n, k % units.values(k * 5 % n));
            DiscreteLandscape other = units.fork();
            other.load(Bestiary.start(units, 2));
            other.restore(units.save());
            assertThat(state(other)).containsExactly(state(units));
            assertThat(other.energy()).isEqualTo(units.energy());
            for (int i = 0; i < n; i++) assertThat(costs(other, i)).containsExactly(costs(units, i));
        });
    }

    /** A state is of the model's values and nothing else is; overlaps and distances of states are those of vectors of one length. */
    @TestFactory
    Stream<DynamicTest> statesAreOfItsValues() {
        return units(units -> {
            double[] a = Bestiary.start(units, 3);
            double[] b = Bestiary.start(units, 4);
            int n = a.length;
            assertThat(units.violation(a)).isZero();
            assertThat(units.place(a)).isEmpty();
            for (int i = 0; i < n; i++) {
                assertThat(units.value(i, units.indexOf(i, a[i]))).isEqualTo(a[i]);
                for (int v = 1; v < units.values(i); v++)
                    assertThat(units.value(i, v)).isGreaterThan(units.value(i, v - 1));
            }
            double[] wrong = a.clone();
            wrong[1] = 0.3;
            assertThat(units.violation(wrong)).isInfinite();
            assertThat(units.place(wrong)).contains("0.3");
            assertThat(units.squaredDifference(a, a)).isZero();
            double lengths = units.overlap(a, a) + units.overlap(b, b) - 2.0 * units.overlap(a, b);
            assertThat(units.squaredDifference(a, b) / n).isCloseTo(lengths, within(1e-14));
        });
    }

    @TestFactory
    Stream<DynamicTest> vectorsKnowTheEnergyOfAMove() {
        return each(Need.LOCAL_MOVES, UnitMoves.class, (spec, model) -> {
            int m = model.components();
            double[] x = Bestiary.start(model, 2);
            double[] other = Bestiary.start(model, 3);
            double[] h = new double[m + 2];
            assertThat(model.extent()).isEqualTo(model.units());
            assertThat(model.degreesOfFreedom()).isEqualTo(x.length - model.units());
            for (int i = 0; i < model.units(); i++) {
                double[] to = Arrays.copyOfRange(other, i * m, (i + 1) * m);
                double[] y = x.clone();
                System.arraycopy(to, 0, y, i * m, m);
                double change = model.energy(y) - model.energy(x);
                assertThat(model.energyChange(x, i, to)).isCloseTo(change, within(ROUNDING * x.length));
                if (!(model instanceof LocalFields fields)) continue;
                fields.field(x, i, h, 1);
                double work = 0.0;
                for (int a = 0; a < m; a++) work -= h[1 + a] * (to[a] - x[i * m + a]);
                assertThat(work).isCloseTo(change, within(ROUNDING * x.length));
                assertThat(h[0]).isZero();
                assertThat(h[m + 1]).isZero();
            }
        });
    }

    private static void assertPartition(Blocks blocks, int units) {
        int[] seen = new int[units];
        for (int b = 0; b < blocks.blocks(); b++) for (int i : blocks.block(b)) seen[i]++;
        for (int count : seen) assertThat(count).isOne();
    }

    @TestFactory
    Stream<DynamicTest> unitsOfABlockDoNotFeelOneAnother() {
        return each(Need.BLOCKS, DiscreteBlocks.class, (spec, units) -> {
            assertPartition(units, units.dimension());
            double[] start = Bestiary.start(units, 5);
            double[] target = Bestiary.start(units, 6);
            int stride = units.mostValues() + 1;
            for (int b = 0; b < units.blocks(); b++) {
                int[] block = units.block(b);
                units.load(start);
                double[] together = new double[block.length * stride];
                units.blockCosts(b, together, stride);
                int[] values = new int[block.length];
                for (int k = 0; k < block.length; k++) {
                    double[] alone = costs(units, block[k]);
                    assertThat(Arrays.copyOfRange(together, k * stride, k * stride + alone.length))
                            .containsExactly(alone, within(ROUNDING));
                    values[k] = units.indexOf(block[k], target[block[k]]);
                }
                double expected = units.energy();
                for (int k = 0; k < block.length; k++) {
                    for (int other = 0; other < block.length; other++) {
                        if (other == k) continue;
                        double[] before = costs(units, block[other]);
                        int now = units.at(block[k]);
                        units.set(block[k], values[k]);
                        assertThat(costs(units, block[other])).containsExactly(before, within(ROUNDING));
                        units.set(block[k], now);
                    }
                    expected += together[k * stride + values[k]];
                }
                units.setBlock(b, values);
                for (int k = 0; k < block.length; k++)
                    assertThat(units.at(block[k])).isEqualTo(values[k]);
                assertThat(units.energy()).isCloseTo(expected, within(ROUNDING * units.dimension()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> vectorsOfABlockDoNotFeelOneAnother() {
        return each(Need.BLOCKS, VectorBlocks.class, (spec, model) -> {
            assertPartition(model, model.units());
            int m = model.components();
            double[] start = Bestiary.start(model, 5);
            double[] target = Bestiary.start(model, 6);
            double[] alone = new double[m];
            for (int b = 0; b < model.blocks(); b++) {
                int[] block = model.block(b);
                double[] x = start.clone();
                for (int i : block) System.arraycopy(target, i * m, x, i * m, m);
                double[] together = new double[block.length * m];
                model.blockFields(x, b, together);
                for (int k = 0; k < block.length; k++) {
                    model.field(start, block[k], alone, 0);
                    assertThat(Arrays.copyOfRange(together, k * m, (k + 1) * m))
                            .containsExactly(alone, within(ROUNDING));
                }
            }
        });
    }

    /** In a field the energies of values, moves and blocks are those of E - h.x, by every interface under which a dynamics may ask for it. */
    @TestFactory
    Stream<DynamicTest> inAFieldLocalEnergiesAreDifferencesToo() {
        return Stream.concat(
                each(Need.UNITS, DiscreteLandscape.class, (spec, units) -> {
                    if (units.names()) return;
                    double[] h = field(units);
                    for (Need need : List.of(Need.UNITS, Need.BLOCKS)) {
                        if (!spec.offers().contains(need)) continue;
                        DiscreteLandscape inside = (DiscreteLandscape) new Field(h).on(units.fork(), EnumSet.of(need));
                        assertInField(units, inside, h);
                    }
                }),
                each(Need.LOCAL_MOVES, UnitMoves.class, (spec, model) -> {
                    double[] h = field(model);
                    for (Need need : List.of(Need.LOCAL_MOVES, Need.LOCAL_LAW, Need.BLOCKS)) {
                        if (!spec.offers().contains(need)) continue;
                        assertInField(model, (UnitMoves) new Field(h).on(model, EnumSet.of(need)), h);
                    }
                    assertInField(
                            model, (UnitMoves) new Field(h).on(new MovesOnly(model), EnumSet.of(Need.LOCAL_MOVES)), h);
                }));
    }

    private static double[] field(Model model) {
        double[] h = new double[model.dimension()];
        Streams.of(3).stream("field", 0).normals(h);
        return h;
    }

    private static double work(double[] h, double[] x) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) sum += h[i] * x[i];
        return sum;
    }

    private static void assertInField(DiscreteLandscape bare, DiscreteLandscape inside, double[] h) {
        double[] x = Bestiary.start(bare, 8);
        bare.load(x);
        inside.load(x);
        double rounding = ROUNDING * bare.extent();
        double before = bare.energy() - work(h, x);
        assertThat(inside.energy()).isCloseTo(before, within(rounding));
        for (int i = 0; i < x.length; i++) {
            double[] costs = costs(inside, i);
            for (int v = 0; v < costs.length; v++) {
                double[] y = x.clone();
                y[i] = bare.value(i, v);
                bare.load(y);
                assertThat(costs[v]).isCloseTo(bare.energy() - work(h, y) - before, within(rounding));
            }
        }
        if (inside instanceof DiscreteBlocks blocks)
            for (int b = 0; b < blocks.blocks(); b++) {
                int[] block = blocks.block(b);
                int stride = blocks.mostValues();
                double[] together = new double[block.length * stride];
                blocks.blockCosts(b, together, stride);
                int[] values = new int[block.length];
                for (int k = 0; k < block.length; k++) {
                    double[] alone = costs(inside, block[k]);
                    assertThat(Arrays.copyOfRange(together, k * stride, k * stride + alone.length))
                            .containsExactly(alone, within(ROUNDING));
                    values[k] = alone.length - 1;
                }
                blocks.setBlock(b, values);
                double[] now = state(inside);
                bare.load(now);
                assertThat(inside.energy()).isCloseTo(bare.energy() - work(h, now), within(rounding));
            }
        double[] now = state(inside);
        DiscreteLandscape fork = inside.fork();
        assertThat(fork.energy()).isCloseTo(inside.energy(), within(rounding));
        fork.set(1, 0);
        assertThat(state(inside)).containsExactly(now);
    }

    private static void assertInField(UnitMoves bare, UnitMoves inside, double[] h) {
        int m = bare.components();
        double[] x = Bestiary.start(bare, 8);
        double[] other = Bestiary.start(bare, 9);
        double rounding = ROUNDING * x.length;
        assertThat(inside.extent()).isEqualTo(bare.extent());
        double[] local = new double[m];
        for (int i = 0; i < bare.units(); i++) {
            double[] to = Arrays.copyOfRange(other, i * m, (i + 1) * m);
            double[] y = x.clone();
            System.arraycopy(to, 0, y, i * m, m);
            double change = bare.energy(y) - work(h, y) - bare.energy(x) + work(h, x);
            assertThat(inside.energyChange(x, i, to)).isCloseTo(change, within(rounding));
            if (!(inside instanceof LocalFields fields)) continue;
            fields.field(x, i, local, 0);
            double gain = 0.0;
            for (int a = 0; a < m; a++) gain -= local[a] * (to[a] - x[i * m + a]);
            assertThat(gain).isCloseTo(change, within(rounding));
        }
        if (!(inside instanceof VectorBlocks blocks)) return;
        for (int b = 0; b < blocks.blocks(); b++) {
            int[] block = blocks.block(b);
            double[] together = new double[block.length * m];
            blocks.blockFields(x, b, together);
            for (int k = 0; k < block.length; k++) {
                blocks.field(x, block[k], local, 0);
                assertThat(Arrays.copyOfRange(together, k * m, (k + 1) * m)).containsExactly(local, within(ROUNDING));
            }
        }
    }

    /** Vector units that know the energy of a move and nothing else. */
    private record MovesOnly(UnitMoves base) implements UnitMoves {
        @Override
        public int dimension() {
            return base.dimension();
        }

        @Override
        public int components() {
            return base.components();
        }

        @Override
        public Manifold manifold() {
            return base.manifold();
        }

        @Override
        public double energy(double[] x) {
            return base.energy(x);
        }

        @Override
        public double energyChange(double[] x, int unit, double[] to) {
            return base.energyChange(x, unit, to);
        }

        @Override
        public MovesOnly fork() {
            return this;
        }
    }
}
