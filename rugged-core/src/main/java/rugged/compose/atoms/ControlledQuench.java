package rugged.compose.atoms;

import java.util.function.ToDoubleBiFunction;
import rugged.num.QuasiNewtonMemory;
import rugged.num.Vectors;
import rugged.num.kernel.Dots;

/**
 * L-BFGS with controlled steps in flat space, as is usual for clusters: memory 4, a first step of a tenth of the gradient, steps turned round where they lead uphill, cut to a length, and divided by ten while
 * the energy rises by more than 1e-4. Its own scratch: one thread.
 *
 * <p>Source: Wales, Energy Landscapes (2003), section 6.1.
 */
public final class ControlledQuench {
    private static final int MEMORY = 4;
    private static final double FIRST = 0.1;
    private static final double MOST_RISE = 1e-4;
    private static final int MOST_CUTS = 10;

    private final ToDoubleBiFunction<double[], double[]> energyAndGradient;
    private final double longest;
    private final double tolerance;
    private final int most;
    private final double[] g;
    private final double[] d;
    private final double[] trial;
    private final double[] trialG;
    private final Dots dots = new Dots();

    /**
     * @param energyAndGradient of x[N] into g[N], as {@code Landscape.energyAndGradient}
     * @param longest length of a step
     * @param tolerance |g|/sqrt(N) where it ends
     * @param most steps
     */
    public ControlledQuench(
            ToDoubleBiFunction<double[], double[]> energyAndGradient,
            int n,
            double longest,
            double tolerance,
            int most) {
        this.energyAndGradient = energyAndGradient;
        this.longest = longest;
        this.tolerance = tolerance;
        this.most = most;
        g = new double[n];
        d = new double[n];
        trial = new double[n];
        trialG = new double[n];
    }

    /** Moves x[N] downhill; returns whether it arrived. */
    public boolean run(double[] x) {
        QuasiNewtonMemory memory = new QuasiNewtonMemory(MEMORY, x.length);
        double energy = energyAndGradient.applyAsDouble(x, g);
        for (int step = 0; step < most; step++) {
            double square = dots.dot(g, g);
            if (!Double.isFinite(energy) || !Double.isFinite(square)) return false;
            if (Math.sqrt(square / x.length) <= tolerance) return true;
            Vectors.set(d, memory.empty() ? -FIRST : -1.0, g);
            memory.solve(d);
            double length = dots.norm(d);
            double factor = (dots.dot(d, g) > 0.0 ? -1.0 : 1.0) * Math.min(1.0, longest / length);
            double reached = cut(x, energy, factor);
            if (Double.isNaN(reached)) {
                if (memory.empty()) return false;
                memory.forget();
                continue;
            }
            energy = reached;
            for (int i = 0; i < x.length; i++) {
                d[i] = trial[i] - x[i];
                g[i] = trialG[i] - g[i];
                x[i] = trial[i];
            }
            memory.remember(d, g);
            System.arraycopy(trialG, 0, g, 0, x.length);
        }
        return Math.sqrt(dots.dot(g, g) / x.length) <= tolerance;
    }

    /** The energy where a step ends, shortened as it must be; NaN where none will do. */
    private double cut(double[] x, double energy, double factor) {
        double step = factor;
        for (int cut = 0; cut < MOST_CUTS; cut++) {
            for (int i = 0; i < x.length; i++) trial[i] = x[i] + step * d[i];
            double reached = energyAndGradient.applyAsDouble(trial, trialG);
            if (reached <= energy + MOST_RISE && Double.isFinite(dots.dot(trialG, trialG))) return reached;
            step *= 0.1;
        }
        return Double.NaN;
    }
}
