package rugged.landscape.network;

import java.util.Arrays;
import rugged.api.Examples;
import rugged.api.model.Contacts;
import rugged.api.model.MarginLandscape;

/** A network under the quadratic hinge alone, whose patterns are constraints. */
final class HingeNetwork extends NetworkModel implements MarginLandscape {
    private final NetworkShape shape;
    private final NetworkSetting setting;
    private final Examples data;

    HingeNetwork(NetworkShape shape, NetworkSetting setting, Examples data) {
        super(shape, setting, data);
        this.shape = shape;
        this.setting = setting;
        this.data = data;
    }

    @Override
    public HingeNetwork fork() {
        return new HingeNetwork(shape, setting, data);
    }

    @Override
    public double margin() {
        return setting.margin();
    }

    @Override
    public int weights() {
        return shape.connections();
    }

    /** Delta of all patterns, by the subtraction that the loss makes. */
    private double[] violations(double[] x) {
        double[] all = new double[patterns()];
        margins(x, Part.TRAIN, all);
        for (int mu = 0; mu < all.length; mu++) all[mu] = setting.margin() - all[mu];
        return all;
    }

    /** As many are isostatic as there are weights. */
    @Override
    public Contacts contacts(double[] x) {
        double[] forces =
                Arrays.stream(violations(x)).filter(delta -> delta > 0.0).toArray();
        int n = weights();
        return new Contacts(n, 0, 0, n, (double) forces.length / n, Double.NaN, forces, forces, new double[0]);
    }

    @Override
    public long[] violated(double[] x) {
        double[] all = violations(x);
        long[] found = new long[all.length];
        int count = 0;
        for (int mu = 0; mu < all.length; mu++) if (all[mu] > 0.0) found[count++] = mu;
        return Arrays.copyOf(found, count);
    }

    @Override
    public double[] gaps(double[] x) {
        return Arrays.stream(violations(x))
                .filter(delta -> delta < 0.0)
                .map(delta -> -delta)
                .toArray();
    }

    @Override
    public double reach() {
        return Double.POSITIVE_INFINITY;
    }

    /** The Gauss-Newton matrix: violations have the curvature 1, and forces bend only the function. */
    @Override
    public void unstressedVector(double[] x, double[] v, double[] hv) {
        gaussNewtonVector(x, v, hv);
    }

    @Override
    public void dead(double[] x, boolean[] dead) {
        deadPatterns(x, dead);
    }
}
