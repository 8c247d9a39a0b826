package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Student's law: closed forms at one and two degrees of freedom, the normal limit, coverage of means of few samples. */
class StudentTest {
    @Test
    void oneAndTwoDegreesOfFreedomAreClosedForms() {
        double beyond = 0.0062096653257761; // of a normal law at 2.5, one side
        assertThat(Student.errors(2.5, 1)).isCloseTo(1 / Math.tan(Math.PI * beyond), within(1e-6));
        double a = 1 - 2 * beyond;
        assertThat(Student.errors(2.5, 2)).isCloseTo(a * Math.sqrt(2 / (1 - a * a)), within(1e-6));
        assertThat(Student.errors(2.5, 1)).isBetween(51.0, 51.5);
        assertThat(Student.errors(2.5, 7)).isBetween(3.2, 3.4);
    }

    @Test
    void manyDegreesOfFreedomAreNormal() {
        assertThat(Student.errors(2.5, 1e6)).isCloseTo(2.5, within(1e-4));
        assertThat(Student.errors(2.5, Double.POSITIVE_INFINITY)).isEqualTo(2.5);
        assertThat(Student.beyond(1.0, Double.POSITIVE_INFINITY)).isCloseTo(0.3173105, within(1e-6));
        assertThat(Student.errors(2.5, 0)).isNaN();
    }

    @Test
    void theNumberOfErrorsAndTheirProbabilityAreInverse() {
        for (double freedom : new double[] {1, 2, 3, 5.5, 40}) {
            double t = Student.errors(2.0, freedom);
            assertThat(Student.beyond(t, freedom)).isCloseTo(0.0455003, within(1e-6));
        }
    }

    @Test
    void errorsThatAreKnownAddFreedom() {
        assertThat(Student.combined(1, 3, 0, Double.POSITIVE_INFINITY)).isEqualTo(3);
        assertThat(Student.combined(1, 3, 1, 3)).isEqualTo(6);
        assertThat(Student.combined(1, 3, 1, Double.POSITIVE_INFINITY)).isEqualTo(12);
        assertThat(Student.combined(0, 3, 0, 3)).isInfinite();
    }

    /** Means of 2, 3 and 4 normal samples lie within Student's interval of two deviations in 95.45 % of the cases; within two plain errors far less often. */
    @ParameterizedTest
    @CsvSource({"2, 0.705", "3, 0.816", "4, 0.861"})
    void intervalsOfFewSamplesHoldTheTruthAsOftenAsTheySay(int n, double plain) {
        Random random = new Random(n);
        int trials = 20000;
        int inside = 0;
        int insidePlain = 0;
        double t = Student.errors(2.0, n - 1);
        for (int trial = 0; trial < trials; trial++) {
            double sum = 0;
            double squares = 0;
            for (int k = 0; k < n; k++) {
                double x = random.nextGaussian();
                sum += x;
                squares += x * x;
            }
            double mean = sum / n;
            double error = Math.sqrt((squares - n * mean * mean) / (n - 1.0) / n);
            if (Math.abs(mean) < t * error) inside++;
            if (Math.abs(mean) < 2 * error) insidePlain++;
        }
        assertThat(inside / (double) trials).isCloseTo(0.9545, within(0.006));
        assertThat(insidePlain / (double) trials).isCloseTo(plain, within(0.01));
    }
}
