package rugged.observable.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.signal.Cascades;
import rugged.api.signal.Cascades.Push;
import rugged.api.signal.Generations;
import rugged.api.signal.SignalLayers;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.network.DeepNetwork;
import rugged.landscape.network.NetworkLoss;
import rugged.landscape.plain.BranchingNetwork;
import rugged.meanfield.signal.Branching;
import rugged.meanfield.signal.Reaction;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Cascades of a network beside its fields, and of the branching network beside its law. */
class CascadeSizesTest {
    private static RandomStream random(long seed) {
        return Streams.of(seed).stream("pushes", 0);
    }

    /** Activities by the fields of {@code layer-signals}, another route forward. */
    @ParameterizedTest
    @EnumSource(
            value = Reaction.class,
            names = {"TANH", "ERF", "RELU"})
    void unitsThatChangeAreThoseOfTheFields(Reaction reaction) {
        RandomExamples data = new RandomExamples(2, 0, 7, 0, 1);
        SignalLayers net =
                new DeepNetwork(data, 20, 4, reaction, 1.8, 0.1, NetworkLoss.AUTO, Precision.FLOAT64).build();
        double[] x = new double[net.dimension()];
        net.randomise(x, Streams.of(2).stream("start", 0));
        double[] levels = {0.2, 0.05, 0.0};
        Generations[] found = {new Generations(), new Generations(), new Generations()};
        ((Cascades) net).cascade(x, new Push(0.7, levels, 1_000_000), random(3), found);
        RandomStream again = random(3);
        double[] input = new double[7];
        again.normals(input);
        double[] pushed = input.clone();
        pushed[again.nextInt(7)] += 0.7;
        double[][] one = new double[4][20];
        double[][] other = new double[4][20];
        double[][] slopes = new double[4][20];
        net.signals(x, input, one, slopes);
        net.signals(x, pushed, other, slopes);
        for (int k = 0; k < levels.length; k++) {
            long size = 1;
            int layers = 1;
            assertThat(found[k].active(0)).isEqualTo(1);
            for (int l = 0; l < 4; l++) {
                int count = 0;
                for (int i = 0; i < 20; i++)
                    if (Math.abs(reaction.value(one[l][i]) - reaction.value(other[l][i])) > levels[k]) count++;
                assertThat(found[k].active(l + 1)).isEqualTo(count);
                size += count;
                if (count > 0) layers++;
            }
            assertThat(found[k].size()).isEqualTo(size);
            assertThat(found[k].duration()).isEqualTo(layers);
        }
        assertThat(((Cascades) net).reach()).isEqualTo(81.0);
    }

    /** Sizes by Pearson's chi squared of 12 bins and the rest, once in a thousand above 32.9. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0})
    void sizesAreThoseOfBorel(double ratio) {
        Branching law = new Branching(ratio);
        Cascades net = (Cascades) new BranchingNetwork(ratio).build();
        Generations[] found = {new Generations()};
        RandomStream random = random(4);
        int draws = 40000;
        double[] counted = new double[13];
        double[] ended = new double[6];
        for (int k = 0; k < draws; k++) {
            net.cascade(new double[1], new Push(1.0, new double[] {0.1}, 1000), random, found);
            counted[(int) Math.min(12, found[0].size() - 1)]++;
            for (int t = 1; t <= 5; t++) if (found[0].duration() <= t) ended[t]++;
        }
        double chiSquare = 0.0;
        double rest = 1.0;
        for (int s = 1; s <= 13; s++) {
            double share = s <= 12 ? law.size(s) : rest;
            rest -= share;
            chiSquare += Math.pow(counted[s - 1] - draws * share, 2) / (draws * share);
        }
        assertThat(chiSquare).isLessThan(32.9);
        double p = 0.0;
        for (int t = 1; t <= 5; t++) {
            p = law.ended(p);
            assertThat(ended[t] / draws).isCloseTo(p, within(4.0 * Math.sqrt(0.25 / draws)));
        }
    }

    /** sigma = 0.9: mean 10, variance 900, within 1 % and 5 %. */
    @Test
    void momentsBelowTheCriticalPoint() {
        Cascades net = (Cascades) new BranchingNetwork(0.9).build();
        Generations[] found = {new Generations()};
        RandomStream random = random(5);
        double sum = 0.0;
        double squares = 0.0;
        int draws = 1_000_000;
        for (int k = 0; k < draws; k++) {
            net.cascade(new double[1], new Push(1.0, new double[] {0.1}, 1_000_000), random, found);
            double s = found[0].size();
            sum += s / draws;
            squares += s * s / draws;
        }
        assertThat(sum).isCloseTo(10.0, within(0.1));
        assertThat(squares - sum * sum).isCloseTo(900.0, within(45.0));
    }

    private static CascadeCounts counts(double ratio, double share, int draws) {
        Cascades net = (Cascades) new BranchingNetwork(ratio).build();
        CascadeCounts counts = new CascadeCounts(draws, 4, share, true);
        Generations[] found = {new Generations()};
        RandomStream random = random(6);
        Push push = new Push(1.0, new double[] {0.1}, 100_000);
        for (int k = 0; k < draws; k++) {
            net.cascade(new double[1], push, random, found);
            counts.add(found[0], push.most(), random);
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.9})
    void bothBranchingRatiosAreThatOfTheNetwork(double ratio) {
        CascadeCounts all = counts(ratio, 1.0, 100_000);
        assertThat(all.ratio()).isCloseTo(ratio, within(0.005));
        assertThat(all.multistep()).isCloseTo(ratio, within(0.02));
        for (int g = 0; g < 4; g++) assertThat(all.active[g]).isCloseTo(Math.pow(ratio, g), within(0.03));
    }

    /** With a tenth of the units seen a slope of one step is a tenth as large or so, and the second estimate still right. */
    @Tag("slow")
    @Test
    void unitsThatAreNotSeenDoNoHarm() {
        assertThat(counts(0.9, 0.3, 1_000_000).multistep()).isCloseTo(0.9, within(0.03));
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> new CascadeSizes(100, 1.0, List.of(), 1e6, 1.0, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("thresholds");
        assertThatThrownBy(() -> new CascadeSizes(100, 1.0, List.of(-0.1), 1e6, 1.0, 1))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new CascadeSizes(100, 1.0, List.of(0.1, 0.1), 1e6, 1.0, 1))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new CascadeSizes(100, 0.0, List.of(0.1), 1e6, 1.0, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("push");
        assertThatThrownBy(() -> new BranchingNetwork(-0.1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("ratio");
    }
}
