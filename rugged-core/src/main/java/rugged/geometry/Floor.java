package rugged.geometry;

/**
 * Numbers that are at least {@code least}, as conductances that cannot be cut: the closest state lifts those below to it. Inside it is flat; at the floor a step that leads below stays where it is. A gradient is not projected, so that a coordinate at the floor may
 * leave it again.
 */
record Floor(double least) implements Factor {
    @Override
    public void retract(double[] x, int from, int to) {
        for (int i = from; i < to; i++) if (x[i] < least) x[i] = least;
    }

    @Override
    public double violation(double[] x, int from, int to) {
        double below = 0.0;
        for (int i = from; i < to; i++) below = Math.max(below, least - x[i]);
        return below / Math.max(1.0, Math.abs(least));
    }

    @Override
    public String place(double[] x, int from, int to) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) smallest = Math.min(smallest, x[i]);
        return "min x = " + smallest + ", below the floor " + least;
    }

    @Override
    public void geodesic(double[] x, double[] p, double t, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] += t * p[i];
            if (x[i] >= least) continue;
            x[i] = 2.0 * least - x[i];
            p[i] = -p[i];
        }
    }
}
