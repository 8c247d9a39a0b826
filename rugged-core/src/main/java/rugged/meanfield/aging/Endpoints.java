package rugged.meanfield.aging;

/**
 * Points and weights of an integral over an interval of length l whose integrand may vary quickly near both ends, on the scale tau0: panels that halve towards
 * each end down to tau0, with Gauss's rule on each. Of every point both distances are kept, the small one exact.
 */
final class Endpoints {
    private final double[] points;
    private final double[] rule;
    private final double finest;
    /** Distance from the beginning. */
    double[] x = new double[256];
    /** Distance from the end. */
    double[] rest = new double[256];

    double[] weight = new double[256];
    /** How many. */
    int count;

    Endpoints(RatioPanels panels, double finest) {
        points = panels.gaussPoints;
        rule = panels.gaussWeights;
        this.finest = finest;
    }

    void over(double length) {
        int halvings = 0;
        while (Math.scalb(0.5 * length, -halvings) > finest) halvings++;
        int needed = 2 * (halvings + 1) * points.length;
        if (x.length < needed) {
            x = new double[needed];
            rest = new double[needed];
            weight = new double[needed];
        }
        int c = 0;
        for (int j = 0; j <= halvings; j++) {
            double high = Math.scalb(0.5 * length, -j);
            double low = j == halvings ? 0 : 0.5 * high;
            double width = high - low;
            for (int i = 0; i < points.length; i++) {
                double near = low + width * points[i];
                x[c] = near;
                rest[c] = length - near;
                weight[c++] = width * rule[i];
                x[c] = length - near;
                rest[c] = near;
                weight[c++] = width * rule[i];
            }
        }
        count = c;
    }
}
