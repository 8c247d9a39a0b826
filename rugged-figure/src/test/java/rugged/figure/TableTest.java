package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = Table.builder()
            .texts("source", "simulation", "simulation", "theory")
            .texts("t", "1e1", "10", "11")
            .numbers("value", 1000, 0.25, Double.NaN)
            .build();

    @Test
    void filtersByTextAndByNumber() {
        assertThat(table.where("source", "theory").rows()).isEqualTo(1);
        assertThat(table.where("t", "10.0").rows()).isEqualTo(2);
        assertThat(table.where("value", "1e3").text("t", 0)).isEqualTo("1e1");
        assertThat(table.where("source", "simulation").where("value", "7").rows())
                .isZero();
    }

    @Test
    void distinctKeepsTheOrderOfAppearance() {
        assertThat(table.distinct("source")).containsExactly("simulation", "theory");
        assertThat(table.distinct("value")).containsExactly("1000", "0.25", "nan");
    }

    @Test
    void isImmutable() {
        double[] values = {1, 2};
        Table own = Table.builder().numbers("x", values).build();
        values[0] = 5;
        assertThat(own.number("x", 0)).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> table.number("energy", 0))
                .hasMessage("no column 'energy'; there are source, t, value");
        assertThatThrownBy(() -> Table.builder().numbers("x", 1, 2).numbers("y", 1))
                .hasMessageContaining("column 'y' has 1 rows");
        assertThatThrownBy(() -> Table.builder().numbers("x", 1).texts("x", "a"))
                .hasMessageContaining("given twice");
    }

    @Test
    void numbersAreWrittenAsAReaderExpects() {
        assertThat(Labels.plain(1000)).isEqualTo("1000");
        assertThat(Labels.plain(0.1)).isEqualTo("0.1");
        assertThat(Labels.plain(-0.0)).isEqualTo("0");
        assertThat(Labels.plain(3e-7)).isEqualTo("3e-7");
        assertThat(Labels.marked("100000")).isEqualTo("10^{5}");
        assertThat(Labels.marked("2.5e-5")).isEqualTo("2.5×10^{-5}");
        assertThat(Labels.marked("inf")).isEqualTo("∞");
        assertThat(Labels.marked("relu")).isEqualTo("relu");
        assertThat(Labels.marked(java.util.List.of("10", "100", "10000")))
                .containsExactly("10^{1}", "10^{2}", "10^{4}");
        assertThat(Labels.marked(java.util.List.of("10", "100"))).containsExactly("10", "100");
        assertThat(Labels.sorted(java.util.List.of("100", "20", "3"))).containsExactly("3", "20", "100");
        assertThat(Labels.sorted(java.util.List.of("tanh", "relu"))).containsExactly("tanh", "relu");
    }
}
