package rugged.params;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private final Problems problems = new Problems();

    @Test
    void keepsPlaces() {
        Node.Mapping root = (Node.Mapping)
                Yaml.read("s.yaml", "a: 1\nb: { c: [2, three] }\n", problems).orElseThrow();
        Node.Mapping b = (Node.Mapping) root.value("b").orElseThrow();
        Node.Sequence c = (Node.Sequence) b.value("c").orElseThrow();
        assertThat(c.items().get(1)).isEqualTo(new Node.Scalar(new Node.Place("s.yaml", 2, 13), "three", false));
        assertThat(b.entry("c").orElseThrow().at()).isEqualTo(new Node.Place("s.yaml", 2, 6));
    }

    @Test
    void saysWhereYamlBreaks() {
        assertThat(Yaml.read("s.yaml", "a: [1, 2\nb: 3\n", problems)).isEmpty();
        assertThat(problems.list()).singleElement().extracting(Problem::line).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!java.net.URL x",
                "a: *nowhere",
                "a: &a [*a]",
                "a: 1\n---\nb: 2\n",
                "? [1]\n: 2",
                "",
                "# only a comment",
                "\u0000",
                "a: \u0007",
                "%"
            })
    void refusesWhatNoStudyNeeds(String text) {
        assertThat(Yaml.read("s.yaml", text, problems)).isEmpty();
        assertThat(problems.list()).isNotEmpty();
    }

    @Test
    void aliasesAreWrittenOut() {
        Node node = Yaml.read("s.yaml", "a: &x [1]\nb: *x\n", problems).orElseThrow();
        assertThat(YamlText.flow(node)).isEqualTo("{ a: [1], b: [1] }");
    }

    @Test
    void refusesBombsAndTowers() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++)
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "x]\n");
        assertThat(Yaml.read("s.yaml", bomb.toString(), problems)).isEmpty();
        assertThat(Yaml.read("s.yaml", "[".repeat(100_000), problems)).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder("more than 100000 values", "nested more than 50 levels deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "''",
                "'1..20'",
                "'null'",
                "a: { b: [1, { c: ~ }] }",
                "- a: 1\n  b: [ 'x: y' ]\n- c",
                "\"\\u2207 #\"",
                "'- x'",
                "'*a'",
                "x y"
            })
    void whatIsWrittenReadsBack(String text) {
        Node node = Yaml.value("v", "v", text, problems).orElseThrow();
        Node again = Yaml.value("v", "v", YamlText.flow(node), problems).orElseThrow();
        assertThat(YamlText.flow(again)).isEqualTo(YamlText.flow(node));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void longValuesAreIndented() {
        String long100 = "word ".repeat(20).strip();
        String text = "a: 1\nb:\n  - { c: " + long100 + " }\n  - d: " + long100 + "\n    e: " + long100 + "\n";
        Node.Mapping node = (Node.Mapping) Yaml.read("s.yaml", text, problems).orElseThrow();
        assertThat(YamlText.document(node)).isEqualTo(text);
    }
}
