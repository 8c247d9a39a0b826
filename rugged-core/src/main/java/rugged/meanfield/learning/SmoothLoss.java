package rugged.meanfield.learning;

import rugged.meanfield.narrow.MarginLoss;
import rugged.params.BadParameter;

/** A loss l(h, y) of an output h and a label y that has a second derivative almost everywhere, and no kink. */
public sealed interface SmoothLoss {
    /** l. */
    double value(double h, double y);

    /** dl/dh. */
    double slope(double h, double y);

    /** d^2 l/dh^2. */
    double curvature(double h, double y);

    /** Its largest value. */
    double stiffest();

    /**
     * Of a loss as a landscape has it.
     *
     * @param margin of the squared hinge
     */
    static SmoothLoss of(MarginLoss loss, double margin) {
        return switch (loss) {
            case RIDGE -> new Square();
            case LOGISTIC -> new Logistic();
            case SQUARED_HINGE -> new QuadraticHinge(margin);
            case HINGE ->
                throw new BadParameter(
                        "loss", "hinge", "has its curvature in a kink, which a step in time misses", "squared-hinge");
        };
    }

    /** (h - y)^2/2. */
    record Square() implements SmoothLoss {
        @Override
        public double value(double h, double y) {
            return 0.5 * (h - y) * (h - y);
        }

        @Override
        public double slope(double h, double y) {
            return h - y;
        }

        @Override
        public double curvature(double h, double y) {
            return 1.0;
        }

        @Override
        public double stiffest() {
            return 1.0;
        }
    }

    /** ln(1 + e^(-y h)). */
    record Logistic() implements SmoothLoss {
        @Override
        public double value(double h, double y) {
            double x = y * h;
            return x > 0.0 ? Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)) - x;
        }

        @Override
        public double slope(double h, double y) {
            return -y / (1.0 + Math.exp(y * h));
        }

        @Override
        public double curvature(double h, double y) {
            double e = Math.exp(-Math.abs(y * h));
            return y * y * e / ((1.0 + e) * (1.0 + e));
        }

        @Override
        public double stiffest() {
            return 0.25;
        }
    }

    /** max(0, kappa - y h)^2/2. */
    record QuadraticHinge(double margin) implements SmoothLoss {
        @Override
        public double value(double h, double y) {
            double gap = Math.max(0.0, margin - y * h);
            return 0.5 * gap * gap;
        }

        @Override
        public double slope(double h, double y) {
            return -y * Math.max(0.0, margin - y * h);
        }

        @Override
        public double curvature(double h, double y) {
            return y * h < margin ? 1.0 : 0.0;
        }

        @Override
        public double stiffest() {
            return 1.0;
        }
    }
}
