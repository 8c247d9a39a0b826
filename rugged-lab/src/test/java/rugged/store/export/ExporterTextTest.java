package rugged.store.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of text in an exported table: no spreadsheet computes them, and numbers stay numbers. */
class ExporterTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=HYPERLINK(1)|'=HYPERLINK(1)",
                "@sum|'@sum",
                "+cmd|'+cmd",
                "-cmd|'-cmd",
                "-1+cmd|'-1+cmd",
                "=1,2|\"'=1,2\"",
                "-0.5|-0.5",
                "+1e-3|+1e-3",
                "-inf|-inf",
                "pspin|pspin",
                "a,b|\"a,b\"",
                "0.6*3+1.4*12|0.6*3+1.4*12",
            })
    void formulasAreText(String text, String cell) {
        assertThat(Exporter.text(text)).isEqualTo(cell);
    }
}
