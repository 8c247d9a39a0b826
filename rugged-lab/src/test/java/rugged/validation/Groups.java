package rugged.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import rugged.api.CheckSpec;

/** Whether a check says of its rows what they are. */
final class Groups {
    private Groups() {}

    /** Every row belongs to a group, and there is no group without a row. */
    static void assertSay(CheckSpec check, List<CheckSpec.Row> rows) {
        List<CheckSpec.Group> groups = check.compares();
        assertThat(rows)
                .allSatisfy(row -> assertThat(groups).anyMatch(group -> row.id().startsWith(group.id())));
        assertThat(groups).allSatisfy(group -> {
            assertThat(rows).as(group.id()).anyMatch(row -> row.id().startsWith(group.id()));
            assertThat(group.text()).isNotBlank();
            assertThat(group.unit()).isNotBlank();
        });
    }
}
