package rugged.report;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import rugged.store.file.EnvironmentFailure;

/** A heap in which nothing can be drawn. */
class HeapTest {
    @Test
    void isRefusedBeforeTheRun() {
        assertThatThrownBy(() -> Reporting.prepare(64.0 * (1 << 20)))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("64 MiB")
                .hasMessageContaining("RUGGED_JAVA_OPTS=-Xmx");
        assertThatCode(() -> Reporting.prepare(512.0 * (1 << 20))).doesNotThrowAnyException();
    }
}
