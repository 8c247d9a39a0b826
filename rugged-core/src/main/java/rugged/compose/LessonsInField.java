package rugged.compose;

import rugged.api.lessons.FreshExamples;
import rugged.api.lessons.StoredExamples;
import rugged.api.model.Batch;
import rugged.num.RandomStream;

/** Students that a field pulls at besides their examples: dw/dt of the rule, plus h. */
final class LessonsInField {
    private LessonsInField() {}

    private static void pull(double[] w, double time, double[] h) {
        for (int i = 0; i < w.length; i++) w[i] += time * h[i];
    }

    /** With stored examples. */
    record Stored(StoredExamples base, Tilted tilted) implements StoredExamples, InField {
        @Override
        public int patterns() {
            return base.patterns();
        }

        @Override
        public double energyAndGradient(double[] x, Batch batch, double[] g) {
            return tilted.tilt(x, base.energyAndGradient(x, batch, g), g);
        }

        @Override
        public double field(double[] w, int example) {
            return base.field(w, example);
        }

        @Override
        public double teacherField(int example) {
            return base.teacherField(example);
        }

        @Override
        public int label(int example) {
            return base.label(example);
        }

        @Override
        public void learn(double[] w, double decay, int example, double amount) {
            base.learn(w, decay, example, amount);
        }

        @Override
        public double teacherOverlap(double[] w) {
            return base.teacherOverlap(w);
        }

        @Override
        public boolean driven() {
            return true;
        }

        @Override
        public void push(double[] w, double time) {
            base.push(w, time);
            pull(w, time, tilted.field());
        }

        @Override
        public Stored fork() {
            StoredExamples fork = base.fork();
            return new Stored(fork, new Tilted(fork, tilted.field()));
        }
    }

    /** With fresh ones. */
    record Fresh(FreshExamples base, Tilted tilted) implements FreshExamples, InField {
        @Override
        public void learn(double[] w, double rate, RandomStream random) {
            base.learn(w, rate, random);
            pull(w, 1.0 / base.inputs(), tilted.field());
        }

        @Override
        public int inputs() {
            return base.inputs();
        }

        @Override
        public int units() {
            return base.units();
        }

        @Override
        public int teacherUnits() {
            return base.teacherUnits();
        }

        @Override
        public void overlaps(double[] w, double[] q, double[] r) {
            base.overlaps(w, q, r);
        }

        @Override
        public Fresh fork() {
            FreshExamples fork = base.fork();
            return new Fresh(fork, new Tilted(fork, tilted.field()));
        }
    }
}
