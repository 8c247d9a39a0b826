package rugged.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.index.Named;
import rugged.params.Toys.Chain;
import rugged.params.Toys.Ends;

class CatalogueTest {
    @Named(value = "chain-2", title = "Another chain")
    record Second() implements Toys.Toy {}

    record Unannotated(int n) {}

    record Odd(@Param(doc = "") Thread thread) {}

    @Test
    void standardCatalogueIsReadFromTheIndex() {
        assertThat(Catalogue.standard().find("toy", "chain").map(Catalogue.Entry::type))
                .hasValue(Chain.class);
        assertThat(Catalogue.standard().named("chain")).hasSize(1);
        assertThat(Catalogue.standard().named("toy/chain")).hasSize(1);
        assertThat(Catalogue.standard().named("landscape/chain")).isEmpty();
        assertThat(Catalogue.standard().names("toy")).contains("chain", "chain-2", "everything", "point");
    }

    @Test
    void aTakenNameIsAProblem() {
        Problems problems = new Problems();
        Catalogue.Entry taken = new Catalogue.Entry("toy", "chain", Second.class, "Second.java", "");
        assertThat(Toys.CATALOGUE
                        .with(List.of(taken), problems)
                        .find("toy", "chain")
                        .map(Catalogue.Entry::type))
                .hasValue(Chain.class);
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "Second.java: toy chain: the name is taken by rugged.params.Toys$Chain; names are unique"
                                + " within a kind: choose another");
    }

    @Test
    void countsFacets() {
        assertThat(Catalogue.facets(Toys.CATALOGUE.entries()))
                .containsEntry("kind", Map.of("toy", 3))
                .containsEntry("topic", Map.of("small", 2, "glassy", 1))
                .containsEntry("year", Map.of("1687", 1, "1950", 1));
    }

    @Test
    void suggests() {
        assertThat(Toys.CATALOGUE.suggestion("toy", "chian"))
                .isEqualTo("did you mean chain? known are chain, everything, point");
        assertThat(Toys.CATALOGUE.suggestion("", "pint")).startsWith("did you mean point?");
        assertThat(Toys.CATALOGUE.suggestion("toy", "zzz")).isEqualTo("known are chain, everything, point");
    }

    @Test
    void samplesAreMadeOfDefaults() {
        assertThat(Samples.of(Toys.CATALOGUE.find("toy", "chain").orElseThrow(), Toys.CATALOGUE))
                .hasValue(new Chain(4, 0.5, Double.POSITIVE_INFINITY, Ends.FREE, 1));
    }

    @Test
    void oneParameterChanged() {
        Chain chain = new Chain(8, 0.5, 1.0, Ends.FREE, 1);
        assertThat(Schema.of(Chain.class).with(chain, "n", 9)).isEqualTo(new Chain(9, 0.5, 1.0, Ends.FREE, 1));
        assertThat(Schema.changed((Toys.Toy) chain, "seed", 5L)).isEqualTo(new Chain(8, 0.5, 1.0, Ends.FREE, 5));
        assertThatThrownBy(() -> Schema.of(Chain.class).with(chain, "m", 9))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("known are n");
        assertThatThrownBy(() -> Schema.of(Chain.class).with(chain, "seed", 13L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unlucky");
    }

    @Test
    void badDeclarationsAreSaid() {
        assertThatThrownBy(() -> Schema.of(Unannotated.class)).hasMessageContaining("Unannotated.n lacks @Param");
        assertThatThrownBy(() -> Schema.of(Odd.class)).hasMessageContaining("a parameter cannot be a java.lang.Thread");
    }

    @Test
    void jsonSchemaCarriesSymbolUnitRangeAndReason() {
        Map<String, Object> schema =
                JsonSchema.of(Toys.CATALOGUE.find("toy", "chain").orElseThrow());
        assertThat(schema).containsEntry("title", "A chain").containsEntry("required", List.of("is", "n"));
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        assertThat(properties.get("n"))
                .isEqualTo(Map.of(
                        "description",
                        "number of beads",
                        "type",
                        "integer",
                        "minimum",
                        4L,
                        "maximum",
                        4096L,
                        "x-symbol",
                        "N",
                        "x-sweep",
                        true));
        assertThat(properties.get("temperature"))
                .isEqualTo(Map.of(
                        "description",
                        "temperature",
                        "type",
                        "number",
                        "exclusiveMinimum",
                        0L,
                        "default",
                        0.5,
                        "x-symbol",
                        "T",
                        "x-unit",
                        "J",
                        "x-reason",
                        "warm enough",
                        "x-sweep",
                        true));
        assertThat(properties.get("ends"))
                .isEqualTo(Map.of(
                        "description",
                        "ends",
                        "enum",
                        List.of("free", "held-fast"),
                        "default",
                        "free",
                        "x-sweep",
                        true));
        assertThat(((Map<?, ?>) properties.get("reach")).get("x-infinite")).isEqualTo(true);
        Map<?, ?> all = (Map<?, ?>)
                JsonSchema.of(Toys.CATALOGUE.find("toy", "everything").orElseThrow())
                        .get("properties");
        assertThat(all.get("within")).isEqualTo(Map.of("description", "within", "x-kind", "toy", "default", "point"));
        assertThat(((Map<?, ?>) all.get("lags")).get("items")).isEqualTo(Map.of("type", "number", "minimum", 0L));
    }
}
