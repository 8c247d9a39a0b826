package rugged.loss;

import rugged.api.lessons.LossSpec;
import rugged.index.Named;
import rugged.meanfield.sequence.UnitLoss;
import rugged.params.Param;

/**
 * Half the squared error of a committee, which adds what its units make of all tokens,
 *
 * <pre>l = (y - f(h))^2/2,   f(h) = (1/L) sum_lk phi(h_lk)</pre>
 *
 * <p>whose teacher answers f of its own outputs. Not convex, and the same for every order of units; with an odd activation a unit that is turned round takes its sign along.
 *
 * <p>Source: Saad and Solla, Phys. Rev. E 52, 4225 (1995).
 */
@Named(
        value = "committee",
        title = "Committee",
        doc = "Half the squared error of a sum of units, averaged over tokens.",
        source = "Saad and Solla, Phys. Rev. E 52, 4225 (1995)",
        year = 1995,
        topics = {"learning"})
public record CommitteeLoss(
        @Param(doc = "what a unit makes of its output: erf (of h/sqrt(2)), tanh or linear", def = "erf")
        UnitActivation activation)
        implements LossSpec {
    @Override
    public UnitLoss build(int tokens, int student, int teacher) {
        return new Sum(activation, 1.0 / tokens);
    }

    private record Sum(UnitActivation activation, double share) implements UnitLoss {
        @Override
        public int labels() {
            return 1;
        }

        private double answer(double[] h) {
            double sum = 0.0;
            for (double one : h) sum += activation.at(one);
            return share * sum;
        }

        @Override
        public double value(double[] y, double[] h, double[] q) {
            double gap = y[0] - answer(h);
            return 0.5 * gap * gap;
        }

        @Override
        public double slopes(double[] y, double[] h, double[] q, double[] dh, double[] dq) {
            double gap = y[0] - answer(h);
            for (int a = 0; a < dh.length; a++) dh[a] = -gap * share * activation.slope(h[a]);
            return 0.5 * gap * gap;
        }

        @Override
        public void bend(double[] y, double[] h, double[] q, double[] vh, double[] vq, double[] dh, double[] dq) {
            double gap = y[0] - answer(h);
            double moved = 0.0;
            for (int a = 0; a < h.length; a++) moved += share * activation.slope(h[a]) * vh[a];
            for (int a = 0; a < dh.length; a++)
                dh[a] = share * (moved * activation.slope(h[a]) - gap * activation.curvature(h[a]) * vh[a]);
        }

        @Override
        public void teach(double[] h, double[] y) {
            y[0] = answer(h);
        }

        /** The square, without the half. */
        @Override
        public double error(double[] y, double[] h, double[] q) {
            return 2.0 * value(y, h, q);
        }
    }
}
