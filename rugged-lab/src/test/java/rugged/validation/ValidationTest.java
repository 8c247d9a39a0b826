package rugged.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.params.BadParameter;
import rugged.params.Catalogue;
import rugged.run.Execution;
import rugged.store.Provenance;
import rugged.study.FindingSection;
import rugged.study.Plan;
import rugged.validation.Validation.Entry;
import rugged.validation.Validation.Result;

class ValidationTest {
    private static final String ENDING = ".yaml";

    private final Validation validation =
            new Validation(Catalogue.standard(), Execution.of(2, Provenance.here("test", "", "scalar")));

    @Test
    void theStudiesAreThoseOfTheFolder() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn"))) root = root.getParent();
        try (Stream<Path> files = Files.list(root.resolve("validation"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .toList();
            assertThat(Trials.NAMES).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void everyFindingOfAStudyHasAReference() {
        Set<String> ids = new HashSet<>();
        for (String name : Trials.NAMES) {
            for (String size : List.of("laptop", "quick")) {
                Plan plan = Trials.plan(Catalogue.standard(), name, size);
                assertThat(plan.study()).isEqualTo(name);
                assertThat(plan.findings()).isNotEmpty();
                for (FindingSection finding : plan.findings()) {
                    assertThat(finding.reference().isPresent()
                                    || !finding.theory().isEmpty())
                            .as(finding.id())
                            .isTrue();
                    assertThat(finding.tolerance()).isEqualTo(2.5);
                    if (size.equals("quick"))
                        assertThat(ids.add(finding.id())).as(finding.id()).isTrue();
                }
            }
        }
    }

    @Test
    void entriesAreFoundByNameAndByBeginning() {
        assertThat(validation.entries())
                .extracting(Entry::name)
                .contains("pspin-transitions", "p2-closed-form", "flow-n64");
        assertThat(validation.entries(List.of("flow-*")))
                .extracting(Entry::name)
                .containsExactly("flow-n64", "flow-n128", "flow-n256");
        assertThat(validation.entries(List.of())).isEqualTo(validation.entries());
        assertThatThrownBy(() -> validation.entries(List.of("flaw-n64")))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("flaw-n64")
                .hasMessageContaining("flow-n64");
    }

    @Test
    void aCheckGivesItsRows() {
        Entry entry = validation.entries(List.of("pspin-transitions")).getFirst();
        Result result = validation.run(entry, Validation.LAPTOP);
        assertThat(result.agrees()).isTrue();
        assertThat(result.rows()).extracting(Comparison::id).contains("pspin.3.td", "pspin.3-4.ts");
        assertThat(result.seconds()).isPositive();
    }

    @Test
    void nothingAgreesWhereNothingWasComputed() {
        Entry entry = new Entry("flow-n64", "", true);
        assertThat(new Result(entry, List.of(), 1, java.util.Optional.empty()).agrees())
                .isFalse();
        Result strange = validation.run(entry, "enormous");
        assertThat(strange.agrees()).isFalse();
        assertThat(strange.failure().orElseThrow()).contains("enormous").contains("quick");
    }

    /** Findings of what analyses put on axes of their own, and of cases. */
    @Test
    @Tag("slow")
    void aStudyWithAnalysesRunsAndAgrees() {
        Result result = validation.run(validation.entries(List.of("walks")).getFirst(), "quick");
        assertThat(result.rows())
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.agrees()).as(row.toString()).isTrue());
    }

    @Test
    @Tag("slow")
    void aStudyRunsAndAgrees() {
        Result result = validation.run(validation.entries(List.of("two-spin")).getFirst(), "quick");
        assertThat(result.rows()).hasSize(8).allSatisfy(row -> {
            assertThat(row.agrees()).as(row.toString()).isTrue();
            assertThat(row.distance()).isLessThan(2.6);
            assertThat(row.parameters()).contains("12 seeds");
        });
    }
}
