package rugged.theory.jamming;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;

/**
 * Exponents of forces and gaps at jamming in infinite dimension, of spheres and of the perceptron with negative margin, whose replica symmetry breaks without end. All follow from one number
 * kappa = 1.41574 of the scaling solution at jamming:
 *
 * <pre>
 * extended forces   P(f) ~ f^theta_e,    theta_e = (3 kappa - 4)/(2 - kappa)
 * localised forces  P(f) ~ f^theta_l,    theta_l = 1 - 2 gamma
 * gaps              rho(h) ~ h^-gamma,   gamma = (2 - kappa)/kappa = 1/(2 + theta_e)
 * </pre>
 *
 * <p>Localised are the forces on bucklers, particles with exactly d + 1 contacts; the perceptron has none. kappa carries an error of half of its last digit.
 *
 * <p>Source: Charbonneau, Kurchan, Parisi, Urbani and Zamponi, Nature Communications 5, 3725 (2014).
 */
@Named(
        value = "jamming-exponents",
        title = "Exponents at jamming",
        doc = "Exponents of small forces and gaps at jamming by mean field: extended and localised forces, gaps.",
        source = "Charbonneau, Kurchan, Parisi, Urbani and Zamponi, Nature Communications 5, 3725 (2014)",
        year = 2014,
        topics = {"jamming", "mean-field"})
public record JammingExponents() implements TheorySpec {
    private static final double KAPPA = 1.41574;
    private static final double KAPPA_ERROR = 5e-6;

    private static final Quantity SCALING =
            new Quantity("kappa", "\u03ba", "", List.of(), "exponent of the scaling solution at jamming");
    private static final Quantity EXTENDED =
            new Quantity("theta_e", "\u03b8_{e}", "", List.of(), "exponent of small extended forces");
    private static final Quantity LOCALISED =
            new Quantity("theta_l", "\u03b8_{l}", "", List.of(), "exponent of small forces on bucklers");
    private static final Quantity GAPS =
            new Quantity("gamma", "\u03b3", "", List.of(), "minus the exponent of small gaps");

    @Override
    public List<Quantity> quantities() {
        return List.of(SCALING, EXTENDED, LOCALISED, GAPS);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double gamma = (2.0 - KAPPA) / KAPPA;
        double left = 2.0 - KAPPA;
        out.put(SCALING, Sink.ALL, KAPPA, KAPPA_ERROR);
        out.put(EXTENDED, Sink.ALL, (3.0 * KAPPA - 4.0) / left, 2.0 * KAPPA_ERROR / (left * left));
        out.put(LOCALISED, Sink.ALL, 1.0 - 2.0 * gamma, 4.0 * KAPPA_ERROR / (KAPPA * KAPPA));
        out.put(GAPS, Sink.ALL, gamma, 2.0 * KAPPA_ERROR / (KAPPA * KAPPA));
        return Solution.closedForm("full breaking of replica symmetry, infinite dimension");
    }
}
