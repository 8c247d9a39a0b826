package rugged.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.params.Toys.Chain;
import rugged.params.Toys.Ends;
import rugged.params.Toys.Everything;
import rugged.params.Toys.Toy;

class BinderTest {
    private final Problems problems = new Problems();

    private Optional<Toy> bind(String text) {
        return Yaml.read("s.yaml", text, problems)
                .flatMap(node -> new SpecBinder(Toys.CATALOGUE, problems).spec(Toy.class, node, "toy"));
    }

    private List<String> said() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void fillsDefaults() {
        assertThat(bind("{ is: chain, n: 2e3 }"))
                .contains(new Chain(2000, 0.5, Double.POSITIVE_INFINITY, Ends.FREE, 1L));
        assertThat(said()).isEmpty();
    }

    /** A margin, which others call kappa. */
    private record Margin(
            @Param(doc = "margin", also = "kappa", def = "0")
            double margin) {}

    @Test
    void aSecondKeyStandsForTheFirst() {
        assertThat(margin("{ kappa: 2 }")).contains(new Margin(2.0));
        assertThat(margin("{ margin: 3 }")).contains(new Margin(3.0));
        assertThat(said()).isEmpty();
        assertThat(margin("{ kappa: 2, margin: 3 }")).isEmpty();
        assertThat(said())
                .containsExactly("s.yaml:1:3: m.kappa: is another name of margin, which is given as well; keep one of"
                        + " them");
    }

    @Test
    void theSchemaAdmitsASecondKey() {
        Map<String, Object> schema = JsonSchema.of(Schema.of(Margin.class));
        assertThat(schema.get("patternProperties")).asString().contains("^kappa$");
        assertThat(schema.get("properties")).asString().contains("x-also=kappa");
        assertThat(Schema.of(Margin.class).parameters().getFirst().description())
                .isEqualTo("margin (or kappa)");
    }

    /** A measure of distance, which others call by other words. */
    private enum Distance {
        @Param.Also("manhattan")
        CITY_BLOCK,
        EUCLIDEAN
    }

    private record Measured(
            @Param(doc = "distance", def = "euclidean") Distance distance) {}

    @Test
    void aChoiceMayHaveASecondWord() {
        SpecBinder binder = new SpecBinder(Toys.CATALOGUE, problems);
        for (String word : List.of("manhattan", "city-block"))
            assertThat(Yaml.read("s.yaml", "{ distance: " + word + " }", problems)
                            .flatMap(node -> binder.block(Measured.class, node, "m")))
                    .contains(new Measured(Distance.CITY_BLOCK));
        assertThat(said()).isEmpty();
        assertThat(JsonSchema.of(Schema.of(Measured.class)).get("properties"))
                .asString()
                .contains("[city-block, euclidean, manhattan]");
    }

    private Optional<Margin> margin(String text) {
        return Yaml.read("s.yaml", text, problems)
                .flatMap(node -> new SpecBinder(Toys.CATALOGUE, problems).block(Margin.class, node, "m"));
    }

    @Test
    void readsABareName() {
        assertThat(bind("point")).contains(new Toys.Point());
        assertThat(said()).isEmpty();
    }

    @Test
    void readsEveryType() {
        Toy all = bind("{ is: everything, flag: false, text: 'a: b', weight: 1.5kg, lags: [1..3, 1e-2], within: { is:"
            + " chain, n: 4 }, beside: point, extra: { a: 7, b: two words }, where: { x: 1, y.z: 2 }, limit: 3 }")
                .orElseThrow(() -> new AssertionError(said()));
        assertThat(all)
                .isEqualTo(new Everything(
                        false,
                        "a: b",
                        new Toys.Weight(1.5),
                        List.of(1.0, 2.0, 3.0, 0.01),
                        new Chain(4, 0.5, Double.POSITIVE_INFINITY, Ends.FREE, 1L),
                        List.of(new Toys.Point()),
                        new Toys.Extra(7, "two words"),
                        Map.of("x", 1.0, "y.z", 2.0),
                        Optional.of(3)));
    }

