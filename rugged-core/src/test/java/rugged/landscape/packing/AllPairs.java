package rugged.landscape.packing;

/** The slow, obvious packing: every pair, every derivative written out. */
record AllPairs(Sizes sizes, Repulsion repulsion, double phi) {
    private double contact(int i, int j) {
        return sizes.scale(phi) * (sizes.radii()[i] + sizes.radii()[j]);
    }

    /** The way from i to the nearest image of j. */
    private double[] way(double[] x, int i, int j) {
        int d = sizes.space();
        double[] way = new double[d];
        for (int a = 0; a < d; a++) {
            way[a] = x[j * d + a] - x[i * d + a];
            while (way[a] > sizes.length() / 2) way[a] -= sizes.length();
            while (way[a] < -sizes.length() / 2) way[a] += sizes.length();
        }
        return way;
    }

    private static double length(double[] way) {
        double square = 0.0;
        for (double w : way) square += w * w;
        return Math.sqrt(square);
    }

    private double exponent() {
        return repulsion == Repulsion.HARMONIC ? 2.0 : 2.5;
    }

    double energy(double[] x) {
        double sum = 0.0;
        for (int i = 0; i < sizes.particles(); i++) {
            for (int j = 0; j < i; j++) {
                double delta = 1.0 - length(way(x, i, j)) / contact(i, j);
                if (delta > 0.0) sum += Math.pow(delta, exponent()) / exponent();
            }
        }
        return sum;
    }

    double[] gradient(double[] x) {
        int d = sizes.space();
        double[] g = new double[x.length];
        for (int i = 0; i < sizes.particles(); i++) {
            for (int j = 0; j < sizes.particles(); j++) {
                if (i == j) continue;
                double[] way = way(x, i, j);
                double r = length(way);
                double delta = 1.0 - r / contact(i, j);
                if (delta <= 0.0) continue;
                double force = Math.pow(delta, exponent() - 1.0) / contact(i, j);
                for (int a = 0; a < d; a++) g[i * d + a] += force * way[a] / r;
            }
        }
        return g;
    }

    /** The whole matrix: V'' n n^T + (V'/r)(1 - n n^T) for each pair, with signs by blocks. */
    double[][] hessian(double[] x) {
        int d = sizes.space();
        double[][] h = new double[x.length][x.length];
        for (int i = 0; i < sizes.particles(); i++) {
            for (int j = 0; j < sizes.particles(); j++) {
                if (i == j) continue;
                double[] way = way(x, i, j);
                double r = length(way);
                double s = contact(i, j);
                double delta = 1.0 - r / s;
                if (delta <= 0.0) continue;
                double first = -Math.pow(delta, exponent() - 1.0) / s;
                double second = (exponent() - 1.0) * Math.pow(delta, exponent() - 2.0) / (s * s);
                for (int a = 0; a < d; a++) {
                    for (int b = 0; b < d; b++) {
                        double along = way[a] * way[b] / (r * r);
                        double k = second * along + first / r * ((a == b ? 1.0 : 0.0) - along);
                        h[i * d + a][i * d + b] += k;
                        h[i * d + a][j * d + b] -= k;
                    }
                }
            }
        }
        return h;
    }

    int contacts(double[] x) {
        int count = 0;
        for (int i = 0; i < sizes.particles(); i++)
            for (int j = 0; j < i; j++) if (length(way(x, i, j)) < contact(i, j)) count++;
        return count;
    }
}
