package rugged.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.study.CatalogueStudies;
import rugged.study.FindingSection;
import rugged.study.Plan;

/** Words of findings follow the size; bundled studies state what would matter beside a reference of 0. */
class PhraseTest {
    private static Plan plan(String study, String size) {
        return CatalogueStudies.plan(study, size).orElseThrow();
    }

    @Test
    void wordsSayTheSizeThatIsRun() {
        assertThat(text(plan("mnist", "quick"), "mnist.error")).isEqualTo("test error after 640 steps");
        assertThat(text(plan("mnist", "laptop"), "mnist.error")).isEqualTo("test error after 9390 steps");
        assertThat(text(plan("effective-temperature", "quick"), "effective.sgd"))
                .contains("t_{w} = 1000");
        assertThat(text(plan("effective-temperature", "paper"), "effective.sgd"))
                .contains("t_{w} = 10000");
    }

    private static String text(Plan plan, String id) {
        return plan.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "laptop", "paper"})
    void everyBundledStudyCanBePlannedAndSaysWhatWouldMatter(String size) {
        for (String study : List.of(
                "aging-network",
                "compare",
                "noise-landscape",
                "effective-temperature",
                "persistent-sgd",
                "fluctuation-dissipation",
                "hessian-network",
                "mnist",
                "aging-pspin",
                "equilibrium",
                "hessian-pspin",
                "three-spin",
                "threshold")) {
            for (FindingSection finding : plan(study, size).findings()) {
                assertThat(Phrase.open(finding.text())).as(finding.id()).isEmpty();
                finding.reference()
                        .ifPresent(reference -> assertThat(finding.effect() > 0.0 || reference.value() != 0.0)
                                .as(finding.id() + " states no effect beside a reference of 0")
                                .isTrue());
            }
        }
    }
}
