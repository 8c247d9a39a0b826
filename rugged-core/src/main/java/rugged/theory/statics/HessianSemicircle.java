package rugged.theory.statics;

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
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.theory.GlassParameters;

/**
 * Density of the Hessian of the spherical p-spin glass at a point with multiplier mu: rho(lambda) = sqrt(R^2 - (lambda - mu)^2) 2/(pi R^2), R = 2
 * sqrt(f''(1)). A minimum is marginal when the lower edge is at 0, mu = R: so are those that a quench from a random start reaches in a pure model.
 */
@Named(
        value = "hessian-semicircle",
        title = "Semicircle of the p-spin Hessian",
        doc = "Density of eigenvalues of the Hessian of the spherical p-spin glass: a semicircle of radius 2"
                + " sqrt(f''(1)) about the multiplier mu.",
        source = "J. Kurchan and L. Laloux, J. Phys. A 29, 1929 (1996)",
        year = 1996,
        topics = {"spin-glass", "mean field", "curvature"})
public record HessianSemicircle(
        @Param(doc = "orders p and their variance weights", symbol = "f", def = "3")
        Mixture mixture,

        @GlassParameters.CovarianceScale double covarianceScale,

        @Param(
                doc = "multiplier mu about which it lies; inf stands for that of marginal minima, 2 sqrt(f''(1))",
                symbol = "\u03bc",
                def = "inf",
                reason = "a quench ends in marginal minima")
        double multiplier,

        @Param(doc = "standard deviation by which it is smoothed, like the measured density", def = "0", min = 0)
        double width,

        @Param(doc = "number of values from edge to edge", def = "161", min = 2, max = 100000)
        int points)
        implements TheorySpec {
    private static final int ANGLES = 2000;

    public HessianSemicircle {
        if (multiplier == Double.NEGATIVE_INFINITY)
            throw new BadParameter("multiplier", multiplier, "is no place", "a finite number, or inf");
        if (Double.isInfinite(width)) throw new BadParameter("width", width, "leaves no density", "a finite number");
        if (!(mixture.fSecond(1.0) > 0.0))
            throw new BadParameter("mixture", mixture, "is linear: its Hessian is 0", "an order of 2 or more");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.HESSIAN_DENSITY);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    /** R. */
    double radius() {
        return 2.0 * Math.sqrt(mixture.scaled(covarianceScale).fSecond(1.0));
    }

    /** rho at a distance from mu, smoothed. */
    double density(double distance) {
        double r = radius();
        if (width == 0.0)
            return Math.abs(distance) < r ? Math.sqrt(r * r - distance * distance) * 2.0 / (Math.PI * r * r) : 0.0;
        double sum = 0.0;
        for (int k = 0; k < ANGLES; k++) {
            double angle = Math.PI * ((k + 0.5) / ANGLES - 0.5);
            double z = (distance - r * Math.sin(angle)) / width;
            sum += Math.cos(angle) * Math.cos(angle) * Math.exp(-0.5 * z * z);
        }
        return sum * 2.0 / ANGLES / (width * Math.sqrt(2.0 * Math.PI));
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double r = radius();
        double mu = Double.isInfinite(multiplier) ? r : multiplier;
        double reach = r + 4.0 * width;
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k)) continue;
            for (int i = 0; i < points; i++) {
                double distance = reach * (2.0 * i / (points - 1.0) - 1.0);
                out.put(Quantities.HESSIAN_DENSITY, Sink.ALL, density(distance), 0.0, grid.time(k), mu + distance);
            }
        }
        return Solution.closedForm("closed form");
    }
}
