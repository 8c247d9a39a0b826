package rugged.study;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Catalogue;
import rugged.params.Param;
import rugged.params.Problem;
import rugged.params.Problems;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** What the tests of this package plan with: a machine that is the same everywhere, and landscapes that fit nothing or everything. */
final class Desk {
    private Desk() {}

    static final Machine MACHINE = new Machine(1L << 30, 16L << 30, 2, 1e10, 4e9, 100_000);

    /** A part of the catalogue that does not grow, so that lists of names in messages stay what they are. */
    static final Catalogue CATALOGUE = catalogue(
            "desk-heavy",
            "desk-spins",
            "pspin",
            "gradient-flow",
            "heat-bath",
            "langevin",
            "metropolis",
            "correlation",
            "energy",
            "memory",
            "multiplier",
            "gradient-norm",
            "replica-overlap",
            "response",
            "anneal",
            "quench",
            "waiting-times",
            "file",
            "planted",
            "random",
            "annealed-energy",
            "p2-gradient-flow",
            "short-time");

    private static Catalogue catalogue(String... names) {
        List<Catalogue.Entry> entries = Catalogue.standard().entries().stream()
                .filter(entry -> List.of(names).contains(entry.name()))
                .toList();
        return Catalogue.empty().with(entries, new Problems());
    }

    static Checked check(Request request) {
        return Planner.check(request, CATALOGUE, MACHINE);
    }

    static Checked check(String text) {
        return check(Request.of("s.yaml", text));
    }

    static Plan plan(Request request) {
        Checked checked = check(request);
        return checked.plan().orElseThrow(() -> new AssertionError(checked.said()));
    }

    static Plan plan(String text) {
        return plan(Request.of("s.yaml", text));
    }

    static List<String> said(Request request) {
        return check(request).problems().stream().map(Problem::toString).toList();
    }

    static List<String> said(String text) {
        return said(Request.of("s.yaml", text));
    }

    /** A study that is in order, one section a line: line 2 the landscape, 3 the dynamics, 4 the protocol, 5 what is observed. */
    static String study(String landscape, String dynamics, String protocol, String observe, String... further) {
        return "study: test\nlandscape: " + landscape + "\ndynamics: " + dynamics + "\nprotocol: " + protocol
                + "\nobserve: " + observe + "\n" + String.join("\n", further);
    }

    /** With a landscape of one's choice. */
    static String on(String landscape) {
        return study(landscape, "langevin", "{ is: quench, until: 1 }", "[energy]");
    }

    /** Spins without a gradient. */
    @Named(value = "desk-spins", title = "Spins without energy")
    record Spins(
            @Param(doc = "number of spins", def = "4", min = 1, max = 100)
            int n,

            @Param(doc = "seed", def = "1") long seed)
            implements LandscapeSpec {
        @Override
        public SpinLandscape build() {
            throw new AssertionError("planning builds nothing");
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.SPINS, Need.LOCAL_MOVES);
        }
    }

    enum Storage {
        PACKED,
        ON_THE_FLY
    }

    /** Needs 1 MiB a spin when packed; refuses to say what 13 spins cost. */
    @Named(value = "desk-heavy", title = "A heavy landscape")
    record Heavy(
            @Param(doc = "number of spins", def = "4", min = 2, max = 1000000)
            int n,

            @Param(doc = "storage", def = "packed") Storage storage,
            @Param(doc = "inner", def = "{ word: a }") Inner inner)
            implements LandscapeSpec {
        @Override
        public Model build() {
            throw new AssertionError("planning builds nothing");
        }

        @Override
        public Cost cost() {
            if (n == 13) throw new BadParameter("n", n, "is unlucky", "another number");
            if (n == 14) throw new ArithmeticException("no luck either");
            double memory = storage == Storage.PACKED ? n * 0x1.0p20 : 64.0 * n;
            return new Cost(memory, memory, n);
        }
    }

    record Inner(
            @Param(doc = "word") String word,
            @Param(doc = "seed", def = "7") long seed) {}
}
