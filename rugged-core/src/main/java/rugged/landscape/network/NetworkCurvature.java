package rugged.landscape.network;

import java.util.Arrays;
import rugged.api.model.Supervised.Part;

/**
 * Products of a network's Hessian and Gauss-Newton matrix with vectors. Tapes hold all chunks at one x: products at the same x, as in Lanczos's and in conjugate
 * gradients' method, then need neither the forward pass nor the slopes again, and cost two gradients instead of 8/3.
 */
final class NetworkCurvature {
    /** Numbers on all tapes together: 128 MB in double precision. */
    private static final long MOST_RECORDED = 1L << 24;

    private final NetworkSweep sweep;
    private final NetworkPasses pass;
    /** The parameters whose tapes are kept. */
    private double[] recorded = new double[0];

    NetworkCurvature(NetworkSweep sweep) {
        this.sweep = sweep;
        pass = sweep.pass;
    }

    /** A share of the Hessian. */
    enum Share {
        /** The Hessian. */
        ALL,
        /** What the curvature of the losses contributes: the Gauss-Newton matrix. */
        OUTPUTS,
        /** What the curvature of the function contributes. */
        FUNCTION
    }

    /** Overwrites hv[M] with a product, without what all patterns share. */
    void product(double[] x, double[] v, double[] hv, Share share) {
        boolean taped = record(x);
        pass.along(v);
        int k = sweep.outputs;
        double[] targets = sweep.data.targets();
        for (int from = 0, number = 1; from < targets.length; from += sweep.chunk, number++) {
            int count = Math.min(sweep.chunk, targets.length - from);
            if (taped) pass.tape(number, from * sweep.data.width());
            else pullThroughout(from);
            pass.directional(count);
            if (share == Share.FUNCTION) Arrays.fill(pass.directionalSlopes(), 0, count * k, 0.0);
            else turn(from, count);
            if (share == Share.OUTPUTS) pass.adjoint(count, hv, from > 0);
            else pass.directionalBackward(count, hv, from > 0);
        }
    }

    /** The derivatives of the slopes of the loss at the outputs, from those of the outputs. */
    private void turn(int from, int count) {
        int k = sweep.outputs;
        double[] targets = sweep.data.targets();
        double[] turned = pass.directionalSlopes();
        for (int i = 0; i < count * k; i++) turned[i] = pass.directions()[i] / targets.length;
        for (int p = 0; p < count; p++)
            sweep.loss.curvature(pass.outputs(), p * k, k, targets[from + p], sweep.setting.margin(), turned);
    }

    /** Makes sure that the tapes hold all chunks at x; false where they would be too large. */
    private boolean record(double[] x) {
        int patterns = sweep.data.patterns();
        if (4L * patterns * sweep.units > MOST_RECORDED) {
            sweep.begin(x);
            return false;
        }
        if (Arrays.equals(recorded, x)) {
            if (sweep.away()) sweep.stand(recorded);
            return true;
        }
        if (recorded.length != x.length) recorded = new double[x.length];
        System.arraycopy(x, 0, recorded, 0, x.length);
        sweep.stand(recorded);
        for (int from = 0, number = 1; from < patterns; from += sweep.chunk, number++) {
            pass.tape(number, from * sweep.data.width());
            pullThroughout(from);
        }
        return true;
    }

    private void pullThroughout(int from) {
        double[] targets = sweep.data.targets();
        int count = sweep.forward(Part.TRAIN, from);
        for (int p = 0; p < count; p++) {
            sweep.slope(targets, from + p, p);
            sweep.weigh(p, 1.0 / targets.length);
        }
        pass.slopesThroughout(count);
    }
}
