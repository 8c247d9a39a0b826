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
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The bipartite Sherrington-Kirkpatrick model for N to infinity at one temperature: the numbers of {@link SymmetricBipartiteSk} or of {@link FullBreakingBipartiteSk}, without axes. Couplings have the variance J^2/sqrt(N1 N2), so that T_c = J; energies are per spin of N = N1 + N2. AT is
 * (J/T)^4 int Dz sech^4 X1 int Dz sech^4 X2 of the replica-symmetric solution whatever the scheme. Replica symmetric to 1e-12; the full scheme with 40 levels takes two seconds, its errors are changes from half as many levels.
 *
 * <p>Source: Barra, Genovese and Guerra, J. Phys. A 44, 245002 (2011); Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018).
 */
@Named(
        value = "bipartite-sk",
        title = "Bipartite Sherrington-Kirkpatrick model at one temperature",
        doc = "Overlaps, free energy, energy and stability of the bipartite Sherrington-Kirkpatrick model, replica"
                + " symmetric or with full breaking.",
        source = "Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018)",
        year = 2018,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record BipartiteSkPoint(
        @SpinTheories.Kappa double kappa,

        @Param(doc = "temperature", symbol = "T", unit = "J", def = "0.5", min = 0, above = true)
        double temperature,

        @SpinTheories.FirstField double field1,
        @SpinTheories.SecondField double field2,

        @Param(
                doc = "both fields at once, in place of field1 and field2",
                symbol = "h_{1}, h_{2}",
                unit = "J",
                def = "[]")
        List<Double> fields,

        @SpinTheories.Coupling double coupling,

        @Param(doc = "rs (replica symmetric) or full (full breaking)", def = "full")
        SpinScheme scheme,

        @SpinTheories.Levels int layers)
        implements TheorySpec {
    private static final Quantity FIRST = SpinPoint.number(
            "q1", "q_{1}", "", "overlap of the spins of the first group; with full breaking its mean over x");
    private static final Quantity SECOND = SpinPoint.number("q2", "q_{2}", "", "the same of the second group");
    private static final Quantity FREE_ENERGY = SpinPoint.number("f", "f", "J", "free energy per spin of both groups");
    private static final Quantity ENERGY = SpinPoint.number("u", "u", "J", "energy per spin of both groups");
    private static final Quantity STABILITY = SpinPoint.number(
            "AT",
            "r",
            "",
            "(J/T)^{4} times both means of sech^{4} of fields over T: replica symmetry is stable where it is below 1");
    private static final Quantity LINE = SpinPoint.number(
            "h_AT",
            "h_{AT}",
            "J",
            "one field on both groups above which replica symmetry is stable at this temperature; 0 from T_c on");
    private static final Quantity FIRST_MOST =
            SpinPoint.number("q1_max", "q_{1}(1)", "", "largest overlap of the first group");
    private static final Quantity SECOND_MOST =
            SpinPoint.number("q2_max", "q_{2}(1)", "", "largest overlap of the second group");

    /** Checks the parameters together. */
    public BipartiteSkPoint {
        fields = List.copyOf(fields);
        SpinPoint.require(temperature, coupling, scheme);
        SpinTheories.requireFinite("field1", field1);
        SpinTheories.requireFinite("field2", field2);
        if (!fields.isEmpty() && fields.size() != 2)
            throw new BadParameter("fields", fields, "are not one for each group", "two numbers, [0.1, 0]");
        if (!fields.isEmpty() && (field1 != 0.0 || field2 != 0.0))
            throw new BadParameter("fields", fields, "are given beside field1 or field2", "one of both");
        for (double field : fields) SpinTheories.requireFinite("fields", field);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(FIRST, SECOND, FREE_ENERGY, ENERGY, STABILITY, LINE, FIRST_MOST, SECOND_MOST);
    }

    @Override
    public Validity validity() {
        return scheme == SpinScheme.RS ? Validity.REPLICA_SYMMETRIC : Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        SymmetricSpins.Groups groups = new SymmetricSpins.Groups(
                kappa,
                coupling,
                fields.isEmpty() ? field1 : fields.getFirst(),
                fields.isEmpty() ? field2 : fields.getLast());
        SpinPoint of = SpinPoint.of(temperature, groups, scheme, layers);
        SpinPoint.put(out, FIRST, of.first());
        SpinPoint.put(out, SECOND, of.second());
        SpinPoint.put(out, FREE_ENERGY, of.freeEnergy());
        SpinPoint.put(out, ENERGY, of.energy());
        out.put(STABILITY, Sink.ALL, of.instability(), 0.0);
        out.put(LINE, Sink.ALL, of.line(), 0.0);
        SpinPoint.put(out, FIRST_MOST, of.firstMost());
        SpinPoint.put(out, SECOND_MOST, of.secondMost());
        return of.how();
    }
}
