package rugged.meanfield.narrow;

import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A loss l(y, h) of an output h whose label is y, with what state evolution and message passing ask of it: the proximal map, which minimises (h - omega)^2/(2 V) + l(y, h), as the answer
 *
 * <pre>g = (prox - omega)/V = -l'(y, prox)</pre>
 *
 * <p>and its slope -dg/domega. Losses of classification see u = y h alone, y = +-1. All are convex.
 */
public enum MarginLoss {
    /** (y - h)^2/2, for labels of any kind. */
    @Param.Also("square")
    RIDGE {
        @Override
        public double value(double y, double h) {
            return 0.5 * (y - h) * (y - h);
        }

        @Override
        public double slope(double y, double h) {
            return h - y;
        }

        @Override
        public double curvature(double y, double h) {
            return 1.0;
        }

        @Override
        public double answer(double y, double omega, double v) {
            return (y - omega) / (1.0 + v);
        }

        @Override
        public double stiffness(double y, double omega, double v, double g) {
            return 1.0 / (1.0 + v);
        }
    },

    /** log(1 + exp(-u)). */
    LOGISTIC {
        @Override
        public double value(double y, double h) {
            double u = y * h;
            return Math.max(0.0, -u) + Math.log1p(Math.exp(-Math.abs(u)));
        }

        @Override
        public double slope(double y, double h) {
            return -y * sigmoid(-y * h);
        }

        @Override
        public double curvature(double y, double h) {
            double s = sigmoid(-Math.abs(h));
            return s * (1.0 - s);
        }

        @Override
        public double answer(double y, double omega, double v) {
            return y * sigmoid(-proximal(y * omega, v));
        }

        @Override
        public double stiffness(double y, double omega, double v, double g) {
            double curvature = Math.abs(g) * (1.0 - Math.abs(g));
            return curvature / (1.0 + v * curvature);
        }
    },

    /** max(0, 1 - u). */
    HINGE {
        @Override
        public double value(double y, double h) {
            return Math.max(0.0, 1.0 - y * h);
        }

        @Override
        public double slope(double y, double h) {
            return y * h < 1.0 ? -y : 0.0;
        }

        @Override
        public double curvature(double y, double h) {
            return 0.0;
        }

        @Override
        public double answer(double y, double omega, double v) {
            return y * Math.clamp((1.0 - y * omega) / v, 0.0, 1.0);
        }

        @Override
        public double stiffness(double y, double omega, double v, double g) {
            return Math.abs(g) > 0.0 && Math.abs(g) < 1.0 ? 1.0 / v : 0.0;
        }

        @Override
        public double[] kinks(double v) {
            return new double[] {1.0 - v, 1.0};
        }
    },

    /** max(0, 1 - u)^2/2. */
    @Param.Also("quadratic-hinge")
    SQUARED_HINGE {
        @Override
        public double value(double y, double h) {
            double gap = Math.max(0.0, 1.0 - y * h);
            return 0.5 * gap * gap;
        }

        @Override
        public double slope(double y, double h) {
            return -y * Math.max(0.0, 1.0 - y * h);
        }

        @Override
        public double curvature(double y, double h) {
            return y * h < 1.0 ? 1.0 : 0.0;
        }

        @Override
        public double answer(double y, double omega, double v) {
            return y * Math.max(0.0, 1.0 - y * omega) / (1.0 + v);
        }

        @Override
        public double stiffness(double y, double omega, double v, double g) {
            return g == 0.0 ? 0.0 : 1.0 / (1.0 + v);
        }

        @Override
        public double[] kinks(double v) {
            return new double[] {1.0};
        }
    };

    private static final int MOST = 200;

    /** l(y, h). */
    public abstract double value(double y, double h);

    /** dl/dh; at a kink that of the side of larger u. */
    public abstract double slope(double y, double h);

    /** d^2 l/dh^2, without what stands at kinks. */
    public abstract double curvature(double y, double h);

    /** g. */
    public abstract double answer(double y, double omega, double v);

    /**
     * -dg/domega, not below 0.
     *
     * @param g the {@link #answer}
     */
    public abstract double stiffness(double y, double omega, double v, double g);

    /** u = y omega at which the answer has a kink, rising. */
    public double[] kinks(double v) {
        return new double[0];
    }

    /** Whether labels have to be +-1. */
    public boolean classifies() {
        return this != RIDGE;
    }

    /**
     * Refuses labels that the loss does not know, and risks without a minimum.
     *
     * @param instead what to ask for in the place of labels that a convex loss cannot learn from
     */
    public void require(TeacherLabel label, double decay, String instead) {
        if (!(decay >= 0.0) || Double.isInfinite(decay))
            throw new BadParameter("decay", decay, "is no weight decay", "a finite number, 0 or above");
        if (label == TeacherLabel.ABS)
            throw new BadParameter(
                    "label", "abs", "says nothing of a direction to a convex loss, which is even", instead);
        if (classifies() && !label.classes())
            throw new BadParameter(
                    "label", "linear", "is outside what this loss knows, +1 and -1", "sign, random or mixture");
        if (decay == 0.0 && classifies() && label == TeacherLabel.SIGN)
            throw new BadParameter(
                    "decay",
                    decay,
                    "leaves no finite minimum on separable examples, as those of a teacher are",
                    "above 0; theory max-margin is the limit");
    }

    /** 1/(1 + exp(-x)). */
    static double sigmoid(double x) {
        if (x >= 0.0) return 1.0 / (1.0 + Math.exp(-x));
        double e = Math.exp(x);
        return e / (1.0 + e);
    }

    /**
     * The h with h = u + v/(1 + exp(h)), which lies in [u, u + v]: Newton's steps, and the middle of the bracket where one leaves it or does not halve the step before. It ends where a step no longer moves; a point
     * that has converged is kept.
     */
    static double proximal(double u, double v) {
        double low = u;
        double high = u + v;
        double h = 0.5 * (low + high);
        double before = high - low;
        for (int k = 0; k < MOST; k++) {
            double s = sigmoid(-h);
            double residual = h - u - v * s;
            if (residual == 0.0) return h;
            if (residual > 0.0) high = h;
            else low = h;
            double step = -residual / (1.0 + v * s * (1.0 - s));
            double next = h + step;
            if (!(next >= low && next <= high) || Math.abs(step) > 0.5 * before) {
                next = 0.5 * (low + high);
                step = next - h;
            }
            before = Math.abs(step);
            h = next;
            if (before <= 4e-16 * (1.0 + Math.abs(h))) return h;
        }
        return h;
    }
}
