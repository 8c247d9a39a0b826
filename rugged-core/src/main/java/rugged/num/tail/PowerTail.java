package rugged.num.tail;

import java.util.Arrays;
import rugged.num.RandomStream;

/**
 * Power laws of tails by maximum likelihood: at a given beginning x_min the alpha at which the law has the mean of ln x that the numbers have, and of all beginnings the one whose law has the least distance of Kolmogorov and Smirnov from the tail. Newton's method in alpha, kept inside a bracket; the likelihood is concave.
 *
 * <p>Beginnings are the different numbers, or so many of them, evenly spaced in the logarithm of how many numbers lie above. One fit costs a few norms, one distance one norm for every different number of the tail.
 *
 * <p>Source: Clauset, Shalizi and Newman, SIAM Rev. 51, 661 (2009).
 *
 * @param support where numbers may lie
 * @param beginnings at most so many
 * @param least numbers that a tail must have
 */
public record PowerTail(PowerSupport support, int beginnings, int least) {
    private static final double MOST = 500.0;
    private static final int STEPS = 100;
    private static final int TABLE = 1024;

    /** The law of the numbers from the first-th on, which begins with it. */
    public PowerFit at(CountedValues numbers, int first) {
        return at(numbers, first, numbers.value[first]);
    }

    /** The law of the numbers from x on; none where there are too few, or equal ones alone. */
    public PowerFit from(CountedValues numbers, double x) {
        int first = numbers.from(x);
        boolean enough = first < numbers.value.length - 1 && numbers.above[first] >= least;
        return enough ? at(numbers, first, x) : PowerFit.NONE;
    }

    /**
     * The law of the numbers from the first-th on.
     *
     * @param from where it begins, at the first of the numbers or below
     */
    public PowerFit at(CountedValues numbers, int first, double from) {
        double n = numbers.above[first];
        double mean = numbers.logAbove[first] / n;
        double low = support.leastExponent();
        double high = MOST;
        double alpha = Math.clamp(1.0 + 1.0 / Math.max(mean - Math.log(from), 1e-3), low + 0.01, high - 1.0);
        double[] norm = new double[3];
        for (int step = 0; step < STEPS; step++) {
            support.logNorm(alpha, from, norm);
            double slope = -norm[1] - mean;
            if (slope > 0.0) low = alpha;
            else high = alpha;
            double next = alpha + slope / norm[2];
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            boolean done = Math.abs(next - alpha) < 1e-10 * alpha;
            alpha = next;
            if (done) break;
        }
        support.logNorm(alpha, from, norm);
        return new PowerFit(alpha, 1.0 / Math.sqrt(n * norm[2]), from, first, n, distance(numbers, first, alpha, from));
    }

    /** The largest distance between the distribution of the tail and the law, from both sides of every number. */
    private double distance(CountedValues numbers, int first, double alpha, double from) {
        double whole = support.norm(alpha, from);
        double n = numbers.above[first];
        double most = 0.0;
        double next = whole;
        double place = from;
        for (int k = first; k < numbers.value.length; k++) {
            double x = numbers.value[k];
            double below = x == place ? next : support.norm(alpha, x);
            place = support.integers() ? x + 1.0 : x;
            next = support.integers() ? support.norm(alpha, place) : below;
            most = Math.max(most, Math.abs(numbers.above[k] / n - below / whole));
            most = Math.max(most, Math.abs(numbers.above[k + 1] / n - next / whole));
        }
        return most;
    }

    /** The law with the beginning of least distance; none where no tail has numbers enough. A last tail of equal numbers is none. */
    public PowerFit best(CountedValues numbers) {
        int last = -1;
        for (int k = 0; k < numbers.value.length - 1 && numbers.above[k] >= least; k++) last = k;
        PowerFit best = PowerFit.NONE;
        for (int k : chosen(numbers, last)) {
            PowerFit one = at(numbers, k);
            if (one.distance() < best.distance()) best = one;
        }
        return best;
    }

