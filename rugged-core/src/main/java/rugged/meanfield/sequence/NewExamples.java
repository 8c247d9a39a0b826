package rugged.meanfield.sequence;

import rugged.meanfield.binary.GaussianTail;
import rugged.meanfield.narrow.Panels;

/**
 * The mean error of a new example without noise, for a student whose overlaps are known: of signs and of clusters by one integral or none, else by the points of {@link JointOutputs}. Exact of a state in the law of its outputs, whatever d, up to the error of integration
 * (about 1e-6 of smooth losses; of more than five numbers 1e-3, by which scramblings of the points differ).
 */
public final class NewExamples {
    private static final int POINTS = 20000;

    private NewExamples() {}

    /** The mean error. */
    public static double error(SequenceLaw law, TokenLaw tokens, UnitLoss loss, SequenceOverlaps at) {
        return error(law, tokens, loss, at, 0);
    }

    /** The same by one of the scramblings of the points, where there are several. */
    public static double error(SequenceLaw law, TokenLaw tokens, UnitLoss loss, SequenceOverlaps at, int scrambling) {
        SequenceLabel label = law.resolved(loss);
        if (loss.classifies() && label != SequenceLabel.TEACHER)
            return label == SequenceLabel.CLUSTER ? clusters(tokens, at) : signs(tokens, at);
        double[] sum = new double[1];
        new JointOutputs(law, tokens, loss, POINTS, false, scrambling)
                .forEach(at, (weight, _, omega, y, _) -> sum[0] += weight * loss.error(y, omega, at.norm()));
        return sum[0];
    }

    /** The mean over both clusters of P(c h < 0). */
    private static double clusters(TokenLaw tokens, SequenceOverlaps at) {
        double root = Math.sqrt(at.q()[0]);
        return root > 0.0 ? GaussianTail.above(tokens.separation() * at.mean()[0] / root) : 0.5;
    }

    /** The mean over clusters of P(h h* < 0), h ~ N(a mean, q). */
    private static double signs(TokenLaw tokens, SequenceOverlaps at) {
        double root = Math.sqrt(at.q()[0]);
        if (root == 0.0) return 0.5;
        double cosine = Math.clamp(at.m()[0] / (root * Math.sqrt(tokens.variance())), -1.0, 1.0);
        if (tokens.separation() == 0.0) return Math.acos(cosine) / Math.PI;
        double steep = cosine / Math.sqrt(Math.max(1e-12, 1.0 - cosine * cosine));
        double sum = 0.0;
        for (int k = 0; k < tokens.clusters(); k++) {
            double middle = tokens.amplitude(0, 1, k) * at.mean()[0] / root;
            Panels panels = new Panels(1.0 / Math.max(1.0, Math.abs(steep)), -middle);
            for (int p = 0; p < panels.z.length; p++) {
                double side = panels.z[p] + middle >= 0.0 ? 1.0 : -1.0;
                sum += panels.weights[p] * GaussianTail.above(side * steep * panels.z[p]) / tokens.clusters();
            }
        }
        return sum;
    }
}
