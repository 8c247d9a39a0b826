package rugged.theory.statics;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.statics.SymmetricSpins;
import rugged.params.Param;

/**
 * The Sherrington-Kirkpatrick model for N to infinity at one temperature: the numbers of {@link SymmetricSk} or of {@link FullBreakingSk}, without axes. Energies are per spin. AT is (J/T)^2 int Dz sech^4 X, X = (J sqrt(q) z + h)/T, of the replica-symmetric solution whatever the scheme:
 * above 1 that is unstable and the full scheme is what is there. Replica symmetric to 1e-12; the full scheme with 40 levels to 1e-5 J in f, 5e-5 J in u and 1e-2 in q(1), with errors that are changes from half as many levels; a second.
 *
 * <p>Source: Sherrington and Kirkpatrick, Phys. Rev. Lett. 35, 1792 (1975); de Almeida and Thouless, J. Phys. A 11, 983 (1978); Parisi, J. Phys. A 13, L115 (1980).
 */
@Named(
        value = "sk",
        title = "Sherrington-Kirkpatrick model at one temperature",
        doc = "Overlap, free energy, energy and stability of the Sherrington-Kirkpatrick model, replica symmetric or"
                + " with full breaking.",
        source = "Parisi, J. Phys. A 13, L115 (1980)",
        year = 1980,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record SkPoint(
        @Param(doc = "temperature", symbol = "T", unit = "J", def = "0.5", min = 0, above = true)
        double temperature,

        @SpinTheories.Field double field,
        @SpinTheories.Coupling double coupling,
        @SpinTheories.Mean double mean,

        @Param(doc = "rs (replica symmetric) or full (full breaking)", def = "full")
        SpinScheme scheme,

        @SpinTheories.Levels int layers)
        implements TheorySpec {
    private static final Quantity OVERLAP = SpinPoint.number(
            "q", "q", "", "overlap of two replicas; with full breaking its mean, the integral of q(x) from 0 to 1");
    private static final Quantity FREE_ENERGY = SpinPoint.number("f", "f", "J", "free energy per spin");
    private static final Quantity ENERGY = SpinPoint.number("u", "u", "J", "energy per spin");
    private static final Quantity STABILITY = SpinPoint.number(
            "AT",
            "r",
            "",
            "(J/T)^{2} times the mean of sech^{4} of fields over T: replica symmetry is stable where it is below 1");
    private static final Quantity LINE = SpinPoint.number(
            "h_AT", "h_{AT}", "J", "field above which replica symmetry is stable at this temperature; 0 from T_c on");
    private static final Quantity LARGEST = SpinPoint.number("q_max", "q(1)", "", "largest overlap");

    /** Checks the parameters together. */
    public SkPoint {
        SpinPoint.require(temperature, coupling, scheme);
        SpinTheories.requireFinite("field", field);
        SpinTheories.requireCentred(mean);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(OVERLAP, FREE_ENERGY, ENERGY, STABILITY, LINE, LARGEST);
    }

    @Override
    public Validity validity() {
        return scheme == SpinScheme.RS ? Validity.REPLICA_SYMMETRIC : Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        SymmetricSpins.Groups groups = new SymmetricSpins.Groups(1, coupling, field, field);
        SpinPoint of = SpinPoint.of(temperature, groups, scheme, layers);
        SpinPoint.put(out, OVERLAP, of.first());
        SpinPoint.put(out, FREE_ENERGY, of.freeEnergy());
        SpinPoint.put(out, ENERGY, of.energy());
        // two groups of one size go through the model twice
        out.put(STABILITY, Sink.ALL, Math.sqrt(of.instability()), 0.0);
        out.put(LINE, Sink.ALL, of.line(), 0.0);
        SpinPoint.put(out, LARGEST, of.firstMost());
        return of.how();
    }
}