    private int[] chosen(CountedValues numbers, int last) {
        int[] all = new int[Math.max(last + 1, 0)];
        Arrays.setAll(all, k -> k);
        if (all.length <= beginnings) return all;
        double step = Math.log(numbers.above[0] / numbers.above[last]) / beginnings;
        int count = 0;
        double next = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= last; k++) {
            double level = Math.log(numbers.above[k]);
            if (level > next) continue;
            all[count++] = k;
            next = level - step;
        }
        return Arrays.copyOf(all, count);
    }

    /**
     * As many numbers as there are, of which those of the tail follow the law and the others are drawn again from below it: what the numbers might have been, were the law right.
     */
    public double[] drawn(CountedValues numbers, PowerFit law, RandomStream random) {
        double[] out = new double[(int) numbers.total()];
        double share = law.count() / numbers.total();
        double[] table = support.integers() ? table(law) : new double[0];
        double lower = numbers.total() - law.count();
        for (int i = 0; i < out.length; i++) {
            if (random.nextDouble() < share) out[i] = draw(law, table, random);
            else {
                double rank = numbers.total() - Math.floor(random.nextDouble() * lower);
                out[i] = numbers.value[rankOf(numbers.above, law.first(), rank)];
            }
        }
        return out;
    }

    /** The last index whose count above is at least the rank. */
    private static int rankOf(double[] above, int end, double rank) {
        int low = 0;
        int high = end;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (above[middle] >= rank) low = middle;
            else high = middle;
        }
        return low;
    }

    /** P(X >= from + k). */
    private double[] table(PowerFit law) {
        double[] table = new double[TABLE + 1];
        double whole = support.norm(law.alpha(), law.from());
        double left = whole;
        for (int k = 0; k <= TABLE; k++) {
            table[k] = left / whole;
            double x = law.from() + k;
            left = x + 1.0 > support.to()
                    ? 0.0
                    : k % 64 == 63 ? support.norm(law.alpha(), x + 1.0) : left - Math.exp(-law.alpha() * Math.log(x));
        }
        return table;
    }

    /** One number of the law: the largest x with P(X >= x) >= u. */
    private double draw(PowerFit law, double[] table, RandomStream random) {
        double u = 1.0 - random.nextDouble();
        if (!support.integers()) {
            double b = 1.0 - law.alpha();
            if (Double.isInfinite(support.to())) return law.from() * Math.exp(Math.log(u) / b);
            double width = Math.log(support.to() / law.from());
            double whole = b * width;
            if (Math.abs(whole) < 1e-8) return law.from() * Math.exp((1.0 - u) * width);
            return law.from() * Math.exp(Math.log1p((1.0 - u) * Math.expm1(whole)) / b);
        }
        if (table[TABLE] < u) {
            int low = 0;
            int high = TABLE;
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (table[middle] >= u) low = middle;
                else high = middle;
            }
            return law.from() + low;
        }
        double whole = support.norm(law.alpha(), law.from());
        double low = law.from() + TABLE;
        double high = 2.0 * low;
        while (support.norm(law.alpha(), high) >= u * whole) {
            low = high;
            high *= 2.0;
        }
        while (high - low > 1.0) {
            double middle = Math.floor(0.5 * (low + high));
            if (middle <= low || middle >= high) break;
            if (support.norm(law.alpha(), middle) >= u * whole) low = middle;
            else high = middle;
        }
        return low;
    }

    /** Numbers of a law from a place on, alone. */
    public double[] sample(int n, double alpha, double from, RandomStream random) {
        PowerFit law = new PowerFit(alpha, 0.0, from, 0, n, 0.0);
        double[] table = support.integers() ? table(law) : new double[0];
        double[] out = new double[n];
        for (int i = 0; i < n; i++) out[i] = draw(law, table, random);
        return out;
    }

    /**
     * The share of drawn sets of numbers, each with a search for its own beginning where there was one, that lie farther from their law than the numbers do: small where they follow no power law.
     *
     * @param searched whether the beginning was looked for
     */
    public double chance(CountedValues numbers, PowerFit law, boolean searched, int draws, RandomStream random) {
        int beyond = 0;
        for (int k = 0; k < draws; k++) {
            CountedValues one = CountedValues.of(drawn(numbers, law, random));
            PowerFit found;
            if (searched) found = best(one);
            else {
                int first = one.from(law.from());
                found = first < one.value.length ? at(one, first, law.from()) : PowerFit.NONE;
            }
            if (found.distance() >= law.distance()) beyond++;
        }
        return (double) beyond / draws;
    }
}
