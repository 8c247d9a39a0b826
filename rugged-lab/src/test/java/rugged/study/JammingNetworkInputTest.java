package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.params.Catalogue;
import rugged.params.Problem;
import rugged.study.read.Request;

/** What can be wrong with a network that is driven to its threshold: one line each, while planning. */
class JammingNetworkInputTest {
    private static final String STUDY = """
        study: net
        landscape:
          is: network
          data: { is: random, patterns: 60, width: 5, labels: alternating, normalise: unit }
          layers: [10, 10]
          initialisation: orthogonal-rows
          gain: 1
          loss: hinge
        dynamics: { is: adam, batch: 0, tolerance: 0, anneal: { until: 100 } }
        protocol: { is: quench, first: 100, until: 100 }
        observe: [violations]
        """;

    private static List<String> said(String study) {
        return Planner.check(Request.of("net.yaml", study), Catalogue.standard(), Desk.MACHINE).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void theStudyItselfIsRight() {
        assertThat(said(STUDY)).isEmpty();
        assertThat(said(STUDY.replace("patterns: 60", "patterns: 61"))).isEmpty();
        assertThat(said(STUDY.replace("is: quench, first: 100, until: 100", "is: narrow, widths: [4, 2]")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        patterns: 60              | patterns: 1                           | data.patterns         | at least 2
        patterns: 60              | patterns: 0                           | patterns              | 1
        width: 5                  | width: 0                              | data.width            | 1
        layers: [10, 10]          | layers: [10, 0]                       | layers                | 1
        loss: hinge               | loss: hinged                          | landscape.loss        | hinge
        gain: 1                   | margin: 0                             | margin                | 0
        gain: 1                   | l2: 1e-3                              | violations            | without l2
        loss: hinge               | loss: logistic                        | violations            | patterns as constraints
        orthogonal-rows           | orthogonal-row                        | initialisation        | orthogonal-rows
        is: adam                  | is: adamm                             | dynamics              | adam
        until: 100 } }            | until: 100, from: 100 } }             | anneal                | a later step
        until: 100 } }            | until: 100 }, clock: flow }           | clock                 | steps
        alternating               | balanced                              | labels                | alternating
        unit }                    | unity }                               | normalise             | unit
        [violations               | [{ is: violations, tolerance: 0 }     | tolerance             | 0
        """)
    void oneMistakeIsOneLine(String right, String wrong, String place, String help) {
        assertThat(STUDY).contains(right);
        assertThat(said(STUDY.replace(right, wrong)))
                .singleElement()
                .asString()
                .contains(place)
                .contains(help);
    }

    @Test
    void widthsThatDoNotFallAreRefused() {
        String narrow = STUDY.replace("is: quench, first: 100, until: 100", "is: narrow, widths: [4, 5]");
        assertThat(said(narrow)).singleElement().asString().contains("widths").contains("a falling list");
        String unequal = STUDY.replace("is: quench, first: 100, until: 100", "is: narrow, widths: [4]")
                .replace("layers: [10, 10]", "layers: [10, 9]");
        assertThat(said(unequal)).singleElement().asString().contains("hidden layers of one width");
    }
}
