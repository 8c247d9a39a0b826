package rugged.theory.statics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.statics.LayeredStatics;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Layered Boltzmann machine for n to infinity with replica symmetry ({@link LayeredStatics}): its critical points in closed form, T = 2 J0 cos(pi/(L+1)) towards a ferromagnet and T = J sqrt(2 cos(pi/(L+1))) towards a glass, the
 * higher of which is the transition of the paramagnet; and magnetisations, overlaps and energy at temperatures, from all spins up and from small values. Without random part (J = 0) it is naive mean field, and exact.
 *
 * <p>Magnetisations are right to 1e-9 but within 1e-3 of a transition, where the equations settle slowly; the report names temperatures at which they did not settle, and those at which replica symmetry is unstable.
 */
@Named(
        value = "layered-critical",
        title = "Layered Boltzmann machine, mean field",
        doc = "Critical points of layers of spins in closed form; magnetisation, overlap and energy with replica"
                + " symmetry, from all spins up and from small values.",
        source = "Oprisa and Toth, arXiv:1702.08039 (2017), for the machine; mean field of a path of layers",
        year = 2017,
        topics = {"spin-glass", "mean-field", "equilibrium", "criticality"})
public record LayeredCritical(
        @Param(doc = "number of layers", symbol = "L", def = "3", min = 2, max = 1000)
        int layers,

        @Param(
                doc = "ferromagnetic part: couplings have the mean J0/n",
                symbol = "J_{0}",
                unit = "J",
                def = "1",
                min = 0)
        double mean,

        @Param(
                doc = "scale of their random part, of variance J^2/n",
                symbol = "J",
                unit = "J",
                def = "0",
                min = 0,
                reason = "all couplings alike")
        double coupling,

        @SpinTheories.Field double field,
        @SpinTheories.Temperatures List<Double> temperatures)
        implements TheorySpec {
    private static final double SMALL = 1e-3;
    private static final double SETTLED = 1e-9;

    private static final Quantity FERROMAGNETIC =
            number("T_c", "T_{c}", "J", "temperature at which the paramagnet becomes unstable towards a ferromagnet");
    private static final Quantity FERROMAGNETIC_BETA = number("beta_c", "\u03b2_{c}", "1/J", "1/T_c");
    private static final Quantity GLASSY =
            number("T_g", "T_{g}", "J", "temperature at which the paramagnet becomes unstable towards a glass");
    private static final Quantity GLASSY_BETA = number("beta_g", "\u03b2_{g}", "1/J", "1/T_g");
    private static final Quantity FROM_SMALL = new Quantity(
            "m_small_T", "m", "", List.of("T_k"), "mean magnetisation that is reached from 0.001 on all layers");
    private static final Quantity LAYER = new Quantity(
            "m_layer_T", "m_{l}", "", List.of("T_k", "layer"), "magnetisation of a layer, counted from 1, from all up");

    private static Quantity number(String name, String symbol, String unit, String definition) {
        return new Quantity(name, symbol, unit, List.of(), definition);
    }

    public LayeredCritical {
        temperatures = List.copyOf(temperatures);
        if (!(mean >= 0) || Double.isInfinite(mean))
            throw new BadParameter(
                    "mean", mean, "is not covered", "a number from 0 on: turn over every other layer for others");
        SpinTheories.requireFinite("coupling", coupling);
        SpinTheories.requireFinite("field", field);
        SpinTheories.requireTemperatures(temperatures, SpinTheories.COLDEST * coupling);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                FERROMAGNETIC,
                FERROMAGNETIC_BETA,
                GLASSY,
                GLASSY_BETA,
                Quantities.LADDER_MAGNETISATION,
                FROM_SMALL,
                LAYER,
                SpinTheories.OVERLAP,
                SpinTheories.FREE_ENERGY,
                Quantities.LADDER_ENERGY,
                SpinTheories.INSTABILITY);
    }

    @Override
    public Validity validity() {
        return Validity.REPLICA_SYMMETRIC;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        LayeredStatics.Net net = new LayeredStatics.Net(layers, mean, coupling, field);
        putPoint(out, FERROMAGNETIC, FERROMAGNETIC_BETA, net.ferromagnetic());
        putPoint(out, GLASSY, GLASSY_BETA, net.glassy());
        List<Double> unstable = new ArrayList<>();
        List<Double> unsettled = new ArrayList<>();
        int rounds = 0;
        for (double t : temperatures) {
            LayeredStatics of = LayeredStatics.at(t, net, 1);
            LayeredStatics small = LayeredStatics.at(t, net, SMALL);
            rounds += of.rounds() + small.rounds();
            if (of.instability() > 1 && coupling > 0) unstable.add(t);
            if (Math.max(of.change(), small.change()) > SETTLED) unsettled.add(t);
            put(grid, out, t, of, small);
        }
        String branch = coupling == 0 ? "mean field, exact" : "replica symmetric";
        if (!unstable.isEmpty()) branch += "; unstable, and no more than an approximation, at T = " + words(unstable);
        if (!unsettled.isEmpty()) branch += "; did not settle to 1e-9 at T = " + words(unsettled);
        return new Solution(true, rounds, unsettled.isEmpty() ? SETTLED : Double.NaN, branch);
    }

    /** Nothing where there is no transition. */
    private static void putPoint(Sink out, Quantity temperature, Quantity beta, double value) {
        if (!(value > 0)) return;
        out.put(temperature, Sink.ALL, value, 0.0);
        out.put(beta, Sink.ALL, 1 / value, 0.0);
    }

    private static void put(Schedule grid, Sink out, double t, LayeredStatics of, LayeredStatics small) {
        for (int k = 0; k < grid.size(); k++)
            if (grid.single(k))
                out.put(Quantities.LADDER_MAGNETISATION, Sink.ALL, of.magnetisation(), of.change(), grid.time(k), t);
        SpinTheories.put(out, FROM_SMALL, small.magnetisation(), small.change(), t);
        double[] m = of.magnetisations();
        for (int l = 0; l < m.length; l++) out.put(LAYER, Sink.ALL, m[l], of.change(), t, l + 1.0);
        SpinTheories.put(out, SpinTheories.OVERLAP, of.overlap(), of.change(), t);
        SpinTheories.put(out, SpinTheories.FREE_ENERGY, of.freeEnergy(), 0, t);
        SpinTheories.putEnergy(grid, out, of.energy(), 0, t);
        SpinTheories.put(out, SpinTheories.INSTABILITY, of.instability(), 0, t);
    }

    private static String words(List<Double> temperatures) {
        return String.join(
                ", ",
                temperatures.stream()
                        .map(t -> String.format(Locale.ROOT, "%.6g", t))
                        .toList());
    }
}