    @Test
    void reportsAllMistakesAtOnceInTheOrderOfTheFile() {
        assertThat(bind("is: chain\nn: 2\ntemprature: 0.3\ntemperature: -1\nends: held\nn: 5\nseed: many\n"))
                .isEmpty();
        assertThat(said())
                .containsExactly(
                        "s.yaml:2:4: toy.n: 2 is out of range; must lie in [4, 4096]",
                        "s.yaml:3:1: toy.temprature: unknown; did you mean temperature? known are n, temperature,"
                                + " reach, ends, seed",
                        "s.yaml:4:14: toy.temperature: -1 is out of range; must be > 0 J and finite",
                        "s.yaml:5:7: toy.ends: \"held\" is unknown; known are free, held-fast",
                        "s.yaml:6:1: toy.n: is given twice, first on line 2; keep one of them",
                        "s.yaml:7:7: toy.seed: \"many\" is not a whole number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { is: chain }                      | s.yaml:1:1: toy.n: is missing; number of beads: must lie in [4, 4096]
        { is: chain, n: 4.5 }              | s.yaml:1:17: toy.n: "4.5" is not a whole number; must lie in [4, 4096]
        { is: chain, n: 1e12 }             | s.yaml:1:17: toy.n: 1e12 is out of range; must lie in [4, 4096]
        { is: chain, n: }                  | s.yaml:1:16: toy.n: has no value; must be a whole number
        { is: chain, n: [4, 5] }           | s.yaml:1:17: toy.n: must be a whole number, is a list (a list of values would be a sweep, which is not possible here)
        { is: chain, n: 4, temperature: nan } | s.yaml:1:33: toy.temperature: "nan" is not a number; must be > 0 J and finite
        { is: chain, n: 4, temperature: inf } | s.yaml:1:33: toy.temperature: inf is out of range; must be > 0 J and finite
        { is: chain, n: 4, temperature: 0 } | s.yaml:1:33: toy.temperature: 0 is out of range; must be > 0 J and finite
        { is: chain, n: 4, reach: -inf }   | s.yaml:1:27: toy.reach: -inf is out of range; must be >= 0
        { is: chain, n: 5, ends: held-fast } | s.yaml:1:17: toy.n: 5: too short to hold fast; n >= 6 for held-fast ends
        { is: chain, n: 5, seed: 13 }      | s.yaml:1:1: toy: cannot be used: unlucky
        { n: 5 }                           | s.yaml:1:1: toy: must say which toy it is; add is: with one of chain, everything, point
        { is: chian, n: 5 }                | s.yaml:1:7: toy: there is no toy "chian"; did you mean chain? known are chain, everything, point
        { is: { a: b } }                   | s.yaml:1:7: toy.is: must name a toy; known are chain, everything, point
        [point]                            | s.yaml:1:1: toy: must be a single toy, is a list; write its name, or { is: NAME, ... }
        { is: everything, weight: 3 }      | s.yaml:1:27: toy.weight: "3": has no unit; write 3kg
        { is: everything, flag: yes }      | s.yaml:1:25: toy.flag: "yes" is not true or false
        { is: everything, extra: 1 }       | s.yaml:1:26: toy.extra: must be a block of keys, is a single value; known are a, b
        { is: everything, lags: [1, -1] }  | s.yaml:1:29: toy.lags.1: -1 is out of range; must be >= 0 and finite
        { is: everything, lags: 5..1 }     | s.yaml:1:25: toy.lags: "5..1": the range ends before it begins; write 1..20, or 0.1..0.5 step 0.1, where a sweep or a list is meant
        { is: chain, n: 4..8 }             | s.yaml:1:17: toy.n: "4..8": a range would be a sweep, which is not possible here; write 1..20, or 0.1..0.5 step 0.1, where a sweep or a list is meant
        { is: everything, where: [1] }     | s.yaml:1:26: toy.where: must be a block of keys, each with a number, is a list
        { is: everything, where: { a: b } } | s.yaml:1:31: toy.where.a: "b" is not a number; must be finite
        { is: everything, limit: 0 }       | s.yaml:1:26: toy.limit: 0 is out of range; must be >= 1
        { is: everything, within: { is: chain } } | s.yaml:1:27: toy.within.n: is missing; number of beads: must lie in [4, 4096]
        """)
    void saysExactlyWhatIsWrong(String input, String message) {
        assertThat(bind(input)).isEmpty();
        assertThat(said()).containsExactly(message);
    }

    @Test
    void canonicalTextReadsBackEqual() {
        for (Toy toy : List.of(
                new Toys.Point(),
                new Chain(7, 1.0 / 3.0, 1e-300, Ends.HELD_FAST, Long.MIN_VALUE),
                new Everything(
                        true,
                        "null",
                        new Toys.Weight(0.1),
                        List.of(),
                        new Toys.Point(),
                        List.of(),
                        new Toys.Extra(1, "\t\"\u2207 \ud83d\ude00: #"),
                        Map.of("1..2", 1e22),
                        Optional.empty()))) {
            String text = Canonical.text(toy);
            assertThat(bind(text)).as(text).contains(toy);
            assertThat(bind(YamlText.document(Canonical.node(toy)))).contains(toy);
        }
        assertThat(said()).isEmpty();
    }

    @Test
    void canonicalTextWritesEveryDefaultOut() {
        assertThat(Canonical.text(new Chain(7, 0.5, Double.POSITIVE_INFINITY, Ends.FREE, 1)))
                .isEqualTo("{ is: chain, n: 7, temperature: 0.5, reach: inf, ends: free, seed: 1 }");
    }
}
