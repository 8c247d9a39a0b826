package rugged.observable.curvature;

import java.util.List;
import java.util.Locale;
import rugged.api.Quantities;
import rugged.api.Quantity;

/**
 * The quantities of a {@link Spectrum}.
 *
 * @param operator whose spectrum it is
 */
public record SpectrumQuantities(Operator operator) {
    private static final List<String> TIME = List.of("t");

    /** Density of eigenvalues. */
    public Quantity density() {
        Quantity hessian = Quantities.HESSIAN_DENSITY;
        if (operator == Operator.HESSIAN) return hessian;
        return quantity(
                hessian.name(),
                hessian.symbol(),
                hessian.axes(),
                hessian.definition().replace("the Hessian", "%s"));
    }

    /** The largest eigenvalues. */
    public Quantity top() {
        return quantity("top", "\u03bb_{k}", List.of("t", "k"), "k-th largest eigenvalue of %s, repeated ones counted");
    }

    /** The smallest eigenvalues. */
    public Quantity bottom() {
        return quantity(
                "bottom", "\u03bb_{M-k+1}", List.of("t", "k"), "k-th smallest eigenvalue of %s, repeated ones counted");
    }

    /** Residual. */
    public Quantity residual() {
        return quantity(
                "residual",
                "|Au - \u03bbu|",
                TIME,
                "largest residual of the eigenvalues given at the ends of %s: there is one within this distance of"
                        + " each");
    }

    /** Convergence. */
    public Quantity converged() {
        return quantity(
                "converged",
                "n_{c}",
                TIME,
                "eigenvalues at both ends of %s that have converged and are known to be those in their place, repeated"
                        + " ones counted");
    }

    /** Trace. */
    public Quantity trace() {
        return quantity("trace", "tr " + operator.symbol(), TIME, "sum of the eigenvalues of %s");
    }

    /** Trace of the square. */
    public Quantity square() {
        return quantity("trace2", "tr " + operator.symbol() + "^{2}", TIME, "sum of the squared eigenvalues of %s");
    }

    /** Negative eigenvalues. */
    public Quantity negative() {
        return quantity("negative", "n_{-}", TIME, "number of negative eigenvalues of %s");
    }

    /** Zero modes. */
    public Quantity zero() {
        return quantity(
                "zero",
                "n_{0}",
                TIME,
                "number of eigenvalues of %s that cannot be told from 0, within 1e-8 of the largest");
    }

    /** Clearly negative eigenvalues. */
    public Quantity down() {
        return quantity("down", "n_{<0}", TIME, "number of eigenvalues of %s below -\u03bb_{max}/1000");
    }

    /** Flat directions. */
    public Quantity flat() {
        return quantity("flat", "n_{0}/M", TIME, "fraction of eigenvalues of %s within \u03bb_{max}/1000 of 0");
    }

    /** Participation ratio of eigenvectors. */
    public Quantity participation() {
        return quantity(
                "participation",
                "P_{k}",
                List.of("t", "k"),
                "1/(N \u03a3_{i} u_{i}^{4}) for the eigenvector of the k-th largest eigenvalue of %s");
    }

    /** Overlap of top subspaces. */
    public Quantity overlap() {
        return quantity(
                "top_overlap",
                "O(t, t_{w})",
                List.of("t", "tw"),
                "overlap (1/K) \u03a3_{kl} (u_{k}(t) \u00b7 u_{l}(t_{w}))^{2} of the spaces of the largest eigenvalues"
                        + " of %s");
    }

    private Quantity quantity(String name, String symbol, List<String> axes, String definition) {
        return new Quantity(
                name + operator.suffix(), symbol, "", axes, String.format(Locale.ROOT, definition, operator.phrase()));
    }

    /** All of them. */
    public List<Quantity> all() {
        return List.of(
                density(),
                top(),
                bottom(),
                residual(),
                converged(),
                trace(),
                square(),
                negative(),
                zero(),
                down(),
                flat(),
                participation(),
                overlap());
    }
}
