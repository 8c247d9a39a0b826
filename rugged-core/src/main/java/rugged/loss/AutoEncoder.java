package rugged.loss;

import rugged.api.lessons.LossSpec;
import rugged.index.Named;
import rugged.meanfield.sequence.UnitLoss;
import rugged.params.Param;

/**
 * What an auto-encoder with tied weights loses of an input, beside what it loses with weights of 0: with s_k = phi(h_k) and Q = w^T w/d,
 *
 * <pre>l = |x - w s/sqrt(d)|^2/2 - |x|^2/2 = sum_l (-h_l.s_l + s_l.Q s_l/2)</pre>
 *
 * <p>Nothing is taught. Linear units find the largest principal component.
 *
 * <p>Source: Cui, arXiv:2409.13904; Baldi and Hornik, Neural Networks 2, 53 (1989).
 */
@Named(
        value = "auto-encoder",
        title = "Auto-encoder with tied weights",
        doc = "Half the squared distance of an input from what a few units make of it, less that of no units.",
        source = "Cui, arXiv:2409.13904",
        year = 2024,
        topics = {"learning"})
public record AutoEncoder(
        @Param(doc = "what a unit makes of its output: erf (of h/sqrt(2)), tanh or linear", def = "tanh")
        UnitActivation activation)
        implements LossSpec {
    @Override
    public UnitLoss build(int tokens, int student, int teacher) {
        return new Tied(activation, tokens, student, new double[student], new double[student]);
    }

    private record Tied(UnitActivation activation, int tokens, int units, double[] s, double[] moved)
            implements UnitLoss {
        @Override
        public int labels() {
            return 0;
        }

        @Override
        public boolean seesProducts() {
            return true;
        }

        @Override
        public double value(double[] y, double[] h, double[] q) {
            double sum = 0.0;
            for (int l = 0; l < tokens; l++) {
                for (int k = 0; k < units; k++) s[k] = activation.at(h[l * units + k]);
                for (int k = 0; k < units; k++) sum += s[k] * (0.5 * times(q, k, s) - h[l * units + k]);
            }
            return sum;
        }

        private double times(double[] q, int row, double[] x) {
            double sum = 0.0;
            for (int i = 0; i < units; i++) sum += q[row * units + i] * x[i];
            return sum;
        }

        @Override
        public double slopes(double[] y, double[] h, double[] q, double[] dh, double[] dq) {
            java.util.Arrays.fill(dq, 0.0);
            double sum = 0.0;
            for (int l = 0; l < tokens; l++) {
                int from = l * units;
                for (int k = 0; k < units; k++) s[k] = activation.at(h[from + k]);
                for (int k = 0; k < units; k++) {
                    double back = times(q, k, s);
                    sum += s[k] * (0.5 * back - h[from + k]);
                    dh[from + k] = -s[k] + activation.slope(h[from + k]) * (back - h[from + k]);
                    for (int i = 0; i < units; i++) dq[i * units + k] += 0.5 * s[i] * s[k];
                }
            }
            return sum;
        }

        @Override
        public void bend(double[] y, double[] h, double[] q, double[] vh, double[] vq, double[] dh, double[] dq) {
            java.util.Arrays.fill(dq, 0.0);
            for (int l = 0; l < tokens; l++) {
                int from = l * units;
                for (int k = 0; k < units; k++) {
                    s[k] = activation.at(h[from + k]);
                    moved[k] = activation.slope(h[from + k]) * vh[from + k];
                }
                for (int k = 0; k < units; k++) {
                    double one = h[from + k];
                    double turn = times(q, k, moved) + times(vq, k, s) - vh[from + k];
                    dh[from + k] = -moved[k]
                            + activation.slope(one) * turn
                            + activation.curvature(one) * vh[from + k] * (times(q, k, s) - one);
                    for (int i = 0; i < units; i++) dq[i * units + k] += 0.5 * (moved[i] * s[k] + s[i] * moved[k]);
                }
            }
        }

        @Override
        public void teach(double[] h, double[] y) {}
    }
}
