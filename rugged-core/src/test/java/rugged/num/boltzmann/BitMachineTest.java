package rugged.num.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Fast sums beside slow ones that are written down from the definitions. */
class BitMachineTest {
    private static double[] parameters(BitMachine machine, double scale, long seed) {
        double[] y = new double[machine.size()];
        Streams.of(seed).stream("parameters", 0).normals(y);
        for (int k = 0; k < y.length; k++) y[k] *= scale;
        return y;
    }

    /** -(v W h + a v + b h), term by term. */
    private static double energy(BitMachine m, double[] y, double[] v, double[] h) {
        double sum = 0.0;
        for (int i = 0; i < m.visible(); i++) {
            sum += y[m.a() + i] * v[i];
            for (int j = 0; j < m.hidden(); j++) sum += y[i * m.hidden() + j] * v[i] * h[j];
        }
        for (int j = 0; j < m.hidden(); j++) sum += y[m.b() + j] * h[j];
        return -sum;
    }

    private static double[] digits(int number, int count, UnitValues units) {
        double[] all = new double[count];
        for (int k = 0; k < count; k++) all[k] = (number >> k & 1) == 0 ? units.low() : units.high();
        return all;
    }

    /** ln p(v) of every v, by the sum over all configurations of both layers. */
    private static double[] logChances(BitMachine m, double[] x, UnitValues units) {
        double[] chances = new double[1 << m.visible()];
        for (int v = 0; v < chances.length; v++)
            for (int h = 0; h < 1 << m.hidden(); h++)
                chances[v] += Math.exp(-energy(m, x, digits(v, m.visible(), units), digits(h, m.hidden(), units)));
        double z = Arrays.stream(chances).sum();
        for (int v = 0; v < chances.length; v++) chances[v] = Math.log(chances[v] / z);
        return chances;
    }

    private static byte[] bits(int number, int count) {
        byte[] all = new byte[count];
        for (int k = 0; k < count; k++) all[k] = (byte) (number >> k & 1);
        return all;
    }

    @Test
    void partitionFunctionByTheSmallerLayerIsThatByAllConfigurations() {
        for (BitMachine m : new BitMachine[] {new BitMachine(7, 9), new BitMachine(9, 7), new BitMachine(1, 10)}) {
            double[] y = parameters(m, 1.3, 3);
            double z = 0.0;
            double[] means = new double[m.size()];
            for (int v = 0; v < 1 << m.visible(); v++) {
                for (int h = 0; h < 1 << m.hidden(); h++) {
                    double[] vs = digits(v, m.visible(), UnitValues.BITS);
                    double[] hs = digits(h, m.hidden(), UnitValues.BITS);
                    double weight = Math.exp(-energy(m, y, vs, hs));
                    z += weight;
                    for (int i = 0; i < m.visible(); i++) {
                        means[m.a() + i] += weight * vs[i];
                        for (int j = 0; j < m.hidden(); j++) means[i * m.hidden() + j] += weight * vs[i] * hs[j];
                    }
                    for (int j = 0; j < m.hidden(); j++) means[m.b() + j] += weight * hs[j];
                }
            }
            MachineSum sum = new MachineSum(m);
            double[] fast = new double[m.size()];
            assertThat(sum.logPartition(y)).isCloseTo(Math.log(z), within(1e-12));
            assertThat(sum.means(y, fast)).isCloseTo(Math.log(z), within(1e-12));
            for (int k = 0; k < fast.length; k++) assertThat(fast[k]).isCloseTo(means[k] / z, within(1e-12));
        }
    }

    @Test
    void logarithmOfALargePartitionFunctionDoesNotOverflow() {
        BitMachine m = new BitMachine(12, 30);
        double[] y = parameters(m, 0.0, 3);
        Arrays.fill(y, m.b(), y.length, 900.0);
        assertThat(new MachineSum(m).logPartition(y)).isCloseTo(12 * Math.log(2.0) + 27000.0, within(1e-8));
    }

    @Test
    void spinsHaveTheLawOfBitsWithFourTimesTheirWeights() {
        BitMachine m = new BitMachine(6, 4);
        double[] x = parameters(m, 0.6, 5);
        double[] y = new double[x.length];
        UnitValues.SPINS.toBits(m, x, y);
        assertThat(y[3]).isEqualTo(4.0 * x[3]);
        double[] spins = logChances(m, x, UnitValues.SPINS);
        double[] bits = logChances(m, y, UnitValues.BITS);
        for (int v = 0; v < spins.length; v++) assertThat(bits[v]).isCloseTo(spins[v], within(1e-12));
    }

    @Test
    void gradientsArePulledBackFromBitsToSpins() {
        BitMachine m = new BitMachine(5, 3);
        double[] x = parameters(m, 0.6, 6);
        double[] y = new double[x.length];
        double[] g = new double[x.length];
        MachineSum sum = new MachineSum(m);
        UnitValues.SPINS.toBits(m, x, y);
        sum.means(y, g);
        UnitValues.SPINS.pullBack(m, g);
        for (int k = 0; k < x.length; k++) {
            double h = 1e-5;
            double[] moved = x.clone();
            moved[k] = x[k] + h;
            UnitValues.SPINS.toBits(m, moved, y);
            double up = sum.logPartition(y);
            moved[k] = x[k] - h;
            UnitValues.SPINS.toBits(m, moved, y);
            assertThat(g[k]).isCloseTo((up - sum.logPartition(y)) / (2.0 * h), within(1e-8));
        }
    }

