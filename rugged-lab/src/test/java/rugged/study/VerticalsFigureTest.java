package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.params.Catalogue;
import rugged.study.read.Request;

/** Places that are marked on a horizontal axis, and what is wrong with others. */
class VerticalsFigureTest {
    private static final String STUDY = """
        study: sweep
        landscape: { is: decayed-committee, n: 10 }
        dynamics: { is: hamiltonian-monte-carlo }
        protocol: { is: control-sweep, from: 20, to: 30, plateaus: 2 }
        observe: [{ is: committee-averages, every: 100 }]
        theory: [{ is: weight-decay, points: 3 }]
        figures:
          - { name: length, y: unit_length, x: A, verticals: %s }
        """;

    private static List<String> wrong(String verticals) {
        Checked checked =
                Planner.check(Request.of("sweep.yaml", STUDY.formatted(verticals)), Catalogue.standard(), Desk.MACHINE);
        return checked.problems().stream().map(Object::toString).toList();
    }

    @Test
    void numbersAndQuantitiesOfTheories() {
        assertThat(wrong("[weight-decay.A_length, 25, -1.5e1]")).isEmpty();
    }

    @Test
    void eachMistakeIsNamed() {
        assertThat(wrong("[A_length]").toString())
                .contains("\"A_length\" is neither a number nor a quantity of a theory; numbers, or theory.quantity");
        assertThat(wrong("[plane.A_length]").toString()).contains("there is no theory \"plane\" in this study");
        assertThat(wrong("[weight-decay.A_lost]").toString()).contains("there is no quantity \"A_lost\"");
        assertThat(wrong("[weight-decay.unit_length]").toString())
                .contains("unit_length has axes, and a line stands at one place");
    }
}
