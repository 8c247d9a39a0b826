package rugged.landscape.narrow;

import java.util.random.RandomGenerator;
import rugged.api.lessons.Taught;
import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.geometry.Manifold;
import rugged.meanfield.narrow.MarginLoss;
import rugged.num.kernel.MixedProducts;

/** A built {@code multi-index}. Examples are shared between forks. */
public final class NarrowRisk implements StochasticLandscape, Taught {
    private final TeacherExamples examples;
    private final MarginLoss loss;
    private final double shift;
    private final double decay;
    private final boolean sphere;
    private final MixedProducts products = new MixedProducts();
    private final double[] outputs;
    private final double[] forces;

    /**
     * @param shift 1 less the margin: a loss sees outputs y h + shift, with a margin of 1
     * @param decay lambda
     * @param sphere whether |w|^2 = d
     */
    NarrowRisk(TeacherExamples examples, MarginLoss loss, double shift, double decay, boolean sphere) {
        this.examples = examples;
        this.loss = loss;
        this.shift = shift;
        this.decay = decay;
        this.sphere = sphere;
        outputs = new double[examples.count];
        forces = new double[examples.count];
    }

    @Override
    public NarrowRisk fork() {
        return new NarrowRisk(examples, loss, shift, decay, sphere);
    }

    @Override
    public int dimension() {
        return examples.d;
    }

    @Override
    public int patterns() {
        return examples.count;
    }

    @Override
    public Manifold manifold() {
        return sphere ? Manifold.SPHERE : Manifold.FLAT;
    }

    /** Independent standard normal weights; on the sphere uniform. */
    @Override
    public void randomise(double[] w, RandomGenerator random) {
        for (int i = 0; i < w.length; i++) w[i] = random.nextGaussian();
        manifold().retract(w);
    }

    private double penalty(double[] w) {
        return 0.5 * decay * examples.d * examples.norm(w);
    }

    /** Overwrites outputs with h + y shift. */
    private void see(double[] w) {
        products.multiply(examples.inputs, w, outputs);
        for (int mu = 0; mu < outputs.length; mu++)
            outputs[mu] = examples.scale * outputs[mu] + shift * examples.labels[mu];
    }

    /** The same of one example. */
    private double output(int mu, double[] w) {
        return examples.scale * products.row(examples.inputs, mu * examples.d, w) + shift * examples.labels[mu];
    }

    @Override
    public double energy(double[] w) {
        return examples.count * trainingLoss(w) + penalty(w);
    }

    @Override
    public double energyAndGradient(double[] w, double[] g) {
        see(w);
        double sum = 0.0;
        for (int mu = 0; mu < outputs.length; mu++) {
            double y = examples.labels[mu];
            sum += loss.value(y, outputs[mu]);
            forces[mu] = examples.scale * loss.slope(y, outputs[mu]);
        }
        MixedProducts.multiplyTransposed(examples.inputs, forces, g);
        for (int i = 0; i < g.length; i++) g[i] += decay * w[i];
        return sum + penalty(w);
    }

    @Override
    public double energyAndGradient(double[] w, Batch batch, double[] g) {
        double weight = (double) examples.count / batch.size();
        for (int i = 0; i < g.length; i++) g[i] = decay * w[i];
        double sum = 0.0;
        for (int k = batch.from(); k < batch.to(); k++) sum += push(batch.index()[k], w, weight, g);
        return weight * sum + penalty(w);
    }

    /** Adds the gradient of an example's loss, times a weight, and returns the loss. */
    private double push(int mu, double[] w, double weight, double[] g) {
        double h = output(mu, w);
        double y = examples.labels[mu];
        double force = weight * examples.scale * loss.slope(y, h);
        if (force != 0.0) MixedProducts.add(examples.inputs, mu * examples.d, force, g);
        return loss.value(y, h);
    }

    @Override
    public void patternEnergies(double[] w, double[] e) {
        see(w);
        double penalty = penalty(w);
        for (int mu = 0; mu < e.length; mu++)
            e[mu] = examples.count * loss.value(examples.labels[mu], outputs[mu]) + penalty;
    }

    @Override
    public double weightedGradient(double[] w, double[] weights, double[] g) {
        see(w);
        double total = 0.0;
        double sum = 0.0;
        for (int mu = 0; mu < outputs.length; mu++) {
            double y = examples.labels[mu];
            double weight = examples.count * weights[mu];
            total += weights[mu];
            sum += weight * loss.value(y, outputs[mu]);
            forces[mu] = weight * examples.scale * loss.slope(y, outputs[mu]);
        }
        MixedProducts.multiplyTransposed(examples.inputs, forces, g);
        for (int i = 0; i < g.length; i++) g[i] += total * decay * w[i];
        return sum + total * penalty(w);
    }

    @Override
    public void directional(double[] w, double[] v, double[] slopes) {
        see(w);
        products.multiply(examples.inputs, v, slopes);
        double common = 0.0;
        for (int i = 0; i < v.length; i++) common += decay * w[i] * v[i];
        for (int mu = 0; mu < slopes.length; mu++)
            slopes[mu] = examples.count * examples.scale * loss.slope(examples.labels[mu], outputs[mu]) * slopes[mu]
                    + common;
    }

    @Override
    public void hessianVector(double[] w, double[] v, double[] hv) {
        see(w);
        products.multiply(examples.inputs, v, forces);
        double scale = examples.scale * examples.scale;
        for (int mu = 0; mu < forces.length; mu++)
            forces[mu] *= scale * loss.curvature(examples.labels[mu], outputs[mu]);
        MixedProducts.multiplyTransposed(examples.inputs, forces, hv);
        for (int i = 0; i < hv.length; i++) hv[i] += decay * v[i];
    }

    @Override
    public int weights() {
        return examples.d;
    }

    @Override
    public double[] teacher() {
        return examples.teacher;
    }

    @Override
    public double trainingLoss(double[] w) {
        see(w);
        double sum = 0.0;
        for (int mu = 0; mu < outputs.length; mu++) sum += loss.value(examples.labels[mu], outputs[mu]);
        return sum / examples.count;
    }

    @Override
    public double generalisationError(double[] w) {
        return examples.generalisationError(w);
    }
}
