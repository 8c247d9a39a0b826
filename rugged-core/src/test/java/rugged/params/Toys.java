package rugged.params;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.index.Named;

/** Specs of a kind of their own, with a parameter of every type. */
final class Toys {
    private Toys() {}

    static final Catalogue CATALOGUE = catalogue();

    private static Catalogue catalogue() {
        Problems problems = new Problems();
        Catalogue all = Catalogue.empty()
                .with(
                        List.of(Chain.class, Point.class, Everything.class).stream()
                                .map(type -> Catalogue.entry(type, "", "").orElseThrow())
                                .toList(),
                        problems);
        if (!problems.none()) throw new AssertionError(problems.list());
        return all;
    }

    @Kind("toy")
    interface Toy extends Spec {}

    enum Ends {
        FREE,
        HELD_FAST
    }

    record Weight(double value) {
        static Weight parse(String text) {
            if (!text.endsWith("kg")) throw new BadParameter("weight", text, "has no unit", "write 3kg");
            return new Weight(Double.parseDouble(text.substring(0, text.length() - 2)));
        }

        @Override
        public String toString() {
            return Numbers.text(value) + "kg";
        }
    }

    @Named(value = "point", title = "A point", topics = "small", year = 1687)
    record Point() implements Toy {}

    @Named(
            value = "chain",
            title = "A chain",
            doc = "Beads on a line.",
            source = "Somebody (1950)",
            topics = {"small", "glassy"},
            year = 1950)
    record Chain(
            @Param(doc = "number of beads", symbol = "N", min = 4, max = 4096)
            int n,

            @Param(
                    doc = "temperature",
                    symbol = "T",
                    unit = "J",
                    def = "0.5",
                    min = 0,
                    above = true,
                    reason = "warm enough")
            double temperature,

            @Param(doc = "how far", def = "inf", min = 0) double reach,
            @Param(doc = "ends", def = "free") Ends ends,
            @Param(doc = "seed", def = "1") long seed)
            implements Toy {
        Chain {
            if (ends == Ends.HELD_FAST && n < 6)
                throw new BadParameter("chain.n", n, "too short to hold fast", "n >= 6 for held-fast ends");
            if (seed == 13) throw new IllegalArgumentException("unlucky");
        }
    }

    record Extra(
            @Param(doc = "a", def = "1") int a,
            @Param(doc = "b") String b) {}

    @Named(value = "everything", title = "All types")
    record Everything(
            @Param(doc = "flag", def = "true") boolean flag,
            @Param(doc = "text", def = "''") String text,
            @Param(doc = "weight", def = "2kg") Weight weight,
            @Param(doc = "lags", def = "[1, 2.5]", min = 0) List<Double> lags,
            @Param(doc = "within", def = "point") Toy within,

            @Param(doc = "beside", def = "[point, { is: chain, n: 8 }]")
            List<Toy> beside,

            @Param(doc = "extra", def = "{ b: word }") Extra extra,
            @Param(doc = "where", def = "{}") Map<String, Double> where,
            @Param(doc = "limit", min = 1) Optional<Integer> limit)
            implements Toy {}
}
