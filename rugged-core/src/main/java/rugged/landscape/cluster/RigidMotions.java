package rugged.landscape.cluster;

/** What moves a cluster as a whole: three translations and as many rotations as turn it, 3, 2 for atoms on a line, 0 for a single one. */
final class RigidMotions {
    /** How far from a line atoms may lie, in units of their distance from the centre: where a quench ends a line is no straighter. */
    private static final double STRAIGHT = 1e-6;

    private RigidMotions() {}

    /** Velocities [k][3 n], neither orthogonal nor normalised. */
    static double[][] of(double[] x) {
        double[] centred = centred(x);
        double[][] axes = axes(centred);
        double[][] modes = new double[3 + axes.length][x.length];
        for (int i = 0; i < x.length; i += 3) {
            for (int k = 0; k < 3; k++) modes[k][i + k] = 1.0;
            for (int a = 0; a < axes.length; a++)
                for (int k = 0; k < 3; k++) {
                    int next = (k + 1) % 3;
                    int last = (k + 2) % 3;
                    modes[3 + a][i + k] = axes[a][next] * centred[i + last] - axes[a][last] * centred[i + next];
                }
        }
        return modes;
    }

    private static double[] centred(double[] x) {
        double[] centre = new double[3];
        for (int i = 0; i < x.length; i++) centre[i % 3] += x[i];
        double[] centred = new double[x.length];
        for (int i = 0; i < x.length; i++) centred[i] = x[i] - centre[i % 3] / (x.length / 3.0);
        return centred;
    }

    /** The axes of rotations: those of space, or two at right angles to the line. */
    private static double[][] axes(double[] x) {
        double[] line = new double[3];
        double longest = 0.0;
        for (int i = 0; i < x.length; i += 3) {
            double square = x[i] * x[i] + x[i + 1] * x[i + 1] + x[i + 2] * x[i + 2];
            if (square <= longest) continue;
            longest = square;
            System.arraycopy(x, i, line, 0, 3);
        }
        if (longest == 0.0) return new double[0][];
        for (int k = 0; k < 3; k++) line[k] /= Math.sqrt(longest);
        for (int i = 0; i < x.length; i += 3) {
            double[] off = cross(line, x[i], x[i + 1], x[i + 2]);
            double square = off[0] * off[0] + off[1] * off[1] + off[2] * off[2];
            if (square > STRAIGHT * STRAIGHT * longest)
                return new double[][] {{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}};
        }
        int least = 0;
        for (int k = 1; k < 3; k++) if (Math.abs(line[k]) < Math.abs(line[least])) least = k;
        double[] across = cross(line, least == 0 ? 1.0 : 0.0, least == 1 ? 1.0 : 0.0, least == 2 ? 1.0 : 0.0);
        return new double[][] {across, cross(line, across[0], across[1], across[2])};
    }

    private static double[] cross(double[] a, double x, double y, double z) {
        return new double[] {a[1] * z - a[2] * y, a[2] * x - a[0] * z, a[0] * y - a[1] * x};
    }
}
