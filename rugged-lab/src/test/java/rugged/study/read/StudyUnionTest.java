package rugged.study.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Texts of studies that become one. */
class StudyUnionTest {
    private static final String N = "landscape.n";
    private static final String DT = "dynamics.dt";

    private static String text(String n, String dt, String seed) {
        return "study: s\nlandscape: { is: pspin, n: " + n + ", mixture: 3 }\ndynamics: { is: langevin, dt: " + dt
                + " }\nprotocol: { is: quench, until: 1 }\nobserve: [{ is: energy }]\nseed: " + seed + "\n";
    }

    private static StudyUnion first(String n, String seed, Set<String> values, String... open) {
        return new StudyUnion("a", text(n, "0.1", seed), Map.of(N, values), Set.of(open)::contains);
    }

    private static String line(StudyUnion union, String key) {
        return union.text()
                .lines()
                .filter(line -> line.contains(key))
                .findFirst()
                .orElse("");
    }

    @Test
    void seedsBecomeRangesAndLoneOnes() {
        StudyUnion union = first("64", "1..4", Set.of());
        assertThat(union.add("b", text("64", "0.1", "5..8"), Map.of())).isEmpty();
        assertThat(line(union, "seed:")).isEqualTo("seed: 1..8");
        assertThat(union.add("c", text("64", "0.1", "12"), Map.of())).isEmpty();
        union.seeds(List.of(20L, 21L, 3L));
        assertThat(line(union, "seed:")).isEqualTo("seed: [1..8, 12, 20..21]");
    }

    @Test
    void valuesThatAnyRunSweepsAreJoinedInAscendingOrder() {
        StudyUnion union = first("[64, 256]", "1", Set.of("64", "256"), N);
        assertThat(union.add("b", text("128", "0.1", "1"), Map.of())).isEmpty();
        assertThat(union.add("c", text("[256, 32]", "0.1", "1"), Map.of(N, Set.of("256", "32"))))
                .isEmpty();
        assertThat(union.text()).containsPattern("n: \\[32, 64, 128, 256]");
    }

    @Test
    void oneThatDescendsStaysAsItIsAndOthersFollow() {
        StudyUnion union = first("[256, 64]", "1", Set.of("64", "256"), N);
        assertThat(union.add("b", text("128", "0.1", "1"), Map.of())).isEmpty();
        assertThat(union.text()).containsPattern("n: \\[256, 64, 128]");
    }

    @Test
    void whatNobodySweepsMustAgreeAndNothingOfTheOtherIsTaken() {
        StudyUnion union = first("64", "1", Set.of());
        List<String> differences = union.add("b", text("128", "0.2", "2"), Map.of());
        assertThat(differences)
                .containsExactly(
                        N + ": 128, not 64, and nobody sweeps it", DT + ": 0.2, not 0.1, and nobody sweeps it");
        assertThat(line(union, "seed:")).isEqualTo("seed: 1");
        assertThat(union.text()).contains("n: 64").doesNotContain("128");
    }

    @Test
    void whatIsDrawnMayDifferAndTheFirstDecides() {
        StudyUnion union = new StudyUnion(
                "a", text("64", "0.1", "1") + "figures: [{ name: e, y: e, x: t }]\n", Map.of(), path -> false);
        assertThat(union.add("b", text("64", "0.1", "2") + "figures: []\nabout: other words\n", Map.of()))
                .isEmpty();
        assertThat(union.text()).contains("name: e").doesNotContain("other words");
    }

    @Test
    void anotherModelIsAnAlternativeWhereTheSectionIsSwept() {
        StudyUnion union = first("64", "1", Set.of(), "landscape");
        String other = text("64", "0.1", "1").replace("is: pspin, n: 64, mixture: 3", "is: sk, n: 64");
        assertThat(union.add("b", other, Map.of("landscape", Set.of("sk")))).isEmpty();
        assertThat(union.text()).contains("is: pspin", "is: sk");
    }

    @Test
    void itsTextIsAStudyThatReadsTheSame() {
        StudyUnion union = first("[64, 256]", "[1, 3]", Set.of("64", "256"), N);
        String text = union.text();
        StudyUnion again = new StudyUnion("a", text, Map.of(N, Set.of("64", "256")), N::equals);
        assertThat(again.text()).isEqualTo(text);
        assertThat(line(union, "seed:")).isEqualTo("seed: [1, 3]");
    }
}
