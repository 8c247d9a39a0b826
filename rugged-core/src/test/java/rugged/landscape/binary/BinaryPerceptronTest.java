package rugged.landscape.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.model.Planted;
import rugged.api.model.SpinLandscape;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;

/** Violated patterns of binary perceptrons: by flips, by definition, and in the mean over patterns. */
class BinaryPerceptronTest {
    private static PatternLaw law(double alpha, PerceptronTask task, PatternEntries entries, double margin, long seed) {
        return new PatternLaw(alpha, task, entries, margin, seed);
    }

    /** The definition, pattern by pattern. */
    private static int violated(Patterns patterns, PatternLaw law, double[] s) {
        int violated = 0;
        for (int mu = 0; mu < patterns.count; mu++) {
            double sum = 0.0;
            for (int i = 0; i < s.length; i++) sum += patterns.at(mu, i) * s[i];
            double u = sum / Math.sqrt(s.length);
            boolean satisfied = law.task() == PerceptronTask.SYMMETRIC ? Math.abs(u) <= law.margin() : u > law.margin();
            if (!satisfied) violated++;
        }
        return violated;
    }

    @ParameterizedTest
    @CsvSource({
        "101, 0.83, STORAGE, SIGNS, 0",
        "1001, 0.8, STORAGE, SIGNS, 0",
        "64, 1, STORAGE, SIGNS, 0.31",
        "65, 2.9, STORAGE, SIGNS, -0.7",
        "130, 0.5, SYMMETRIC, SIGNS, 0.62",
        "7, 0.2, STORAGE, SIGNS, 0",
        "1, 1, SYMMETRIC, SIGNS, 0.5",
        "20, 3, STORAGE, SIGNS, 9",
        "20, 3, SYMMETRIC, SIGNS, 9",
        "51, 1.3, TEACHER, SIGNS, 0",
        "50, 1.3, TEACHER, GAUSSIAN, 0",
        "40, 1, STORAGE, GAUSSIAN, 0.4",
        "40, 1, SYMMETRIC, GAUSSIAN, 0.9"
    })
    void energiesAfterFlipsAreTheRecomputedOnes(
            int n, double alpha, PerceptronTask task, PatternEntries entries, double margin) {
        PatternLaw law = law(alpha, task, entries, margin, 7);
        Patterns patterns = new Patterns(n, law);
        SpinLandscape model = new BinaryPerceptron(n, law).build();
        Random random = new Random(3);
        double[] s = new double[n];
        model.randomise(s, random);
        model.load(s);
        assertThat(model.energy()).isEqualTo(violated(patterns, law, s));
        for (int k = 0; k < 300; k++) {
            int i = random.nextInt(n);
            double expected = model.energy() + model.flipCost(i);
            model.flip(i);
            s[i] = -s[i];
            assertThat(model.energy()).isEqualTo(expected);
            assertThat(model.energy()).isEqualTo(violated(patterns, law, s));
        }
        SpinLandscape fork = model.fork();
        fork.restore(model.save());
        for (int i = 0; i < n; i++) assertThat(fork.flipCost(i)).isEqualTo(model.flipCost(i));
        assertThat(fork.energy()).isEqualTo(model.energy());
    }

    @Test
    void theTeacherViolatesNothing() {
        for (PatternEntries entries : PatternEntries.values()) {
            SpinLandscape model = new BinaryPerceptron(51, law(3.0, PerceptronTask.TEACHER, entries, 0.0, 4)).build();
            double[] s = new double[51];
            ((Planted) model).plantedState(s);
            model.load(s);
            assertThat(model.energy()).isZero();
        }
    }

    @Test
    void fewerPatternsAreTheFirstOfMore() {
        Patterns few = new Patterns(33, law(0.5, PerceptronTask.STORAGE, PatternEntries.SIGNS, 0.0, 9));
        Patterns more = new Patterns(33, law(1.5, PerceptronTask.STORAGE, PatternEntries.SIGNS, 0.0, 9));
        for (int mu = 0; mu < few.count; mu++)
            for (int i = 0; i < 33; i++) assertThat(few.at(mu, i)).isEqualTo(more.at(mu, i));
    }

    /** Solutions of one draw, by visiting all configurations in the order of a Gray code. */
    private static int solutions(int n, PatternLaw law) {
        SpinLandscape model = new BinaryPerceptron(n, law).build();
        int found = model.energy() == 0.0 ? 1 : 0;
        for (int step = 1; step < 1 << n; step++) {
            model.flip(Integer.numberOfTrailingZeros(step));
            if (model.energy() == 0.0) found++;
        }
        return found;
    }

    /** 64 and 414.667 solutions on average of 6 Gaussian patterns and 12 weights, exactly; a mean of 300 draws, 3 standard errors. */
    @ParameterizedTest
    @CsvSource({"STORAGE, 0, 64", "SYMMETRIC, 1, 414.667"})
    void theMeanNumberOfSolutionsIsExact(PerceptronTask task, double margin, double mean) {
        int draws = 300;
        double sum = 0.0;
        double squares = 0.0;
        for (int seed = 1; seed <= draws; seed++) {
            double z = solutions(12, law(0.5, task, PatternEntries.GAUSSIAN, margin, seed));
            sum += z / draws;
            squares += z * z / draws;
        }
        double error = Math.sqrt((squares - sum * sum) / (draws - 1));
        assertThat(error).isLessThan(0.06 * mean);
        assertThat(sum).isCloseTo(mean, within(3.0 * error));
    }

    /** 18 weights and 9 patterns of signs: 0.19(1) of 60 draws, far below the limit 0.314. */
    @Test
    void theEntropyOfSmallSystemsIsFarBelowTheLimit() {
        int draws = 60;
        double sum = 0.0;
        double squares = 0.0;
        int counted = 0;
        for (int seed = 1; seed <= draws; seed++) {
            int z = solutions(18, law(0.5, PerceptronTask.STORAGE, PatternEntries.SIGNS, 0.0, seed));
            if (z == 0) continue;
            double entropy = Math.log(z) / 18.0;
            sum += entropy;
            squares += entropy * entropy;
            counted++;
        }
        double mean = sum / counted;
        double error = Math.sqrt((squares / counted - mean * mean) / (counted - 1));
        assertThat(mean).isCloseTo(0.19, within(3.0 * Math.hypot(error, 0.01)));
        assertThat(mean).isLessThan(0.29);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> law(1.0, PerceptronTask.SYMMETRIC, PatternEntries.SIGNS, 0.0, 1))
                .hasMessageContaining("kappa > 0");
        assertThatThrownBy(() -> law(1.0, PerceptronTask.TEACHER, PatternEntries.SIGNS, 0.2, 1))
                .hasMessageContaining("Bayes optimal");
        assertThatThrownBy(() -> law(1.0, PerceptronTask.STORAGE, PatternEntries.SIGNS, Double.NaN, 1))
                .hasMessageContaining("no margin");
        PatternLaw few = law(0.01, PerceptronTask.STORAGE, PatternEntries.SIGNS, 0.0, 1);
        assertThatThrownBy(() -> new BinaryPerceptron(11, few)).hasMessageContaining("leaves no pattern");
        PatternLaw taught = law(1.0, PerceptronTask.TEACHER, PatternEntries.SIGNS, 0.0, 1);
        assertThatThrownBy(() -> new BinaryPerceptron(10, taught)).hasMessageContaining("even");
        assertThatThrownBy(
                        () -> new BinaryPerceptron(0, law(1.0, PerceptronTask.STORAGE, PatternEntries.SIGNS, 0.0, 1)))
                .hasMessageContaining("1 or more");
    }
}
