package rugged.loss;

import rugged.api.lessons.LossSpec;
import rugged.index.Named;
import rugged.meanfield.sequence.UnitLoss;
import rugged.params.BadParameter;

/**
 * Retrieval of a phase: the label is the absolute value y = |h*| of a teacher's output, and
 *
 * <pre>l = (y^2 - h^2)^2/4</pre>
 *
 * <p>Not convex: a student and its negative are alike, and a student that knows nothing is a saddle.
 *
 * <p>Source: Candes, Li and Soltanolkotabi, IEEE Trans. Inf. Theory 61, 1985 (2015).
 */
@Named(
        value = "phase",
        title = "Phase retrieval",
        doc = "(y^2 - h^2)^2/4 of one output h and the absolute value y of a teacher's.",
        source = "Candes, Li and Soltanolkotabi, IEEE Trans. Inf. Theory 61, 1985 (2015)",
        year = 2015,
        topics = {"learning", "inference"})
public record Phase() implements LossSpec {
    @Override
    public UnitLoss build(int tokens, int student, int teacher) {
        if (tokens != 1 || student != 1 || teacher != 1)
            throw new BadParameter(
                    tokens != 1 ? "tokens" : student != 1 ? "student" : "teacher",
                    tokens != 1 ? tokens : student != 1 ? student : teacher,
                    "is more than the one output whose phase is lost",
                    "1");
        return new Quartic();
    }

    private record Quartic() implements UnitLoss {
        @Override
        public int labels() {
            return 1;
        }

        @Override
        public double value(double[] y, double[] h, double[] q) {
            double gap = y[0] * y[0] - h[0] * h[0];
            return 0.25 * gap * gap;
        }

        @Override
        public double slopes(double[] y, double[] h, double[] q, double[] dh, double[] dq) {
            double gap = y[0] * y[0] - h[0] * h[0];
            dh[0] = -gap * h[0];
            return 0.25 * gap * gap;
        }

        @Override
        public void bend(double[] y, double[] h, double[] q, double[] vh, double[] vq, double[] dh, double[] dq) {
            dh[0] = (3.0 * h[0] * h[0] - y[0] * y[0]) * vh[0];
        }

        @Override
        public void teach(double[] h, double[] y) {
            y[0] = Math.abs(h[0]);
        }

        /** Where the two phases are equally far. */
        @Override
        public double[] kinks(double v) {
            return new double[] {0.0};
        }
    }
}
