package rugged.theory.aging;

import java.util.List;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.Mixture;
import rugged.meanfield.Transition;
import rugged.meanfield.Transitions;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.theory.statics.CubicOverlap;
import rugged.theory.statics.TwoSpinSamples;

/**
 * Susceptibility N[&lt;q^2&gt;] of a pure glass of order 2 or 3 above its static transition, with the correction of order 1/N. From E[Z^n] for n to 0: the overlaps
 * x_ab = sqrt(N) q_ab of the replicas are Gaussian, with the cubic and quartic terms of their entropy and the cubic one of f(q) taken once. With b = 1/T,
 *
 * <pre>
 * order 3, Ising:      1 + 9 b^4/(2N)            couplings of distinct spins: x^3 - 3x at this order
 * order 3, spherical:  1 + 45 b^4/(4N)           all couplings: x^3
 * order 2, Ising:      1/(1 - b^2) - (w^3 + 2 w^4)/(b^4 N),            w = b^2/(1 - b^2)
 * order 2, spherical:  (v + (v^3 - 2 v^4)/M) N/M,                       M = N - 1, v = 1/(1 - b^2 N/M)
 * </pre>
 *
 * <p>The error given is seven times the square of the relative correction, or of 1/N where that is larger (the correction may be small by accident): the size of
 * the next order in exact sums over two annealed replicas and in exact samples of order 2 ({@link TwoSpinSamples}: 5.2/N^2 at T = 3). Nothing is given where the
 * correction is more than half of the leading term, or below T_s. Weights a of the mixture enter as b^2 a.
 *
 * <p>Beside it the energy, -b (f(1) - [&lt;f(q)&gt;]), an identity at every N: with that susceptibility for order 2, with {@link CubicOverlap} for order 3, whose
 * [&lt;f(q)&gt;] is of order 1/N^2, where its error is less than itself.
 *
 * <p>Source: own derivation by the method of Bray and Moore, J. Phys. C 12, 79 (1979); checked here against samplings at several N and T.
 */
@Named(
        value = "glass-corrections",
        title = "Susceptibility of a glass to order 1/N",
        doc = "Spin-glass susceptibility and energy in equilibrium above the static transition, with the first"
                + " finite-size correction. Orders 2 and 3, Ising or spherical.",
        source = "Bray and Moore, J. Phys. C 12, 79 (1979)",
        year = 1979,
        topics = {"spin-glass", "mean-field", "equilibrium", "finite size"})
public record GlassCorrections(
        @Param(doc = "covariance of the landscape: order 2 or order 3 alone", def = "3", symbol = "f")
        Mixture mixture,

        @Param(doc = "number of spins", symbol = "N", def = "64", min = 4)
        int n,

        @Param(doc = "temperatures", symbol = "T", unit = "J", def = "[1]", min = 0, above = true)
        List<Double> temperatures,

        @Param(doc = "Ising spins with distinct couplings, or the sphere with all of them", def = "spherical")
        Spins spins)
        implements TheorySpec {
    private static final double LARGEST = 0.5;
    private static final double NEXT = 7.0;

    /** What the spins are. */
    public enum Spins {
        /** s_i = +-1. */
        ISING,
        /** |s|^2 = N. */
        SPHERICAL
    }

    public GlassCorrections {
        temperatures = List.copyOf(temperatures);
        if (!mixture.pure() || mixture.highest() < 2 || mixture.highest() > 3)
            throw new BadParameter("mixture", mixture, "has no correction worked out", "order 2 or order 3 alone");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.LADDER_SUSCEPTIBILITY, Quantities.LADDER_ENERGY);
    }

    @Override
    public Validity validity() {
        return Validity.APPROXIMATE;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        Transition statical = Transitions.statical(mixture);
        double least = statical instanceof Transition.Absent ? 0.0 : statical.temperatureOrNaN();
        for (double t : temperatures) {
            boolean ising = spins == Spins.ISING;
            double square = mixture.weight(mixture.highest()) / (t * t);
            double[] chi = mixture.highest() == 2 ? second(square, ising) : third(square, ising);
            boolean usable = t > least && Math.abs(chi[1]) < LARGEST * chi[0];
            double value = usable ? chi[0] + chi[1] : Double.NaN;
            double relative = Math.max(Math.abs(chi[1]) / chi[0], 1.0 / n);
            double error = usable ? NEXT * relative * relative * chi[0] : Double.NaN;
            double[] energy = energy(square, value, error, ising, t > least);
            for (int k = 0; k < grid.size(); k++) {
                out.put(Quantities.LADDER_SUSCEPTIBILITY, Sink.ALL, value, error, grid.time(k), t);
                out.put(Quantities.LADDER_ENERGY, Sink.ALL, energy[0] * t, energy[1] * t, grid.time(k), t);
            }
        }
        return Solution.closedForm("to order 1/N");
    }

    private double[] third(double square, boolean ising) {
        double fourth = square * square;
        return new double[] {1.0, (ising ? 4.5 : 11.25) * fourth / n};
    }

    private double[] second(double square, boolean ising) {
        if (ising) {
            double w = square / (1.0 - square);
            return new double[] {1.0 / (1.0 - square), -w * w * w * (1.0 + 2.0 * w) / (square * square * n)};
        }
        double m = n - 1.0;
        double v = 1.0 / (1.0 - square * n / m);
        double leading = 1.0 / (1.0 - square);
        return new double[] {leading, (v + v * v * v * (1.0 - 2.0 * v) / m) * n / m - leading};
    }

    /** e/T and its error; f(1) of distinct couplings is smaller than 1/2. */
    private double[] energy(double square, double chi, double error, boolean ising, boolean above) {
        if (mixture.highest() == 2) return new double[] {-0.5 * square * (1.0 - chi / n), 0.5 * square * error / n};
        CubicOverlap overlap = ising ? CubicOverlap.ising(n, square) : CubicOverlap.spherical(n, square);
        if (!above || overlap.error() > overlap.mean()) return new double[] {Double.NaN, Double.NaN};
        double alone = ising ? 0.5 * (1.0 - 1.0 / n) * (1.0 - 2.0 / n) : 0.5;
        return new double[] {-square * (alone - overlap.mean()), square * overlap.error()};
    }
}
