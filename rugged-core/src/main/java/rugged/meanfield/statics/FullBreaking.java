package rugged.meanfield.statics;

import rugged.num.FixedPointMixing;
import rugged.params.BadParameter;

/**
 * Statics of Ising spins with full replica symmetry breaking, by Parisi's equations on K + 1 levels ({@link ParisiLayers}) with breaking points x_i = (i + 1/2)/K: q_a(x) = q_a[i+1] between x_i and
 * x_{i+1}. Two groups with couplings of variance J^2/sqrt(N1 N2), kappa = sqrt(N2/N1): the variances between levels are J^2 kappa (q2[i+1] - q2[i]) for the first and J^2 (q1[i+1] - q1[i])/kappa for the
 * second, and
 *
 * <pre>
 * u = -beta J^2 sqrt(n1 n2) (1 - I) - sum_a n_a h_a m_a,      I = int_0^1 q1 q2 dx
 * f = -(beta J^2 sqrt(n1 n2)/2)(1 - q1(1) - q2(1) + I) - T sum_a n_a int P_0 phi_0
 * </pre>
 *
 * <p>The Sherrington-Kirkpatrick model is one group that acts on itself: kappa = 1 with one pass for both. Levels are of second order in 1/K: free energies of K = 40 are right to 1e-5 J, energies to 5e-5 J, q(1) to 1e-2.
 *
 * <p>Parisi, J. Phys. A 13, L115 (1980); Crisanti and Rizzo, Phys. Rev. E 65, 046137 (2002).
 *
 * @param x K breaking points
 * @param first q1[K+1]
 * @param second q2[K+1]
 * @param sweeps iterations done
 * @param residual the largest change of an overlap in the last of them
 */
