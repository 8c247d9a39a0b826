package rugged.landscape.network;

import java.util.Locale;
import java.util.random.RandomGenerator;
import rugged.api.Examples.Labels;
import rugged.num.Sigmoid;
import rugged.params.BadParameter;

/**
 * Loss of one example as a function of its K outputs o, with label y: a class number, a sign, or a value. Row {@code at} of arrays o[... K] is the example's.
 * The Hessian with respect to o is positive semi-definite for all of them.
 */
public enum NetworkLoss {
    /** Cross-entropy for classes, logistic for signs, squared for values. */
    AUTO {
        @Override
        double value(double[] o, int at, int k, double y, double margin, double[] slope) {
            throw new IllegalStateException("the loss was not resolved");
        }

        @Override
        void curvature(double[] o, int at, int k, double y, double margin, double[] ro) {
            throw new IllegalStateException("the loss was not resolved");
        }
    },
    /** -ln softmax(o)_y: K outputs for K classes. */
    CROSS_ENTROPY {
        @Override
        double value(double[] o, int at, int k, double y, double margin, double[] slope) {
            double top = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < k; i++) top = Math.max(top, o[at + i]);
            double sum = 0.0;
            for (int i = 0; i < k; i++) sum += Math.exp(o[at + i] - top);
            double own = o[at + (int) y];
            for (int i = 0; i < k; i++) slope[at + i] = Math.exp(o[at + i] - top) / sum;
            slope[at + (int) y] -= 1.0;
            return top - own + Math.log(sum);
        }

        @Override
        void curvature(double[] o, int at, int k, double y, double margin, double[] ro) {
            double top = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < k; i++) top = Math.max(top, o[at + i]);
            double sum = 0.0;
            double mean = 0.0;
            for (int i = 0; i < k; i++) {
                double e = Math.exp(o[at + i] - top);
                sum += e;
                mean += e * ro[at + i];
            }
            mean /= sum;
            for (int i = 0; i < k; i++) ro[at + i] = Math.exp(o[at + i] - top) / sum * (ro[at + i] - mean);
        }

        @Override
        void sampled(double[] o, int at, int k, double y, double margin, RandomGenerator random, double[] slope) {
            value(o, at, k, 0, margin, slope);
            slope[at] += 1.0;
            double left = random.nextDouble();
            int drawn = 0;
            while (drawn < k - 1 && left >= slope[at + drawn]) left -= slope[at + drawn++];
            slope[at + drawn] -= 1.0;
        }
    },
    /** ln(1 + e^{-y o}), y = +-1, one output. */
    LOGISTIC {
        @Override
        double value(double[] o, int at, int k, double y, double margin, double[] slope) {
            double m = y * o[at];
            slope[at] = -y * Sigmoid.of(-m);
            return Math.max(-m, 0.0) + Math.log1p(Math.exp(-Math.abs(m)));
        }

        @Override
        void curvature(double[] o, int at, int k, double y, double margin, double[] ro) {
            double s = Sigmoid.of(o[at]);
            ro[at] *= s * (1.0 - s);
        }

        @Override
        void sampled(double[] o, int at, int k, double y, double margin, RandomGenerator random, double[] slope) {
            value(o, at, k, random.nextDouble() < Sigmoid.of(o[at]) ? 1.0 : -1.0, margin, slope);
        }
    },
    /** max(0, margin - y o)^2 / 2, y = +-1, one output: exactly 0 in a finite region. */
    HINGE {
        @Override
        double value(double[] o, int at, int k, double y, double margin, double[] slope) {
            double gap = Math.max(0.0, margin - y * o[at]);
            slope[at] = -y * gap;
            return 0.5 * gap * gap;
        }

        @Override
        void curvature(double[] o, int at, int k, double y, double margin, double[] ro) {
            if (!(margin - y * o[at] > 0.0)) ro[at] = 0.0;
        }
    },
    /** ln(1 + e^{20 (margin - y o)})/20, y = +-1, one output: a hinge of slope 1 whose corner is round. */
    SOFT_HINGE {
        @Override
        double value(double[] o, int at, int k, double y, double margin, double[] slope) {
            double m = SHARPNESS * (y * o[at] - margin);
            slope[at] = -y * Sigmoid.of(-m);
            return (Math.max(-m, 0.0) + Math.log1p(Math.exp(-Math.abs(m)))) / SHARPNESS;
        }

        @Override
        void curvature(double[] o, int at, int k, double y, double margin, double[] ro) {
            double s = Sigmoid.of(SHARPNESS * (y * o[at] - margin));
            ro[at] *= SHARPNESS * s * (1.0 - s);
        }
    },
    /** |o - target|^2 / 2, the target being y for one output and the unit vector of class y for K. */
    SQUARED {
        @Override
        double value(double[] o, int at, int k, double y, double margin, double[] slope) {
            double sum = 0.0;
            for (int i = 0; i < k; i++) {
                double target = k == 1 ? y : i == (int) y ? 1.0 : 0.0;
                slope[at + i] = o[at + i] - target;
                sum += slope[at + i] * slope[at + i];
            }
            return 0.5 * sum;
        }

        @Override
        void curvature(double[] o, int at, int k, double y, double margin, double[] ro) {}
    };

    /** Of the soft hinge: Geiger et al., J. Stat. Mech. 113301 (2020). */
    public static final double SHARPNESS = 20.0;

    /** The loss that goes with labels: itself, unless it is {@link #AUTO}. Throws for labels that it has no meaning for. */
    public NetworkLoss resolved(Labels labels) {
        if (this == AUTO) {
            return switch (labels) {
                case CLASSES -> CROSS_ENTROPY;
                case SIGNS -> LOGISTIC;
                case VALUES -> SQUARED;
            };
        }
        boolean signed = this == LOGISTIC || this == HINGE || this == SOFT_HINGE;
        if (signed && labels != Labels.SIGNS) {
            throw new BadParameter(
                    "loss",
                    word(),
                    "needs labels +1 and -1, the data have " + words(labels),
                    "labels: parity, or another loss");
        }
        if (this == CROSS_ENTROPY && labels != Labels.CLASSES) {
            throw new BadParameter(
                    "loss",
                    word(),
                    "needs classes, the data have " + words(labels),
                    "loss: auto, or data with classes");
        }
        return this;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Labels labels) {
        return switch (labels) {
            case CLASSES -> "classes";
            case SIGNS -> "signs";
            case VALUES -> "real values";
        };
    }

    /** l(o, y); overwrites slope[at ... at + k) with dl/do. */
    abstract double value(double[] o, int at, int k, double y, double margin, double[] slope);

    /** Replaces ro[at ... at + k) by its product with the Hessian of l with respect to o. */
    abstract void curvature(double[] o, int at, int k, double y, double margin, double[] ro);

    /**
     * Overwrites slope[at ... at + k) with a random slope whose mean is 0 and whose covariance is the Hessian of l with respect to o: that of a label drawn from
     * softmax(o) or from the logistic law, and a normal one, where the Hessian is 1, for losses that predict no label.
     */
    void sampled(double[] o, int at, int k, double y, double margin, RandomGenerator random, double[] slope) {
        for (int i = at; i < at + k; i++) slope[i] = random.nextGaussian();
        curvature(o, at, k, y, margin, slope);
    }
}
