package rugged.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.CheckSpec;

class LayeredSpinsCheckTest {
    @Test
    @Tag("slow")
    void everyRowAgrees() {
        for (CheckSpec.Row row : new LayeredSpinsCheck().rows())
            assertThat(row.agrees()).as(row.toString()).isTrue();
    }
}
