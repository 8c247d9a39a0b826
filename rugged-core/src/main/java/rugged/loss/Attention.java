package rugged.loss;

import rugged.api.lessons.LossSpec;
import rugged.index.Named;
import rugged.meanfield.sequence.UnitLoss;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A layer of attention whose queries and keys are the same few projections: token l attends to token m with
 *
 * <pre>A_lm = exp(h_l.h_m)/sum_m' exp(h_l.h_m'),   l = |A(h) - y|^2/2</pre>
 *
 * <p>The label is the matrix of a teacher who attends in part by what tokens mean and in part by where they stand, y = (1 - p) A(h*) + p P, where P has the given weight for a token's own place and shares the rest among the others. In
 * high dimension tokens are orthogonal, and |A x - y x|^2/d of the mixed tokens is |A - y|^2. Not convex, and the same for every rotation of units.
 *
 * <p>Source: Cui, Behrens, Krzakala and Zdeborova, arXiv:2402.03902; Cui, arXiv:2409.13904.
 */
@Named(
        value = "attention",
        title = "Attention with tied projections",
        doc = "Half the squared distance of a matrix of attention from a teacher's.",
        source = "Cui, Behrens, Krzakala and Zdeborova, arXiv:2402.03902",
        year = 2024,
        topics = {"learning"})
public record Attention(
        @Param(doc = "share p of the teacher's attention that goes by place", symbol = "p", def = "0", min = 0, max = 1)
        double place,

        @Param(doc = "weight of a token's own place in that share", def = "0.6", min = 0, max = 1)
        double own)
        implements LossSpec {
    @Override
    public UnitLoss build(int tokens, int student, int teacher) {
        if (tokens < 2) throw new BadParameter("tokens", tokens, "has nothing to attend to", "2 or more");
        return new Layer(tokens, place, own);
    }

    private static final class Layer implements UnitLoss {
        private final int tokens;
        private final double place;
        private final double own;
        private final double[] a;
        private final double[] pull;
        private final double[] turn;

        Layer(int tokens, double place, double own) {
            this.tokens = tokens;
            this.place = place;
            this.own = own;
            a = new double[tokens * tokens];
            pull = new double[tokens * tokens];
            turn = new double[tokens * tokens];
        }

        @Override
        public int labels() {
            return tokens * tokens;
        }

        /** Overwrites a. */
        private void attend(double[] h) {
            int units = h.length / tokens;
            for (int l = 0; l < tokens; l++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int m = 0; m < tokens; m++) {
                    double score = dot(h, l, h, m, units);
                    a[l * tokens + m] = score;
                    most = Math.max(most, score);
                }
                double sum = 0.0;
                for (int m = 0; m < tokens; m++) {
                    a[l * tokens + m] = Math.exp(a[l * tokens + m] - most);
                    sum += a[l * tokens + m];
                }
                for (int m = 0; m < tokens; m++) a[l * tokens + m] /= sum;
            }
        }

        private static double dot(double[] x, int l, double[] y, int m, int units) {
            double sum = 0.0;
            for (int k = 0; k < units; k++) sum += x[l * units + k] * y[m * units + k];
            return sum;
        }

        @Override
        public double value(double[] y, double[] h, double[] q) {
            attend(h);
            double sum = 0.0;
            for (int c = 0; c < a.length; c++) sum += 0.5 * (a[c] - y[c]) * (a[c] - y[c]);
            return sum;
        }

        /** Overwrites pull with dl/d(h_l.h_m), of the softmax of row l: A_lm (e_lm - sum_m' A_lm' e_lm'), e = A - y. */
        private double pulls(double[] y) {
            double value = 0.0;
            for (int l = 0; l < tokens; l++) {
                double mean = 0.0;
                for (int c = l * tokens; c < (l + 1) * tokens; c++) {
                    mean += a[c] * (a[c] - y[c]);
                    value += 0.5 * (a[c] - y[c]) * (a[c] - y[c]);
                }
                for (int c = l * tokens; c < (l + 1) * tokens; c++) pull[c] = a[c] * (a[c] - y[c] - mean);
            }
            return value;
        }

        @Override
        public double slopes(double[] y, double[] h, double[] q, double[] dh, double[] dq) {
            attend(h);
            double value = pulls(y);
            spread(pull, h, dh, false);
            return value;
        }

        /** dh_l = sum_m (p_lm + p_ml) h_m, or adds it. */
        private void spread(double[] p, double[] h, double[] dh, boolean more) {
            int units = h.length / tokens;
            for (int l = 0; l < tokens; l++)
                for (int k = 0; k < units; k++) {
                    double sum = more ? dh[l * units + k] : 0.0;
                    for (int m = 0; m < tokens; m++) sum += (p[l * tokens + m] + p[m * tokens + l]) * h[m * units + k];
                    dh[l * units + k] = sum;
                }
        }

        @Override
        public void bend(double[] y, double[] h, double[] q, double[] vh, double[] vq, double[] dh, double[] dq) {
            attend(h);
            pulls(y);
            int units = h.length / tokens;
            for (int l = 0; l < tokens; l++) {
                double moved = 0.0;
                for (int m = 0; m < tokens; m++) {
                    int c = l * tokens + m;
                    turn[c] = dot(vh, l, h, m, units) + dot(h, l, vh, m, units);
                    moved += a[c] * turn[c];
                }
                double mean = 0.0;
                double change = 0.0;
                for (int c = l * tokens; c < (l + 1) * tokens; c++) {
                    double step = a[c] * (turn[c] - moved); // how A moves
                    mean += a[c] * (a[c] - y[c]);
                    change += step * (a[c] - y[c]) + a[c] * step;
                }
                for (int c = l * tokens; c < (l + 1) * tokens; c++) {
                    double step = a[c] * (turn[c] - moved);
                    turn[c] = step * (a[c] - y[c] - mean) + a[c] * (step - change);
                }
            }
            spread(pull, vh, dh, false);
            spread(turn, h, dh, true);
        }

        @Override
        public void teach(double[] h, double[] y) {
            attend(h);
            double other = (1.0 - own) / (tokens - 1.0);
            for (int l = 0; l < tokens; l++)
                for (int m = 0; m < tokens; m++)
                    y[l * tokens + m] = (1.0 - place) * a[l * tokens + m] + place * (l == m ? own : other);
        }
    }
}
