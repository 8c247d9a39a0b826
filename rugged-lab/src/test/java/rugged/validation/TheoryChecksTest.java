package rugged.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rugged.api.CheckSpec;
import rugged.api.CheckSpec.Row;

class TheoryChecksTest {
    @Test
    void everyReferenceOfTheTheoriesComesOut() {
        Set<String> ids = new HashSet<>();
        for (CheckSpec check : List.of(new TransitionsCheck(), new P2GradientFlowCheck())) {
            List<Row> rows = check.rows();
            assertThat(rows).isNotEmpty();
            Groups.assertSay(check, rows);
            for (Row row : rows) {
                assertThat(row.agrees()).as(row.toString()).isTrue();
                assertThat(ids.add(row.id())).as("unique " + row.id()).isTrue();
                assertThat(row.id()).matches("[a-z0-9.-]+");
                assertThat(row.source()).isNotBlank();
            }
        }
        assertThat(ids).contains("pspin.3.td", "pspin.3-4.ts", "p2.t0-5.e", "p2.t10.c-half");
    }
}
