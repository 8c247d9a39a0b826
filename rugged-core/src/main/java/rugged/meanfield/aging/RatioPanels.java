package rugged.meanfield.aging;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import rugged.num.kernel.PanelSums;

/**
 * The panels on which a row is a polynomial of the ratio phi = t'/t. Grid K has 2K panels: from phi = 1 downwards [1 - 2^-K, 1], then twice as wide ones to
 * [1/2, 3/4], then [1/4, 1/2], halving to [0, 2^-K]; so both ends are resolved alike. In each panel y runs from 0 at its larger phi to 1. Nodes are y_0 = 0 and
 * the P right Radau points; y_0 is the last node of the panel before, so that a row has 2KP + 1 values, the first of them at phi = 1.
 *
 * <p>Ratios always come with z = 1 - phi, each computed without cancellation.
 */
final class RatioPanels {
    /** P. */
    final int order;
    /** Length of a block of P + 1 values with its padding. */
    final int padded;
    /** y_j, padded. */
    final double[] nodes;
    /** Barycentric factors, padded with zeros. */
    final double[] factors;
    /** D[i][j] = dl_j/dy at y_i, padded with zeros. */
    final double[][] derivative;
    /** Points of Gauss's rule on [0, 1]. */
    final double[] gaussPoints;

    final double[] gaussWeights;

    RatioPanels(int order) {
        this.order = order;
        padded = PanelSums.padded(order + 1);
        nodes = new double[padded];
        factors = new double[padded];
        derivative = new double[order + 1][padded];
        java.util.Arrays.fill(nodes, 2.0);
        nodes[0] = 0;
        for (int j = 1; j <= order; j++) nodes[j] = radau(order, j);
        for (int j = 0; j <= order; j++) {
            double product = 1;
            for (int i = 0; i <= order; i++) if (i != j) product *= nodes[j] - nodes[i];
            factors[j] = 1 / product;
        }
        differentiate();
        GaussIntegrator gauss = new GaussIntegratorFactory().legendre(order);
        gaussPoints = new double[order];
        gaussWeights = new double[order];
        for (int i = 0; i < order; i++) {
            gaussPoints[i] = 0.5 * (1 + gauss.getPoint(i));
            gaussWeights[i] = 0.5 * gauss.getWeight(i);
        }
    }

    private void differentiate() {
        for (int i = 0; i <= order; i++) {
            double sum = 0;
            for (int j = 0; j <= order; j++) {
                if (j == i) continue;
                derivative[i][j] = factors[j] / factors[i] / (nodes[i] - nodes[j]);
                sum += derivative[i][j];
            }
            derivative[i][i] = -sum;
        }
    }

    /** The j-th of n right Radau points on [0, 1]: roots of P_n(x) - P_{n-1}(x), of which x = 1 is the last; they interlace with those of P_{n-1}. */
    private static double radau(int n, int j) {
        if (j == n) return 1;
        GaussIntegrator gauss = new GaussIntegratorFactory().legendre(n - 1);
        double low = j == 1 ? -1 : gauss.getPoint(j - 2);
        double high = gauss.getPoint(j - 1);
        boolean rising = difference(n, low) < difference(n, high);
        for (int k = 0; k < 200; k++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) break;
            if (difference(n, middle) > 0 == rising) high = middle;
            else low = middle;
        }
        return 0.5 * (1 + 0.5 * (low + high));
    }

    /** P_n(x) - P_{n-1}(x). */
    private static double difference(int n, double x) {
        double before = 1;
        double now = x;
        for (int k = 2; k <= n; k++) {
            double next = ((2 * k - 1) * x * now - (k - 1) * before) / k;
            before = now;
            now = next;
        }
        return now - before;
    }

    /** Number of values of a row on grid K. */
    int values(int grid) {
        return 2 * grid * order + 1;
    }

    /** The panel of a ratio on grid K. */
    static int panel(double phi, double z, int grid) {
        if (z < 0.5) {
            if (z <= 0) return 0;
            int j = -(Math.getExponent(z) + 1);
            return j >= grid ? 0 : grid - j;
        }
        if (phi <= 0) return 2 * grid - 1;
        int j = octave(phi);
        return j >= grid ? 2 * grid - 1 : grid + j - 1;
    }

    /** j with phi in (2^-(j+1), 2^-j]. */
    private static int octave(double phi) {
        int e = Math.getExponent(phi);
        int j = -(e + 1);
        if (phi == Math.scalb(1.0, e)) j++;
        return Math.max(j, 1);
    }

    /** y within the panel of a ratio. */
    static double within(double phi, double z, int grid) {
        if (z < 0.5) {
            if (z <= 0) return 0;
            int j = -(Math.getExponent(z) + 1);
            if (j >= grid) return Math.scalb(z, grid);
            return Math.scalb(z, j + 1) - 1;
        }
        if (phi <= 0) return 1;
        int j = octave(phi);
        if (j >= grid) return 1 - Math.scalb(phi, grid);
        return (Math.scalb(1.0, -j) - phi) * Math.scalb(1.0, j + 1);
    }

    /** Width in phi of a panel. */
    static double width(int panel, int grid) {
        if (panel == 0 || panel == 2 * grid - 1) return Math.scalb(1.0, -grid);
        return panel < grid ? Math.scalb(1.0, -(grid - panel + 1)) : Math.scalb(1.0, -(panel - grid + 2));
    }

    /** phi and z of all values of grid K. */
    void ratios(int grid, double[] phi, double[] z) {
        phi[0] = 1;
        z[0] = 0;
        for (int panel = 0; panel < 2 * grid; panel++) {
            for (int j = 1; j <= order; j++) {
                int k = panel * order + j;
                double y = nodes[j];
                if (panel < grid) {
                    z[k] = panel == 0 ? Math.scalb(y, -grid) : Math.scalb(1 + y, -(grid - panel + 1));
                    phi[k] = 1 - z[k];
                } else {
                    double top = Math.scalb(1.0, panel < 2 * grid - 1 ? -(panel - grid + 1) : -grid);
                    phi[k] = panel < 2 * grid - 1 ? top - 0.5 * top * y : top * (1 - y);
                    if (panel == 2 * grid - 1 && j == order) phi[k] = 0;
                    z[k] = 1 - phi[k];
                }
            }
        }
    }
}