    @Test
    void pseudoLikelihoodIsTheSumOfConditionalChances() {
        BitMachine m = new BitMachine(6, 5);
        double[] y = parameters(m, 1.5, 7);
        double[] logs = logChances(m, y, UnitValues.BITS);
        PseudoLikelihood pseudo = new PseudoLikelihood(m);
        pseudo.at(y);
        for (int v = 0; v < logs.length; v++) {
            double slow = 0.0;
            byte[] bits = bits(v, m.visible());
            for (int i = 0; i < m.visible(); i++) {
                double term = -Math.log(Math.exp(logs[v]) / (Math.exp(logs[v]) + Math.exp(logs[v ^ 1 << i])));
                assertThat(pseudo.term(bits, 0, i)).isCloseTo(term, within(1e-12));
                slow += term;
            }
            assertThat(pseudo.value(bits, 0)).isCloseTo(slow, within(1e-11));
        }
    }

    @Test
    void gradientOfThePseudoLikelihoodIsThatOfItsValue() {
        BitMachine m = new BitMachine(6, 5);
        double[] y = parameters(m, 1.5, 8);
        byte[] bits = bits(37, 6);
        PseudoLikelihood pseudo = new PseudoLikelihood(m);
        pseudo.at(y);
        double[] g = new double[m.size()];
        pseudo.begin();
        pseudo.add(bits, 0, g);
        pseudo.end(g);
        for (int k = 0; k < y.length; k++) {
            double[] moved = y.clone();
            double h = 1e-5;
            moved[k] = y[k] + h;
            pseudo.at(moved);
            double up = pseudo.value(bits, 0);
            moved[k] = y[k] - h;
            pseudo.at(moved);
            assertThat(g[k]).isCloseTo((up - pseudo.value(bits, 0)) / (2.0 * h), within(1e-8));
        }
    }

    @Test
    void strongWeightsOverflowNothing() {
        BitMachine m = new BitMachine(40, 100);
        double[] y = parameters(m, 30.0, 9);
        PseudoLikelihood pseudo = new PseudoLikelihood(m);
        pseudo.at(y);
        byte[] bits = new byte[40];
        Arrays.fill(bits, 3, 20, (byte) 1);
        double slow = 0.0;
        for (int i = 0; i < 40; i++) slow += pseudo.term(bits, 0, i);
        assertThat(pseudo.value(bits, 0)).isCloseTo(slow, within(1e-9 * slow));
    }

    @Test
    void chainsComeToTheExactMeans() {
        BitMachine m = new BitMachine(7, 4);
        double[] y = parameters(m, 0.7, 11);
        double[] exact = new double[m.size()];
        new MachineSum(m).means(y, exact);
        for (boolean single : new boolean[] {true, false}) {
            int chains = 20000;
            BitChains all = BitChains.of(m, 1, chains, single);
            double[] beta = new double[chains];
            Arrays.fill(beta, 1.0);
            all.at(y);
            all.clamp(bits(0, 7), new int[] {0}, 0, 1);
            all.sweep(chains, beta, 30, Streams.of(2).stream("chains", 0));
            double[] g = new double[m.size()];
            all.contrast(chains, g);
            // the clamped example is all zeros: it shows sigma(b) alone
            for (int k = 0; k < m.size(); k++) {
                double clamped = k < m.b() ? 0.0 : BitMachine.logistic(y[k]);
                assertThat(g[k] + clamped).isCloseTo(exact[k], within(4.0 * 0.5 / Math.sqrt(chains)));
            }
        }
    }

    @Test
    void freeEnergiesOfChainsAreThoseOfTheMachine() {
        BitMachine m = new BitMachine(7, 4);
        double[] y = parameters(m, 0.7, 11);
        BitChains chains = BitChains.of(m, 1, 2, false);
        chains.at(y);
        chains.place(0, new double[] {1, 0, 1, 1, 0, 0, 1});
        chains.place(1, new double[] {0, 0, 1, 0, 1, 0, 1});
        chains.exchange(0, 1);
        double[] f = new double[2];
        chains.freeEnergies(2, new double[] {1.0, 1.0}, f);
        double[] phi = new double[4];
        assertThat(f[1]).isCloseTo(m.freeEnergy(y, new byte[] {1, 0, 1, 1, 0, 0, 1}, 0, phi), within(1e-13));
        assertThat(f[0]).isCloseTo(m.freeEnergy(y, new byte[] {0, 0, 1, 0, 1, 0, 1}, 0, phi), within(1e-13));
    }

    @Test
    void annealedSamplingAgreesWithTheSumWithinItsError() {
        BitMachine m = new BitMachine(30, 10);
        double[] y = parameters(m, 0.5, 12);
        double exact = new MachineSum(m).logPartition(y);
        RandomStream random = Streams.of(3).stream("annealing", 1);
        double chi = 0.0;
        int trials = 60;
        for (int trial = 0; trial < trials; trial++) {
            AnnealedSampling.Estimate estimate =
                    new AnnealedSampling(m, 100).logPartition(y, new double[30], 300, random);
            assertThat(estimate.error()).isBetween(0.0, 0.1);
            chi += Math.pow((estimate.value() - exact) / estimate.error(), 2);
        }
        // chi^2 a trial: mean 1, standard deviation sqrt(2/60) = 0.18
        assertThat(chi / trials).isCloseTo(1.0, within(4 * 0.18));
    }
}
