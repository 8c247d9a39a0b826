package rugged.dynamics.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.DynamicsSpec;
import rugged.api.lessons.StoredExamples;
import rugged.api.motion.Stepper;
import rugged.landscape.rules.StudentPerceptron;
import rugged.meanfield.rules.HebbSolution;
import rugged.meanfield.rules.LearningRule;
import rugged.meanfield.rules.LessonTask;
import rugged.meanfield.rules.Rehearsal;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.BadParameter;

class LessonsTest {
    private static StudentPerceptron student(int n, double alpha, LearningRule energy, long seed) {
        return new StudentPerceptron(n, alpha, 0.0, 1.0, 0.0, energy, seed);
    }

    private static double[] start(StoredExamples model, long seed) {
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(seed).stream("start", 0));
        return x;
    }

    private static DynamicsSpec dynamics(LearningRule rule, Lessons lessons) {
        return switch (rule) {
            case HEBB -> new Hebb(lessons);
            case PERCEPTRON -> new PerceptronRule(lessons);
            case ADATRON -> new AdaTron(lessons);
        };
    }

    @Test
    void theStartHasTheOverlapsThatAreAskedFor() {
        StudentPerceptron spec = new StudentPerceptron(300, 2.0, 0.25, 2.5, 0.7, LearningRule.HEBB, 4);
        StoredExamples model = spec.build();
        double[] w = start(model, 9);
        assertThat(Vectors.dot(w, w) / 300).isCloseTo(2.5, within(1e-12));
        assertThat(model.teacherOverlap(w)).isCloseTo(0.7, within(1e-12));
        double before = model.field(w, 17);
        model.learn(w, 1.0, 17, 0.3);
        assertThat(model.field(w, 17) - before).isCloseTo(0.3, within(1e-12));
        int flipped = 0;
        for (int mu = 0; mu < 600; mu++) if (model.label(mu) * model.teacherField(mu) < 0) flipped++;
        assertThat(flipped / 600.0).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 600)));
    }

    /** A step of the batch rule is a step down the energy of that rule. */
    @ParameterizedTest
    @EnumSource(LearningRule.class)
    void theBatchRuleGoesDownItsEnergy(LearningRule rule) {
        StoredExamples model = student(120, 1.5, rule, 3).build();
        double[] w = start(model, 1);
        double[] g = new double[120];
        model.energyAndGradient(w, g);
        Stepper stepper =
                dynamics(rule, new Lessons(Rehearsal.BATCH, 0.7, 0.2, 0.05)).start(model, w, Streams.of(1));
        stepper.step();
        double[] moved = new double[120];
        stepper.state(moved);
        for (int i = 0; i < 120; i++)
            assertThat(moved[i]).isCloseTo(w[i] - 0.05 * (0.7 * g[i] + 0.2 * w[i]), within(1e-12));
        assertThat(stepper.time()).isEqualTo(0.05);
    }

    /** A step on-line, by hand. */
    @ParameterizedTest
    @EnumSource(LearningRule.class)
    void oneExampleMovesTheStudentAlongItself(LearningRule rule) {
        StoredExamples model = student(150, 0.01, rule, 3).build(); // two examples
        double[] w = start(model, 1);
        Lessons lessons = new Lessons(Rehearsal.EPOCHS, 0.7, 0.3, 0.02);
        Stepper stepper = dynamics(rule, lessons).start(model, w, Streams.of(1));
        int first = Streams.of(1).stream("lessons", 0).nextInt(2);
        double field = model.field(w, first);
        double[] expected = w.clone();
        model.learn(expected, 1 - 0.3 / 150, first, 0.7 * rule.strength(field, model.label(first)));
        stepper.step();
        double[] moved = new double[150];
        stepper.state(moved);
        assertThat(moved).containsExactly(expected);
        // looking on the way changes nothing
        Stepper unseen = dynamics(rule, lessons).start(model, w, Streams.of(1));
        for (int k = 0; k < 9; k++) unseen.step();
        for (int k = 0; k < 8; k++) {
            stepper.step();
            stepper.state(moved);
        }
        unseen.state(expected);
        assertThat(moved).containsExactly(expected);
    }

    /** A pass of Hebb's rule shows every example once: the sum of all of them. */
    @Test
    void aPassShowsEveryExampleOnce() {
        StoredExamples model = student(100, 0.7, LearningRule.HEBB, 3).build();
        double[] w = start(model, 1);
        Stepper stepper = new Hebb(new Lessons(Rehearsal.EPOCHS, 1, 0, 0.02)).start(model, w, Streams.of(5));
        double[] all = w.clone();
        for (int pass = 1; pass <= 3; pass++) {
            for (int k = 0; k < 70; k++) stepper.step();
            for (int mu = 0; mu < 70; mu++) model.learn(all, 1, mu, model.label(mu));
            double[] moved = new double[100];
            stepper.state(moved);
            for (int i = 0; i < 100; i++) assertThat(moved[i]).isCloseTo(all[i], within(1e-12));
        }
        assertThat(stepper.evaluations()).isEqualTo(3);
    }

    @Test
    void aStudentThatIsNeverWrongStays() {
        StoredExamples model = student(200, 0.3, LearningRule.PERCEPTRON, 3).build();
        Stepper stepper = new PerceptronRule(new Lessons(Rehearsal.ON_LINE, 1, 0, 0.02))
                .start(model, start(model, 1), Streams.of(5));
        stepper.advance(20);
        double[] w = new double[200];
        stepper.state(w);
        for (int mu = 0; mu < model.patterns(); mu++)
            assertThat(model.label(mu) * model.field(w, mu)).isPositive();
        stepper.advance(25);
        double[] later = new double[200];
        stepper.state(later);
        assertThat(later).containsExactly(w);
    }

    @Test
    void stepsThatAreTooLargeAreRefused() {
        assertThatThrownBy(() -> new Lessons(Rehearsal.BATCH, 2, 0, 0.06))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("step too large");
        assertThat(new Lessons(Rehearsal.ON_LINE, 2, 0, 0.06).learningRate()).isEqualTo(2);
        assertThat(new Hebb(new Lessons(Rehearsal.ON_LINE, 1, 300, 0.02))
                        .objection(student(200, 1, LearningRule.HEBB, 1)))
                .hasValueSatisfying(words -> assertThat(words).contains("turns the weights over"));
    }

    /** Means over training sets of Q, R, E_t and E_g at a time, and their errors. */
    private static Map<String, double[]> means(
            LearningRule rule, boolean batch, int n, double alpha, double t, int sets) {
        Map<String, double[]> found = new HashMap<>();
        for (int set = 0; set < sets; set++) {
            StoredExamples model = student(n, alpha, rule, 100 + set).build();
            Lessons lessons = new Lessons(batch ? Rehearsal.BATCH : Rehearsal.ON_LINE, 1, 0, 0.02);
            Stepper stepper = dynamics(rule, lessons).start(model, start(model, 200 + set), Streams.of(300 + set));
            stepper.advance(t);
            double[] w = new double[n];
            stepper.state(w);
            double q = Vectors.dot(w, w) / n;
            double r = model.teacherOverlap(w);
            int wrong = 0;
            for (int mu = 0; mu < model.patterns(); mu++) if (model.label(mu) * model.field(w, mu) < 0) wrong++;
            add(found, "Q", q, sets);
            add(found, "R", r, sets);
            add(found, "E_t", (double) wrong / model.patterns(), sets);
            add(found, "E_g", LessonTask.generalisationError(q, r), sets);
        }
        found.replaceAll((_, sums) ->
                new double[] {sums[0], Math.sqrt(Math.max(0, sums[1] - sums[0] * sums[0]) / (sets - 1))});
        return found;
    }

    private static void add(Map<String, double[]> found, String name, double value, int sets) {
        double[] sums = found.computeIfAbsent(name, _ -> new double[2]);
        sums[0] += value / sets;
        sums[1] += value * value / sets;
    }

    private static void assertMean(Map<String, double[]> found, String name, double value, double bias) {
        double[] mean = found.get(name);
        assertThat(mean[0]).as(name).isCloseTo(value, within(bias + 4 * mean[1]));
    }

    @Test
    @Tag("slow")
    void simulationsOfHebbsRuleAreTheExactSolution() {
        HebbSolution batch = new HebbSolution(new LessonTask(LearningRule.HEBB, true, 0.5, 1, 0, 1, 0), 0);
        Map<String, double[]> found = means(LearningRule.HEBB, true, 800, 0.5, 2, 6);
        assertMean(found, "Q", batch.length(2), 0.05);
        assertMean(found, "R", batch.overlap(2), 0.01);
        assertMean(found, "E_t", batch.trainingError(2), 0.003);
        HebbSolution onLine = new HebbSolution(new LessonTask(LearningRule.HEBB, false, 1, 1, 0, 1, 0), 0);
        found = means(LearningRule.HEBB, false, 800, 1, 2, 6);
        assertMean(found, "Q", onLine.length(2), 0.05);
        assertMean(found, "E_t", onLine.trainingError(2), 0.003);
        assertMean(found, "E_g", 0.327244, 0.003);
    }

    /** Independent simulations; finite sizes move E_g by about 0.003. */
    @Test
    @Tag("slow")
    void numbersOfSimulations() {
        Map<String, double[]> found = means(LearningRule.PERCEPTRON, false, 4000, 1, 10, 3);
        assertMean(found, "Q", 1.020, 0.005);
        assertMean(found, "R", 0.541, 0.005);
        assertMean(found, "E_t", 0.0092, 0.003);
        assertMean(found, "E_g", 0.3200, 0.005);
        found = means(LearningRule.PERCEPTRON, false, 4000, 1, 2, 3);
        assertMean(found, "E_t", 0.1318, 0.003);
        assertMean(found, "E_g", 0.3724, 0.005);
        found = means(LearningRule.PERCEPTRON, false, 1500, 4, 10, 6);
        assertMean(found, "E_t", 0.0800, 4 * 0.0012);
        assertMean(found, "E_g", 0.1677, 4 * 0.0019);
        found = means(LearningRule.ADATRON, false, 1500, 2, 10, 6);
        assertMean(found, "E_t", 0.1083, 4 * 0.0022);
        assertMean(found, "E_g", 0.3051, 4 * 0.0007);
        found = means(LearningRule.PERCEPTRON, true, 1500, 4, 10, 6);
        assertMean(found, "Q", 0.3421, 0.01);
        assertMean(found, "R", 0.4855, 0.01);
        assertMean(found, "E_g", 0.1883, 4 * 0.0013);
    }
}
