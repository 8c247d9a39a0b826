package rugged.loss;

import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.sequence.UnitLoss;
import rugged.params.BadParameter;

/** A convex loss of one output of one token. */
record OneOutput(MarginLoss loss) implements UnitLoss {
    static OneOutput of(MarginLoss loss, int tokens, int student, int teacher) {
        if (tokens != 1 || student != 1 || teacher != 1)
            throw new BadParameter(
                    tokens != 1 ? "tokens" : student != 1 ? "student" : "teacher",
                    tokens != 1 ? tokens : student != 1 ? student : teacher,
                    "is more than the one output that this loss has",
                    "1; or loss: committee, attention or auto-encoder");
        return new OneOutput(loss);
    }

    @Override
    public int labels() {
        return 1;
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public boolean classifies() {
        return loss.classifies();
    }

    @Override
    public double value(double[] y, double[] h, double[] q) {
        return loss.value(y[0], h[0]);
    }

    @Override
    public double slopes(double[] y, double[] h, double[] q, double[] dh, double[] dq) {
        dh[0] = loss.slope(y[0], h[0]);
        return loss.value(y[0], h[0]);
    }

    @Override
    public void bend(double[] y, double[] h, double[] q, double[] vh, double[] vq, double[] dh, double[] dq) {
        dh[0] = loss.curvature(y[0], h[0]) * vh[0];
    }

    @Override
    public void teach(double[] h, double[] y) {
        y[0] = h[0];
    }

    /** Of signs 1 where they are wrong, and 1/2 at 0; else the square. */
    @Override
    public double error(double[] y, double[] h, double[] q) {
        if (!loss.classifies()) return (y[0] - h[0]) * (y[0] - h[0]);
        return 0.5 * (1.0 - y[0] * Math.signum(h[0]));
    }

    @Override
    public double[] kinks(double v) {
        return loss.kinks(v);
    }

    @Override
    public boolean answers(double[] y, double[] omega, double v, double[] g, double[] stiffness) {
        g[0] = loss.answer(y[0], omega[0], v);
        stiffness[0] = loss.stiffness(y[0], omega[0], v, g[0]);
        return true;
    }
}
