package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.params.Catalogue;
import rugged.params.Problem;
import rugged.study.read.Request;

/** What can be wrong with a student and its examples: one line each, while planning. */
class LearningInputTest {
    private static final String STUDY = """
        study: lessons
        landscape: { is: student-perceptron, n: 50, alpha: 1, flips: 0, length: 1, overlap: 0.5 }
        dynamics: { is: perceptron-rule, order: batch, learning-rate: 1, dt: 0.05, decay: 0 }
        protocol: { is: even-times, until: 1, observations: 2 }
        observe: [learning-curves]
        theory: [{ is: dynamical-replica, rule: perceptron, level: 2, dx: 0.05, reach: 7 }]
        """;

    private static final String COMMITTEE = """
        study: committee
        landscape: { is: soft-committee, n: 50, teachers: 2, lengths: [0.4, 0.2], shift: 0.05 }
        dynamics: { is: on-line-descent, learning-rate: 1 }
        protocol: { is: even-times, until: 1, observations: 2 }
        observe: [committee-overlaps]
        """;

    private static List<String> said(String study) {
        return Planner.check(Request.of("lessons.yaml", study), Catalogue.standard(), Desk.MACHINE).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void theStudiesThemselvesAreRight() {
        assertThat(said(STUDY)).isEmpty();
        assertThat(said(COMMITTEE)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        alpha: 1,          | alpha: 0,          | alpha          | 0
        alpha: 1,          | alpha: -1,         | alpha          | 0
        alpha: 1,          | alpha: 0.005,      | alpha          | leaves no example
        flips: 0,          | flips: 0.6,        | flips          | 0.5
        flips: 0,          | flips: -0.1,       | flips          | 0.5
        flips: 0,          | flips: 0.1,        | flips          | labels as the teacher gave them
        length: 1,         | length: 0,         | length         | 0
        overlap: 0.5       | overlap: 1.5       | overlap        | overlap larger than length allows
        learning-rate: 1,  | learning-rate: 0,  | learning-rate  | 0
        dt: 0.05,          | dt: 0.2,           | dt             | step too large
        decay: 0           | decay: -1          | decay          | 0
        decay: 0           | decay: 30          | decay          | turns the weights over
        order: batch       | order: bach        | order          | batch
        order: batch       | order: epochs      | order          | drawn independently
        is: perceptron-rule| is: perceptron-rul | dynamics       | perceptron-rule
        rule: perceptron   | rule: perceptrn    | rule           | hebb, perceptron, adatron
        dx: 0.05           | dx: 0.03           | dx             | choose dx = eta/k
        level: 2           | level: 3           | level          | 2
        learning-curves    | committee-overlaps | committee-overlaps | a soft committee that learns from another
        is: student-perceptron, n: 50, alpha: 1, flips: 0, length: 1, overlap: 0.5 | is: pspin, n: 50, mixture: 2 | pspin | stored examples
        """)
    void oneMistakeIsOneLine(String right, String wrong, String place, String help) {
        assertThat(STUDY).contains(right);
        assertThat(said(STUDY.replace(right, wrong)))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("lessons.yaml:"))
                .anySatisfy(line -> assertThat(line).contains(place).contains(help));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        lengths: [0.4, 0.2] | lengths: [0.4, 0]   | lengths | not positive definite
        lengths: [0.4, 0.2] | lengths: []         | lengths | hidden unit
        teachers: 2         | teachers: 0         | teachers | 1
        n: 50               | n: 3                | n       | 4
        learning-rate: 1    | learning-rate: -1   | learning-rate | 0
        committee-overlaps  | learning-curves     | learning-curves | stored examples
        """)
    void oneMistakeOfACommitteeIsOneLine(String right, String wrong, String place, String help) {
        assertThat(COMMITTEE).contains(right);
        assertThat(said(COMMITTEE.replace(right, wrong)))
                .isNotEmpty()
                .anySatisfy(line -> assertThat(line).contains(place).contains(help));
    }
}
