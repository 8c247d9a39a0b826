package rugged.meanfield.bayesian;

import java.util.Locale;

/**
 * What a hidden unit of a Bayesian network makes of its field h, and the kernel that goes with it, K = E s(h) s(h') over Gaussian fields of covariance C. Kinks count as flat.
 *
 * <p>Source: Williams, Neural Comput. 10, 1203 (1998) for erf; Cho and Saul, NIPS 22, 342 (2009) for relu.
 */
public enum HiddenUnit {
    /** erf(h), not erf(h / sqrt 2): K = (2/pi) asin(2 C12 / sqrt((1 + 2 C11)(1 + 2 C22))). */
    ERF {
        @Override
        public void apply(double[] h, int count, double[] d) {
            ErrorFunction.apply(h, count, d);
        }

        @Override
        public double kernel(double a, double b, double c) {
            return 2.0 / Math.PI * Math.asin(within(2.0 * c / Math.sqrt((1.0 + 2.0 * a) * (1.0 + 2.0 * b))));
        }

        @Override
        public double slopes(double a, double b, double c) {
            return 4.0 / (Math.PI * Math.sqrt((1.0 + 2.0 * a) * (1.0 + 2.0 * b) - 4.0 * c * c));
        }
    },
    /** max(0, h): K = sqrt(C11 C22)/(2 pi) (sqrt(1 - r^2) + r (pi - acos r)), r the correlation; 0 where an input is 0. */
    RELU {
        @Override
        public void apply(double[] h, int count, double[] d) {
            for (int i = 0; i < count; i++) {
                boolean on = h[i] > 0.0;
                d[i] = on ? 1.0 : 0.0;
                // a field that is not a number stays one
                if (h[i] <= 0.0) h[i] = 0.0;
            }
        }

        @Override
        public double kernel(double a, double b, double c) {
            double size = Math.sqrt(a * b);
            if (!(size > 0.0)) return 0.0;
            double r = within(c / size);
            return size / (2.0 * Math.PI) * (Math.sqrt(1.0 - r * r) + r * (Math.PI - Math.acos(r)));
        }

        @Override
        public double slopes(double a, double b, double c) {
            double size = Math.sqrt(a * b);
            return size > 0.0 ? (Math.PI - Math.acos(within(c / size))) / (2.0 * Math.PI) : 0.0;
        }
    },
    /** h: K = C. */
    LINEAR {
        @Override
        public void apply(double[] h, int count, double[] d) {
            java.util.Arrays.fill(d, 0, count, 1.0);
        }

        @Override
        public double kernel(double a, double b, double c) {
            return c;
        }

        @Override
        public double slopes(double a, double b, double c) {
            return 1.0;
        }
    },
    /** tanh(h): K by quadrature. */
    TANH {
        @Override
        public void apply(double[] h, int count, double[] d) {
            HyperbolicTangent.apply(h, count, d);
        }

        @Override
        public double kernel(double a, double b, double c) {
            return PairAverage.of(Math::tanh, a, b, c);
        }

        @Override
        public double slopes(double a, double b, double c) {
            return PairAverage.of(h -> 1.0 - Math.tanh(h) * Math.tanh(h), a, b, c);
        }
    };

    /** Overwrites the fields h[0 ... count) with s(h) and d[0 ... count) with s'(h). */
    public abstract void apply(double[] h, int count, double[] d);

    /**
     * K of two fields.
     *
     * @param a E h^2
     * @param b E h'^2
     * @param c E h h'
     */
    public abstract double kernel(double a, double b, double c);

    /** E s'(h) s'(h') of two fields, as {@link #kernel} has them. */
    public abstract double slopes(double a, double b, double c);

    /** s(h). */
    public double value(double h) {
        double[] one = {h};
        apply(one, 1, new double[1]);
        return one[0];
    }

    /** The word in a study. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double within(double cosine) {
        return Math.clamp(cosine, -1.0, 1.0);
    }
}
