package rugged.meanfield.kernel;

import java.util.ArrayList;
import java.util.List;
import rugged.num.kernel.Matrices;

/**
 * Kernels of a network of infinite width between points: of its outputs at the start (NNGP) and of their gradients (NTK). For layers l = 1 ... L + 1 with fields of covariance C_l,
 *
 * <pre>C_l = w_l K_{l-1} + b_l,    Theta_l = w_l Theta_{l-1} E phi'(u) phi'(v) + t_l K_{l-1} + t'_l,    K_l = E phi(u) phi(v),</pre>
 *
 * <p>(u, v) Gaussian with covariance C_l, and K_0 = x.x'/d. {@link WideLayer} has the numbers of a layer; the last layer is the readout. Rows are taken through all layers at once, so that what is between stays in cache. Same points in rows and columns are computed once, with the
 * exact value on the diagonal.
 *
 * <p>Source: Lee et al., ICLR 2018; Jacot, Gabriel and Hongler, NeurIPS 31, 8571 (2018).
 *
 * @param process [rows columns]
 * @param tangent [rows columns]
 */
public record WideKernels(double[] process, double[] tangent) {
    /** Between points and themselves. */
    public static WideKernels of(WideUnit unit, List<WideLayer> layers, double[] points, int width) {
        return new Rows(unit, layers, points, points, width).symmetric();
    }

    /** Between points [rows width] and others [columns width]. */
    public static WideKernels of(WideUnit unit, List<WideLayer> layers, double[] points, double[] others, int width) {
        return new Rows(unit, layers, points, others, width).rectangular();
    }

    /** The kernels of a point with itself: process [points], then tangent [points]. */
    static double[][] own(WideUnit unit, List<WideLayer> layers, double[] points, int width) {
        return new Own(unit, layers, points, width).last();
    }

    /** Variances of the fields of every layer at every point. */
    private static final class Own {
        private final double[][] variances;
        private final double[] process;
        private final double[] tangent;
        private final List<HermiteSeries[]> series = new ArrayList<>();

        Own(WideUnit unit, List<WideLayer> layers, double[] points, int width) {
            int count = points.length / width;
            variances = new double[layers.size()][count];
            process = new double[count];
            tangent = new double[count];
            for (int l = 0; l < layers.size(); l++) series.add(new HermiteSeries[unit.closed() ? 0 : count]);
            for (int p = 0; p < count; p++) {
                double k = 0.0;
                for (int i = 0; i < width; i++) k += points[p * width + i] * points[p * width + i] / width;
                through(unit, layers, p, k);
            }
        }

        private void through(WideUnit unit, List<WideLayer> layers, int p, double inputs) {
            double k = inputs;
            double theta = 0.0;
            for (int l = 0; l < layers.size(); l++) {
                WideLayer layer = layers.get(l);
                double c = layer.weights() * k + layer.biases();
                theta = layer.weights() * theta + layer.trained() * k + layer.trainedBiases();
                variances[l][p] = c;
                if (l == layers.size() - 1) {
                    process[p] = c;
                    tangent[p] = theta;
                    return;
                }
                if (unit.closed()) {
                    k = unit.own(c);
                    theta *= unit.ownSlope(c);
                } else {
                    HermiteSeries[] all = series.get(l);
                    all[p] = p > 0 && all[p - 1].variance() == c ? all[p - 1] : new HermiteSeries(unit::value, c);
                    k = all[p].square();
                    theta *= all[p].squareOfSlopes();
                }
            }
        }

        double[][] last() {
            return new double[][] {process, tangent};
        }
    }

    /** All rows. */
    private static final class Rows {
        private final WideUnit unit;
        private final List<WideLayer> layers;
        private final Own first;
        private final Own second;
        private final int rows;
        private final int columns;
        private final double[] process;
        private final double[] tangent;
        private final double[] c;
        private final double[] theta;
        private final double[] k;
        private final double[] slopes;

        Rows(WideUnit unit, List<WideLayer> layers, double[] points, double[] others, int width) {
            this.unit = unit;
            this.layers = layers;
            rows = points.length / width;
            columns = others.length / width;
            first = new Own(unit, layers, points, width);
            second = points == others ? first : new Own(unit, layers, others, width);
            process = products(points, others, width);
            tangent = new double[process.length];
            c = new double[columns];
            theta = new double[columns];
            k = new double[columns];
            slopes = new double[columns];
        }

        private double[] products(double[] points, double[] others, int width) {
            double[] turned = new double[others.length];
            for (int p = 0; p < columns; p++)
                for (int i = 0; i < width; i++) turned[i * columns + p] = others[p * width + i] / width;
            double[] products = new double[Math.multiplyExact(rows, columns)];
            if (rows > 0 && columns > 0)
                Matrices.best()
                        .multiply(
                                rows, columns, width, points, 0, width, 1, turned, 0, columns, products, 0, columns,
                                false);
            return products;
        }

        WideKernels rectangular() {
            for (int i = 0; i < rows; i++) row(i, columns);
            return new WideKernels(process, tangent);
        }

        WideKernels symmetric() {
            for (int i = 0; i < rows; i++) {
                row(i, i);
                process[i * columns + i] = first.process[i];
                tangent[i * columns + i] = first.tangent[i];
            }
            mirror(process);
            mirror(tangent);
            return new WideKernels(process, tangent);
        }

        private static final int TILE = 32;

        private void mirror(double[] m) {
            for (int from = 0; from < rows; from += TILE)
                for (int at = from; at < rows; at += TILE)
                    for (int i = from; i < Math.min(rows, from + TILE); i++)
                        for (int j = Math.max(i + 1, at); j < Math.min(rows, at + TILE); j++)
                            m[i * columns + j] = m[j * columns + i];
        }

        private void row(int i, int count) {
            int at = i * columns;
            System.arraycopy(process, at, k, 0, count);
            java.util.Arrays.fill(theta, 0, count, 0.0);
            for (int l = 0; l < layers.size(); l++) {
                fields(layers.get(l), count);
                if (l == layers.size() - 1) break;
                if (unit.closed()) unit.pairs(first.variances[l][i], second.variances[l], c, k, slopes, count);
                else series(first.series.get(l)[i], second.series.get(l), count);
                for (int j = 0; j < count; j++) theta[j] *= slopes[j];
            }
            System.arraycopy(c, 0, process, at, count);
            System.arraycopy(theta, 0, tangent, at, count);
        }

        private void fields(WideLayer layer, int count) {
            double w = layer.weights();
            double b = layer.biases();
            double t = layer.trained();
            double own = layer.trainedBiases();
            for (int j = 0; j < count; j++) {
                c[j] = w * k[j] + b;
                theta[j] = w * theta[j] + t * k[j] + own;
            }
        }

        /** Overwrites c by correlations. */
        private void series(HermiteSeries one, HermiteSeries[] others, int count) {
            double root = Math.sqrt(one.variance());
            for (int j = 0; j < count; j++) {
                double size = root * Math.sqrt(others[j].variance());
                double rho = size > 0.0 ? Math.clamp(c[j] / size, -1.0, 1.0) : 0.0;
                double sum = 0.0;
                double derivative = 0.0;
                for (int n = HermiteSeries.TERMS - 1; n >= 0; n--) {
                    derivative = derivative * rho + sum;
                    sum = sum * rho + one.coefficient(n) * others[j].coefficient(n);
                }
                k[j] = sum;
                slopes[j] = size > 0.0 ? derivative / size : 0.0;
            }
        }
    }
}