public record FullBreaking(
        double[] x, double[] first, double[] second, double freeEnergy, double energy, int sweeps, double residual) {
    /** What no mass of local fields should lie beyond, times the strength of the couplings. */
    public static final double WINDOW = 8;

    /** Points of the grid of local fields to a unit of them. */
    private static final double POINTS = 40;

    private static final double CLOSE = 1e-7;
    private static final int MOST = 1000;
    private static final int DEPTH = 6;
    private static final double ENOUGH = 1e-6;
    private static final double LEAK = 1e-6;

    /** Lowest temperature over J: below, exp(beta y) leaves the range of numbers in the tails. */
    public static final double COLDEST = 0.02;

    /** Solves them on an even grid of K breaking points, at the usual resolution in fields. */
    public static FullBreaking at(double temperature, SymmetricSpins.Groups groups, int layers, double window) {
        double[] x = new double[layers];
        for (int i = 0; i < layers; i++) x[i] = (i + 0.5) / layers;
        int half = (int) Math.ceil(window * POINTS);
        return at(temperature, groups, x, window, 2 * half + 1);
    }

    /**
     * Solves them.
     *
     * @param x breaking points
     * @param window half the width of the grid of fields, in units of the strength of the couplings
     * @param points of the grid, odd
     */
    public static FullBreaking at(
            double temperature, SymmetricSpins.Groups groups, double[] x, double window, int points) {
        Iteration iteration = new Iteration(temperature, groups, x, window, points);
        iteration.start(SymmetricSpins.at(temperature, groups));
        FixedPointMixing mixing = new FixedPointMixing(x.length + 1, DEPTH);
        double change = Double.POSITIVE_INFINITY;
        int sweeps = 0;
        while (change > CLOSE && sweeps < MOST) {
            change = iteration.sweep(mixing);
            sweeps++;
        }
        double leak = iteration.settle();
        if (leak > LEAK)
            throw new BadParameter(
                    "window",
                    window,
                    "leaves a mass of " + leak + " of local fields beyond 0.8 of it",
                    "a larger window");
        return iteration.found(sweeps, change);
    }

    /** Overlaps under way, those of the second group as the unknown of a fixed point: from them follow those of the first, and from these the second anew. */
    private static final class Iteration {
        private final double temperature;
        private final SymmetricSpins.Groups groups;
        private final double[] x;
        private final boolean alike;
        /** Whether there is no field: then the outermost overlap is 0. */
        private final boolean free;

        private final ParisiLayers one;
        private final ParisiLayers two;
        private final double[] q1;
        private final double[] q2;
        private final double[] found;
        private final double[] variances;

        Iteration(double temperature, SymmetricSpins.Groups groups, double[] x, double window, int points) {
            this.temperature = temperature;
            this.groups = groups;
            this.x = x;
            alike = groups.kappa() == 1 && groups.field1() == groups.field2();
            free = groups.field1() == 0 && groups.field2() == 0;
            double strength = groups.coupling() * window;
            double root = Math.sqrt(groups.kappa());
            one = new ParisiLayers(temperature, x, groups.field1(), strength * root, points);
            two = alike ? one : new ParisiLayers(temperature, x, groups.field2(), strength / root, points);
            q1 = new double[x.length + 1];
            q2 = new double[x.length + 1];
            found = new double[x.length + 1];
            variances = new double[x.length + 1];
        }

        void start(SymmetricSpins of) {
            for (int i = 0; i < q1.length; i++) {
                // what is flat stays flat, stable or not
                double rise = Math.min(1, 1.5 * i / x.length);
                double share = free ? rise : 0.6 + 0.4 * rise;
                q1[i] = share * of.first();
                q2[i] = share * of.second();
            }
        }

        /** One turn; returns the largest change of an overlap that it asks for. */
        double sweep(FixedPointMixing mixing) {
            passFirst();
            take(one.overlaps(), q1, free);
            if (!alike) {
                passSecond();
                take(two.overlaps(), found, free);
            }
            double change = mixing.next(q2, alike ? q1 : found);
            take(q2.clone(), q2, free);
            return change;
        }

        private void passFirst() {
            between(square() * groups.kappa(), q2, variances);
            one.pass(variances);
        }

        private void passSecond() {
            between(square() / groups.kappa(), q1, variances);
            two.pass(variances);
        }

        private double square() {
            return groups.coupling() * groups.coupling();
        }

        /**
         * The free energy is stationary in the overlaps that its fields are made of: with these its error is of second order. Returns the mass of fields near the ends of the grid.
         */
        double settle() {
            passFirst();
            if (alike) System.arraycopy(q2, 0, q1, 0, q2.length);
            else passSecond();
            return Math.max(one.outside(), two.outside());
        }

        FullBreaking found(int sweeps, double change) {
            FullBreaking of = new FullBreaking(x, q1, q2, 0, 0, sweeps, change);
            double n1 = groups.n1();
            double n2 = 1 - n1;
            double strength = square() * groups.both() / temperature;
            double product = of.mean((a, b) -> a * b);
            int last = x.length;
            double energy = -strength * (1 - product)
                    - n1 * groups.field1() * one.magnetisation()
                    - n2 * groups.field2() * two.magnetisation();
            double freeEnergy = -0.5 * strength * (1 - q1[last] - q2[last] + product)
                    - temperature * (n1 * one.mean() + n2 * two.mean());
            return new FullBreaking(x, q1, q2, freeEnergy, energy, sweeps, change);
        }
    }

    /** Variances between levels: that of the outermost field first. */
    private static void between(double scale, double[] q, double[] variances) {
        variances[0] = scale * q[0];
        for (int i = 1; i < q.length; i++) variances[i] = scale * (q[i] - q[i - 1]);
    }

    /** Overlaps increase from level to level; without field the outermost is 0. */
    private static void take(double[] found, double[] q, boolean free) {
        for (int i = 0; i < q.length; i++) {
            q[i] = free && i == 0 ? 0 : found[i];
            if (i > 0) q[i] = Math.clamp(q[i], q[i - 1], 1);
        }
    }

    /** int_0^1 function(q1(x), q2(x)) dx. */
    public double mean(java.util.function.DoubleBinaryOperator function) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            double from = i == 0 ? 0 : x[i - 1];
            double to = i == x.length ? 1 : x[i];
            sum += (to - from) * function.applyAsDouble(first[i], second[i]);
        }
        return sum;
    }

    /** Whether the iteration arrived. */
    public boolean converged() {
        return residual <= ENOUGH;
    }

    /**
     * x(q), the share of pairs of replicas whose overlap n1 q1 + n2 q2 is below q &gt; 0: the inverse of q(x), between levels by straight lines. Its derivative is P(|q|); it jumps to 1 at q(1).
     */
    public double share(double q, SymmetricSpins.Groups groups) {
        int last = first.length - 1;
        if (q > overlap(last, groups)) return 1;
        int i = 0;
        while (i < last && overlap(i + 1, groups) < q) i++;
        double low = overlap(i, groups);
        double step = i == last ? 0 : overlap(i + 1, groups) - low;
        return (i + (step > 0 ? Math.clamp((q - low) / step, 0.0, 1.0) : 0.0)) / last;
    }

    private double overlap(int i, SymmetricSpins.Groups groups) {
        return groups.n1() * first[i] + (1 - groups.n1()) * second[i];
    }
}
