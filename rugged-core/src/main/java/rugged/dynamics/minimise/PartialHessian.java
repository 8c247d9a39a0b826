package rugged.dynamics.minimise;

import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Vectors;

/**
 * Products with the Hessian of a random part of the patterns, drawn anew, without repetition, by {@link #draw} and fixed in between: central differences of the
 * gradient of that batch. The curvature of the manifold is that for the gradient of all patterns. A product takes two gradients of the batch.
 */
final class PartialHessian {
    private static final double STEP = 1e-5;

    private final StochasticLandscape landscape;
    private final RandomStream random;
    private final int[] order;
    private final int[] swapped;
    private final int[] index;
    private final Batch batch;
    private final double[] moved;
    private final double[] up;

    /** @param part of the patterns */
    PartialHessian(StochasticLandscape landscape, double part, RandomStream random) {
        this.landscape = landscape;
        this.random = random;
        int size = (int) Math.clamp(Math.round(part * landscape.patterns()), 1, landscape.patterns());
        order = new int[landscape.patterns()];
        for (int k = 0; k < order.length; k++) order[k] = k;
        swapped = new int[size];
        index = new int[size];
        batch = new Batch(index, 0, size);
        moved = new double[landscape.dimension()];
        up = new double[moved.length];
    }

    /** Another part. The order of the patterns is put back, so that the stream alone has to be saved. */
    void draw() {
        for (int k = 0; k < index.length; k++) {
            swapped[k] = k + random.nextInt(order.length - k);
            swap(k, swapped[k]);
        }
        System.arraycopy(order, 0, index, 0, index.length);
        for (int k = index.length - 1; k >= 0; k--) swap(k, swapped[k]);
    }

    private void swap(int one, int other) {
        int kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }

    /** hv = P (H_B + mu) v for v in the tangent space where {@code here} stands. */
    void times(Ground here, double[] v, double[] hv) {
        double[] x = here.x();
        double size = Vectors.norm(v);
        double h = size == 0.0 ? 1.0 : STEP * (1.0 + Vectors.norm(x)) / size;
        for (int i = 0; i < x.length; i++) moved[i] = x[i] - h * v[i];
        landscape.energyAndGradient(moved, batch, hv);
        for (int i = 0; i < x.length; i++) moved[i] = x[i] + h * v[i];
        landscape.energyAndGradient(moved, batch, up);
        for (int i = 0; i < x.length; i++) hv[i] = (up[i] - hv[i]) / (2.0 * h);
        here.bend(v, hv);
        here.tangent(hv);
        here.count(2.0 * index.length / order.length);
    }

    void save(Packed.Writer out) {
        out.put(random.save());
    }

    void load(Packed.Reader in) {
        random.load(in.readBytes());
    }
}
