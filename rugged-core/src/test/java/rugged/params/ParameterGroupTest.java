package rugged.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.index.Named;

/** A group of parameters appears flat in whatever is made of a spec, and so does a shared declaration. */
class ParameterGroupTest {
    @Param(doc = "seed", def = "7", min = 0)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Seed {}

    record Box(
            @Param(doc = "length", symbol = "L", def = "1", min = 0, above = true)
            double boxLength,

            @Param(doc = "sides", def = "3", min = 1, max = 9)
            int sides)
            implements ParameterGroup {
        Box {
            if (sides == 5) throw new BadParameter("sides", sides, "tiles no plane", "any other");
        }
    }

    record Room(Box box, @Param(doc = "height", def = "2") double height) implements ParameterGroup {}

    @Named(value = "house", title = "A house")
    record House(
            @Param(doc = "name") String name,

            @Redeclared(parameter = "sides", as = @Param(doc = "walls", def = "4", max = 6))
            Box box,

            @Seed long seed)
            implements Toys.Toy {}

    @Named(value = "flat-house", title = "The same, declared one by one")
    record Written(
            @Param(doc = "name") String name,

            @Param(doc = "length", symbol = "L", def = "1", min = 0, above = true)
            double boxLength,

            @Param(doc = "walls", def = "4", max = 6) int sides,
            @Param(doc = "seed", def = "7", min = 0) long seed)
            implements Toys.Toy {}

    record Nested(Room room) {}

    record Twice(Box one, Box other) {}

    record Astray(
            @Redeclared(parameter = "colour", as = @Param(doc = "colour"))
            Box box) {}

    private final Problems problems = new Problems();

    private Optional<House> house(String text) {
        return Yaml.read("s.yaml", text, problems)
                .flatMap(node -> new SpecBinder(Toys.CATALOGUE, problems).block(House.class, node, "house"));
    }

    @Test
    void standsFlatInEverything() {
        assertThat(Schema.of(House.class).keys()).containsExactly("name", "box-length", "sides", "seed");
        House house = house("{ name: a, box-length: 2.5 }").orElseThrow(() -> new AssertionError(problems.list()));
        assertThat(house).isEqualTo(new House("a", new Box(2.5, 4), 7));
        assertThat(Canonical.text(house))
                .isEqualTo(Canonical.text(new Written("a", 2.5, 4, 7)).replace("flat-house", "house"));
        assertThat(Schema.changed(house, "sides", 6)).isEqualTo(new House("a", new Box(2.5, 6), 7));
        assertThat(JsonSchema.of(Schema.of(House.class)).get("required"))
                .isEqualTo(JsonSchema.of(Schema.of(Written.class)).get("required"));
        assertThat(Schema.of(Nested.class).keys()).containsExactly("box-length", "sides", "height");
        assertThat(Schema.of(Nested.class).build(1.0, 3, 2.0)).isEqualTo(new Nested(new Room(new Box(1.0, 3), 2.0)));
    }

    @Test
    void declarationsMayDiffer() {
        Parameter own = Schema.of(House.class).parameter("sides").orElseThrow();
        assertThat(own.declared().doc()).isEqualTo("walls");
        assertThat(own.interval()).isEqualTo("(-inf, 6]");
        assertThat(Schema.of(Nested.class).parameter("sides").orElseThrow().interval())
                .isEqualTo("[1, 9]");
    }

    @Test
    void mistakesAreSaidAtTheirPlace() {
        assertThat(house("{ name: a, sides: 5 }")).isEmpty();
        assertThat(house("{ name: a, box-length: 0, box: 1 }")).isEmpty();
        assertThat(problems.list().stream().map(Problem::toString).toList())
                .satisfiesExactly(
                        one -> assertThat(one).contains("s.yaml:1:19: house.sides: 5: tiles no plane"),
                        one -> assertThat(one).contains("house.box-length: 0 is out of range; must be > 0"),
                        one -> assertThat(one).contains("house.box: unknown"));
    }

    @Test
    void badGroupsAreSaid() {
        assertThatThrownBy(() -> Schema.of(Twice.class)).hasMessageContaining("Twice has two parameters box-length");
        assertThatThrownBy(() -> Schema.of(Astray.class)).hasMessageContaining("Box has no [colour]");
        assertThatThrownBy(() -> Schema.of(House.class).build(List.of("a").toArray()))
                .hasMessageContaining("1 values for 4 parameters");
    }
}
