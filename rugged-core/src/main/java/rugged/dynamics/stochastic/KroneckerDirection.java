package rugged.dynamics.stochastic;

import java.util.Arrays;
import rugged.api.model.Batch;
import rugged.api.model.DenseLayers;
import rugged.api.model.DenseLayers.Dense;
import rugged.num.Packed;
import rugged.num.PositiveInverse;
import rugged.num.RandomStream;
import rugged.num.Vectors;
import rugged.num.kernel.Matrices;

/** The direction of {@link KFac}. */
final class KroneckerDirection implements Direction {
    private static final double LEAST = 1e-30;

    private final Setting setting;
    private final DenseLayers layers;
    private final Dense[] dense;
    private final RandomStream labels;
    private final Matrices matrices = Matrices.best();
    private final PositiveInverse inverse = new PositiveInverse();
    private final double[][] a;
    private final double[][] s;
    private final double[][] freshA;
    private final double[][] freshS;
    private final double[][] inverseA;
    private final double[][] inverseS;
    private final double[] velocity;
    private final double[] half;
    private final double[] whole;
    private long steps;
    private long updates;

    /**
     * The numbers of {@link KFac}.
     *
     * @param learningRate in front of the step
     * @param momentum share of the step before
     * @param damping added to the curvature
     * @param memory largest share of the factors before
     * @param update steps between updates of the factors
     * @param refresh steps between inversions
     * @param divergence largest step.F.step
     */
    record Setting(
            double learningRate,
            double momentum,
            double damping,
            double memory,
            int update,
            int refresh,
            double divergence) {}

    KroneckerDirection(Setting setting, DenseLayers layers, RandomStream labels) {
        this.setting = setting;
        this.layers = layers;
        this.labels = labels;
        dense = layers.dense().toArray(new Dense[0]);
        a = squares(true);
        s = squares(false);
        freshA = squares(true);
        freshS = squares(false);
        inverseA = squares(true);
        inverseS = squares(false);
        velocity = new double[layers.dimension()];
        half = new double[velocity.length];
        whole = new double[velocity.length];
    }

    private double[][] squares(boolean inputs) {
        double[][] all = new double[dense.length][];
        for (int l = 0; l < all.length; l++) {
            int n = inputs ? dense[l].inputs() : dense[l].outputs();
            all[l] = new double[n * n];
        }
        return all;
    }

    @Override
    public double along(double[] x, BatchGradients gradients, double[] g) {
        Batch batch = gradients.next();
        double energy = gradients.at(x, batch, g);
        if (!Double.isFinite(energy) || !Vectors.finite(g)) return energy;
        if (steps % setting.update() == 0 || updates == 0) update(x, gradients, batch);
        steps++;
        for (int l = 0; l < dense.length; l++) both(l, inverseA[l], inverseS[l], g, whole);
        for (int i = 0; i < g.length; i++) velocity[i] = setting.momentum() * velocity[i] + whole[i];
        double square = setting.learningRate() * setting.learningRate() * square();
        double factor = square > setting.divergence() ? Math.sqrt(setting.divergence() / square) : 1.0;
        for (int i = 0; i < g.length; i++) {
            velocity[i] *= factor;
            g[i] = velocity[i];
        }
        return energy;
    }

    /** v.F v for the velocity. */
    private double square() {
        for (int l = 0; l < dense.length; l++) both(l, a[l], s[l], velocity, whole);
        return Vectors.dot(velocity, whole);
    }

    /** to = left from right for the matrix of a layer. */
    private void both(int l, double[] left, double[] right, double[] from, double[] to) {
        int at = dense[l].from();
        int in = dense[l].inputs();
        int out = dense[l].outputs();
        matrices.multiply(in, out, in, left, 0, in, 1, from, at, out, half, at, out, false);
        matrices.multiply(in, out, out, half, at, out, 1, right, 0, out, to, at, out, false);
    }

    private void update(double[] x, BatchGradients gradients, Batch batch) {
        layers.kroneckerFactors(x, batch, labels, freshA, freshS);
        gradients.count(batch);
        double kept = Math.min(setting.memory(), (double) updates / (updates + 1));
        updates++;
        for (int l = 0; l < dense.length; l++) {
            mix(a[l], freshA[l], kept);
            mix(s[l], freshS[l], kept);
        }
        long since = steps % setting.refresh();
        if (steps < setting.refresh() || since < setting.update()) refresh();
    }

    private static void mix(double[] mean, double[] fresh, double kept) {
        for (int i = 0; i < mean.length; i++) mean[i] = kept * mean[i] + (1.0 - kept) * fresh[i];
    }

    private void refresh() {
        double root = Math.sqrt(setting.damping());
        for (int l = 0; l < dense.length; l++) {
            int in = dense[l].inputs();
            int out = dense[l].outputs();
            double pi = Math.sqrt(Math.max(trace(a[l], in) / in, LEAST) / Math.max(trace(s[l], out) / out, LEAST));
            invert(a[l], in, pi * root, inverseA[l]);
            invert(s[l], out, root / pi, inverseS[l]);
        }
    }

    private void invert(double[] factor, int n, double added, double[] to) {
        System.arraycopy(factor, 0, to, 0, to.length);
        for (int i = 0; i < n; i++) to[i * n + i] += added;
        inverse.invert(to, n);
    }

    private static double trace(double[] factor, int n) {
        double sum = 0.0;
        for (int i = 0; i < n; i++) sum += factor[i * n + i];
        return sum;
    }

    @Override
    public void save(Packed.Writer out) {
        for (double[][] factors : Arrays.asList(a, s, inverseA, inverseS))
            for (double[] factor : factors) out.put(factor);
        out.put(velocity).put(steps).put(updates).put(labels.save());
    }

    @Override
    public void load(Packed.Reader in) {
        for (double[][] factors : Arrays.asList(a, s, inverseA, inverseS))
            for (double[] factor : factors) in.read(factor);
        in.read(velocity);
        steps = in.readLong();
        updates = in.readLong();
        labels.load(in.readBytes());
    }
}
