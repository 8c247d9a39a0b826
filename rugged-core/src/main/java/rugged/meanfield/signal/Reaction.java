package rugged.meanfield.signal;

import org.apache.commons.numbers.gamma.Erf;
import rugged.meanfield.statics.NormalGrid;

/**
 * What a unit of a deep network makes of its field u, and the averages over one Gaussian field, or two of equal size, that signals depend on. Two fields of variance q and correlation c = 1 - d are written through their sum and difference,
 * u = sqrt(q) (sqrt(1 - d/2) a +- sqrt(d/2) b) with independent normal a and b: so nothing is lost where the two are almost equal.
 *
 * <p>Averages of smooth units are sums over an even grid whose step goes with sqrt(q), exact to rounding, where a rule of Gauss and Hermite converges slowly; those of relu and of linear units are closed forms.
 */
public enum Reaction {
    /** Hyperbolic tangent. */
    TANH {
        @Override
        public double value(double u) {
            return Math.tanh(u);
        }

        @Override
        public double slope(double u) {
            double e = Math.exp(-2.0 * Math.abs(u));
            return 4.0 * e / ((1.0 + e) * (1.0 + e));
        }
    },
    /** erf(u), not erf(u / sqrt 2). */
    ERF {
        @Override
        public double value(double u) {
            return Erf.value(u);
        }

        @Override
        public double slope(double u) {
            return 2.0 / Math.sqrt(Math.PI) * Math.exp(-u * u);
        }
    },
    /** max(0, u). */
    RELU {
        @Override
        public double value(double u) {
            return Math.max(0.0, u);
        }

        @Override
        public double slope(double u) {
            return u > 0.0 ? 1.0 : 0.0;
        }

        @Override
        public double square(double q, double fineness) {
            return 0.5 * q;
        }

        @Override
        public double squareSlope(double q, double fineness) {
            return 0.5;
        }

        @Override
        public double distance(double q, double d, double fineness) {
            double angle = angle(d);
            return 0.5 * q * (d - (Math.sin(angle) - angle * Math.cos(angle)) / Math.PI);
        }

        @Override
        public double slopes(double q, double d, double fineness) {
            return 0.5 * (1.0 - angle(d) / Math.PI);
        }
    },
    /** ln(1 + e^u). */
    SOFTPLUS {
        @Override
        public double value(double u) {
            return Math.max(u, 0.0) + Math.log1p(Math.exp(-Math.abs(u)));
        }

        @Override
        public double slope(double u) {
            return sigmoid(u);
        }
    },
    /** u/(1 + e^-u). */
    SWISH {
        @Override
        public double value(double u) {
            return u * sigmoid(u);
        }

        @Override
        public double slope(double u) {
            double s = sigmoid(u);
            return s * (1.0 + u * (1.0 - s));
        }
    },
    /** u. */
    LINEAR {
        @Override
        public double value(double u) {
            return u;
        }

        @Override
        public double slope(double u) {
            return 1.0;
        }
    };

    private static double sigmoid(double u) {
        double e = Math.exp(-Math.abs(u));
        return u >= 0.0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
    }

    /** Between two fields of correlation 1 - d. */
    private static double angle(double d) {
        return 2.0 * Math.asin(Math.sqrt(Math.clamp(0.5 * d, 0.0, 1.0)));
    }

    /** f(u). */
    public abstract double value(double u);

    /** f'(u). */
    public abstract double slope(double u);

    private static NormalGrid grid(double q, double fineness) {
        return new NormalGrid(Math.max(1.0, Math.sqrt(q)) * fineness);
    }

    /**
     * E f(u)^2 of a field of variance q.
     *
     * @param fineness factor by which the grid is finer than it need be
     */
    public double square(double q, double fineness) {
        return grid(q, fineness).mean(Math.sqrt(q), 0.0, u -> value(u) * value(u));
    }

    /** d E f^2/dq = E (f'^2 + f f'') of a field of variance q. */
    public double squareSlope(double q, double fineness) {
        if (q == 0.0) return slope(0.0) * slope(0.0);
        double root = Math.sqrt(q);
        double[] sum = {0.0};
        grid(q, fineness).each((z, weight) -> sum[0] += weight * z * value(root * z) * slope(root * z));
        return sum[0] / root;
    }

    /** E f'(u)^2 of a field of variance q. */
    public double slopeSquare(double q, double fineness) {
        return q == 0.0 ? slope(0.0) * slope(0.0) : slopes(q, 0.0, fineness);
    }

    /** E (f(u1) - f(u2))^2/2 of two fields of variance q and correlation 1 - d. */
    public double distance(double q, double d, double fineness) {
        if (d == 0.0 || q == 0.0) return 0.0;
        double together = Math.sqrt(q * (1.0 - 0.5 * d));
        double apart = Math.sqrt(0.5 * q * d);
        NormalGrid grid = grid(q, fineness);
        return grid.mean(apart, 0.0, b -> {
            // even in b
            if (b < 0.0) return 0.0;
            return grid.mean(together, 0.0, a -> {
                double off = value(a + b) - value(a - b);
                return off * off;
            });
        });
    }

    /** E f'(u1) f'(u2) of two fields of variance q and correlation 1 - d. */
    public double slopes(double q, double d, double fineness) {
        NormalGrid grid = grid(q, fineness);
        if (d == 0.0) return grid.mean(Math.sqrt(q), 0.0, u -> slope(u) * slope(u));
        double together = Math.sqrt(q * Math.max(0.0, 1.0 - 0.5 * d));
        double apart = Math.sqrt(0.5 * q * d);
        return grid.mean(apart, 0.0, b -> grid.mean(together, 0.0, a -> slope(a + b) * slope(a - b)));
    }

    /** E f(u1) f(u2) of two fields of variance q and correlation c. */
    public double product(double q, double c) {
        return square(q, 1.0) - distance(q, 1.0 - c, 1.0);
    }
}
