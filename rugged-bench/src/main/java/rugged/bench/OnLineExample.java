package rugged.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rugged.api.lessons.StoredExamples;
import rugged.api.motion.Stepper;
import rugged.dynamics.rules.Hebb;
import rugged.dynamics.rules.Lessons;
import rugged.dynamics.rules.PerceptronRule;
import rugged.landscape.rules.StudentPerceptron;
import rugged.meanfield.rules.LearningRule;
import rugged.meanfield.rules.Rehearsal;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * What does an on-line update cost beside one read of a pattern? {@code read} is the field of a random example as the program keeps it, bits; {@code readFloats} the same product with the example as
 * floats, read from memory; {@code hebb} an update that always moves the student, {@code perceptron} one that moves it where it is wrong. One thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx4g"})
// JMH fills the parameters and calls the set-up
@SuppressWarnings("NullAway.Init")
public class OnLineExample {
    private static final double ALPHA = 4.0;

    @Param({"1500", "10000"})
    private int weights;

    private StoredExamples examples;
    private RandomStream random;
    private Stepper hebb;
    private Stepper perceptron;
    private double[] w;
    private float[] floats;

    /** Draws the examples, and keeps them as floats as well. */
    @Setup
    public void build() {
        examples = new StudentPerceptron(weights, ALPHA, 0.0, 1.0, 0.0, LearningRule.PERCEPTRON, 1).build();
        random = Streams.of(2).stream("bench", 0);
        w = new double[weights];
        examples.randomise(w, random);
        Lessons lessons = new Lessons(Rehearsal.ON_LINE, 1.0, 0.0, 0.02);
        hebb = new Hebb(lessons).start(examples.fork(), w, Streams.of(3));
        perceptron = new PerceptronRule(lessons).start(examples.fork(), w, Streams.of(4));
        floats = new float[Math.multiplyExact(examples.patterns(), weights)];
        for (int k = 0; k < floats.length; k++) floats[k] = random.nextBoolean() ? 1.0f : -1.0f;
    }

    /** One field of a random example. */
    @Benchmark
    public double read() {
        return examples.field(w, random.nextInt(examples.patterns()));
    }

    /** The same with floats in the place of bits. */
    @Benchmark
    public double readFloats() {
        int from = random.nextInt(examples.patterns()) * weights;
        double one = 0.0;
        double two = 0.0;
        double three = 0.0;
        double four = 0.0;
        for (int i = 0; i + 4 <= weights; i += 4) {
            one += floats[from + i] * w[i];
            two += floats[from + i + 1] * w[i + 1];
            three += floats[from + i + 2] * w[i + 2];
            four += floats[from + i + 3] * w[i + 3];
        }
        return one + two + three + four;
    }

    /** One update of Hebb's rule. */
    @Benchmark
    public long hebb() {
        hebb.step();
        return hebb.steps();
    }

    /** One update of the perceptron rule. */
    @Benchmark
    public long perceptron() {
        perceptron.step();
        return perceptron.steps();
    }
}
