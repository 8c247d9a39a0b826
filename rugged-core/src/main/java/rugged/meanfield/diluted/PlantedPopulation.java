package rugged.meanfield.diluted;

import java.util.Arrays;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * Cavity magnetisations of a diluted p-spin model with couplings +-1 and a planted state, gauged to all +1, by population dynamics:
 *
 * <pre>
 *   m = tanh sum_{b=1..k} atanh(tanh(beta) J_b m_{b,1} ... m_{b,p-1})        k Poisson of mean p gamma
 * </pre>
 *
 * with J = 1 of probability (1 + tanh beta)/2, else -1; all 1 for the ferromagnet. The replica-symmetric equations of the planted model are those of one step of replica symmetry breaking at m = 1 of the model with random signs: it has T_d where a magnetisation stays above 0 and T_K where its
 * free entropy is that of the paramagnet. Begun at m = 1.
 *
 * <p>The free entropy for each spin, phi = E ln[(prod(1+u) + prod(1-u))] + gamma (ln cosh beta + E ln(1 + t prod m)) - p gamma E ln(1 + m u), is that of Bethe; terms ln 2 of the three cancel. All members are replaced at once; the same bits from one seed. Cost: some 60 ns a member and neighbour.
 *
 * <p>Source: Franz, Mezard, Ricci-Tersenghi, Weigt and Zecchina, Europhys. Lett. 55, 465 (2001); Mezard and Montanari, Information, Physics, and Computation (Oxford, 2009), chapters 14 and 19.
 */
public final class PlantedPopulation {
    private static final double MOST = 1.0 - 1e-15;
    private static final int BATCHES = 10;

    private final int p;
    private final double gamma;
    private final double beta;
    /** Probability of a coupling +1. */
    private final double straight;

    private final RandomStream random;
    private double[] members;
    private double[] next;

    /**
     * All at 1.
     *
     * @param p spins of a term
     * @param gamma terms for each spin
     * @param temperature T, in units of J
     * @param ferromagnet whether all couplings are +1
     * @param size members
     */
    public PlantedPopulation(int p, double gamma, double temperature, boolean ferromagnet, int size, long seed) {
        this(p, gamma, temperature, ferromagnet ? 1.0 : 0.5 * (1.0 + Math.tanh(1.0 / temperature)), size, seed);
    }

    /**
     * Couplings of a law of their own, as those of a state that was planted at another temperature.
     *
     * @param straight probability of a coupling +1
     */
    PlantedPopulation(int p, double gamma, double temperature, double straight, int size, long seed) {
        this.p = p;
        this.gamma = gamma;
        this.straight = straight;
        beta = 1.0 / temperature;
        random = Streams.of(seed).stream("population", 0);
        members = new double[size];
        next = new double[size];
        Arrays.fill(members, MOST);
    }

    /**
     * A mean with one standard error, of batches of iterations.
     *
     * @param value the mean
     * @param error its standard error
     */
    public record Mean(double value, double error) {}

    /**
     * What the population settles at.
     *
     * @param magnetisation E m of cavity magnetisations
     * @param square E m^2, the same where the planted state is one of equilibrium
     * @param freeEntropy phi
     * @param drift by how much the magnetisation of the second half of the measurement is off that of the first
     * @param energy -gamma E[(t J + prod m)/(1 + t J prod m)] J, for each spin; -gamma tanh beta where the planted state is one of equilibrium
     */
    public record Settled(Mean magnetisation, Mean square, Mean freeEntropy, double drift, Mean energy) {
        /** Whether it stands still within five of its errors, or 0.002. */
        public boolean still() {
            return Math.abs(drift) <= Math.max(0.002, 5.0 * 2.0 * magnetisation.error());
        }
    }

    /** Iterates, then averages over further iterations. */
    public Settled settle(int iterations, int measured) {
        for (int k = 0; k < iterations; k++) step();
        double[][] batches = new double[4][BATCHES];
        int each = Math.max(1, measured / BATCHES);
        for (int b = 0; b < BATCHES; b++) {
            for (int k = 0; k < each; k++) {
                step();
                double sum = 0.0;
                double squares = 0.0;
                for (double m : members) {
                    sum += m;
                    squares += m * m;
                }
                batches[0][b] += sum / (members.length * each);
                batches[1][b] += squares / (members.length * each);
                batches[2][b] += freeEntropy() / each;
                batches[3][b] += energy() / each;
            }
        }
        double drift = 0.0;
        for (int b = 0; b < BATCHES; b++) drift += (2 * b < BATCHES ? -2.0 : 2.0) * batches[0][b] / BATCHES;
        return new Settled(mean(batches[0]), mean(batches[1]), mean(batches[2]), drift, mean(batches[3]));
    }

    private static Mean mean(double[] batches) {
        double sum = 0.0;
        for (double one : batches) sum += one;
        double mean = sum / batches.length;
        double squares = 0.0;
        for (double one : batches) squares += (one - mean) * (one - mean);
        return new Mean(mean, Math.sqrt(squares / (batches.length * (batches.length - 1.0))));
    }

    /** One iteration: all members are replaced at once. */
    public void step() {
        double t = Math.tanh(beta);
        for (int i = 0; i < next.length; i++) {
            double field = 0.0;
            for (int k = poisson(p * gamma); k > 0; k--) field += atanh(t * coupling() * product(p - 1));
            next[i] = Math.clamp(Math.tanh(field), -MOST, MOST);
        }
        double[] old = members;
        members = next;
        next = old;
    }

    private double coupling() {
        return straight == 1.0 || random.nextDouble() < straight ? 1.0 : -1.0;
    }

    private double product(int count) {
        double product = 1.0;
        for (int k = 0; k < count; k++) product *= members[random.nextInt(members.length)];
        return product;
    }

    /** Of the members as they are, as many samples of each term as there are members. */
    private double freeEntropy() {
        double t = Math.tanh(beta);
        double sites = 0.0;
        double terms = 0.0;
        double links = 0.0;
        for (int i = 0; i < members.length; i++) {
            double up = 0.0;
            double down = 0.0;
            for (int k = poisson(p * gamma); k > 0; k--) {
                double u = t * coupling() * product(p - 1);
                up += Math.log1p(u);
                down += Math.log1p(-u);
            }
            double larger = Math.max(up, down);
            sites += larger + Math.log(Math.exp(up - larger) + Math.exp(down - larger));
            double u = t * coupling() * product(p - 1);
            terms += Math.log1p(t * coupling() * product(p));
            links += Math.log1p(u * product(1));
        }
        double logCosh = beta + Math.log1p(Math.exp(-2.0 * beta)) - Math.log(2.0);
        return sites / members.length + gamma * (logCosh + terms / members.length) - p * gamma * links / members.length;
    }

    /** Of as many terms as there are members: with J = +-1 the mean of J prod s in its cavity fields is (t + J prod m)/(1 + t J prod m). */
    private double energy() {
        double t = Math.tanh(beta);
        double sum = 0.0;
        for (int i = 0; i < members.length; i++) {
            double product = coupling() * product(p);
            sum += (t + product) / (1.0 + t * product);
        }
        return -gamma * sum / members.length;
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1.0 + x) / (1.0 - x));
    }

    /** By products of uniform numbers: means are of order 1. */
    private int poisson(double mean) {
        double least = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > least; product *= random.nextDouble()) count++;
        return count;
    }
}
