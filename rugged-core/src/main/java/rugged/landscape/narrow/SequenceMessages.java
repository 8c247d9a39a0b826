package rugged.landscape.narrow;

import java.util.random.RandomGenerator;
import rugged.api.mixing.SequenceMixing;
import rugged.api.model.Landscape;
import rugged.meanfield.sequence.RiskMessages;
import rugged.meanfield.sequence.UnitLoss;
import rugged.num.kernel.MixedProducts;

/** A {@code sequence-risk} as a mixing: its examples seen through the proximal map of its loss. Clusters and places are means along one direction, which the term of Onsager leaves alone, since it is the entries' variance that a token hears of itself. */
final class SequenceMessages implements SequenceMixing {
    private final Landscape risk;
    private final SequenceStudent spec;
    private final SequenceExamples examples;
    private final RiskMessages messages;
    private final MixedProducts products = new MixedProducts();
    private final double scale;
    private final double[] weights;

    SequenceMessages(Landscape risk, SequenceStudent spec, SequenceExamples examples) {
        this.risk = risk;
        this.spec = spec;
        this.examples = examples;
        UnitLoss loss = spec.built();
        messages = new RiskMessages(loss, tokens(), units(), spec.task().decay(), examples.eigenvalues());
        scale = 1.0 / Math.sqrt(spec.length());
        weights = new double[risk.dimension()];
    }

    @Override
    public SequenceMessages fork() {
        return new SequenceMessages(risk.fork(), spec, examples);
    }

    @Override
    public int weights() {
        return spec.length();
    }

    @Override
    public int units() {
        return spec.law().student();
    }

    @Override
    public int tokens() {
        return spec.law().tokens();
    }

    @Override
    public int samples() {
        return examples.count();
    }

    @Override
    public double variance(int i) {
        return examples.eigenvalues()[i];
    }

    @Override
    public void mix(double[][] w, double[] h) {
        products.multiply(examples.inputs(), w, h);
        for (int k = 0; k < h.length; k++) h[k] *= scale;
    }

    @Override
    public void mixTransposed(double[] u, double[][] b) {
        MixedProducts.multiplyTransposed(examples.inputs(), u, b);
        for (double[] one : b) for (int i = 0; i < one.length; i++) one[i] *= scale;
    }

    @Override
    public void channel(double[] q, double[] v, double[] omega, double[] g, double[] stiffness, double[] pull) {
        messages.channel(examples.labels(), q, v, omega, g, stiffness, pull);
    }

    @Override
    public void prior(double[][] b, double[] stiffness, double[] pull, double[][] w, double[] v) {
        messages.prior(b, stiffness, pull, w, v);
    }

    /** The risk of the weights. */
    @Override
    public double freeEnergy(double[] x) {
        System.arraycopy(x, 0, weights, 0, weights.length);
        return risk.energy(weights);
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        double[] start = new double[weights.length];
        risk.randomise(start, random);
        spec.begin(start, x);
    }
}
