package rugged.compose;

import java.util.Arrays;
import rugged.api.model.MarginLandscape;
import rugged.api.model.Supervised.Part;

/**
 * Sums over the violated patterns of one state, and how its run stands. At a stationary point with violations sum Delta^2 = kappa sum Delta, because the read-out multiplies the output; so some Delta is at
 * least kappa, and the loss at least kappa^2/(2 P).
 */
public final class MarginCount {
    private final MarginLandscape network;
    private final double[] margins;
    private final boolean[] silent;
    private int violated;
    private int wrong;
    private int dead;
    private double sum;
    private double square;

    /** How a run stands. */
    public enum Verdict {
        /** Nothing is violated. */
        SATISFIED,
        /** A minimum with violations. */
        JAMMED,
        /** It has not ended. */
        UNDECIDED,
        /** Violated patterns are dead. */
        DEAD;

        /** Whether it says on which side of the threshold the run is. */
        public boolean decided() {
            return this == SATISFIED || this == JAMMED;
        }
    }

    /** Scratch for the patterns of a network. */
    public MarginCount(MarginLandscape network) {
        this.network = network;
        margins = new double[network.patterns()];
        silent = new boolean[margins.length];
    }

    /** Counts at x[N]. */
    public void at(double[] x) {
        network.margins(x, Part.TRAIN, margins);
        network.dead(x, silent);
        violated = 0;
        wrong = 0;
        dead = 0;
        sum = 0.0;
        square = 0.0;
        for (int mu = 0; mu < margins.length; mu++) {
            double delta = network.margin() - margins[mu];
            if (!(delta > 0.0)) continue;
            violated++;
            if (margins[mu] < 0.0) wrong++;
            if (silent[mu]) dead++;
            sum += delta;
            square += delta * delta;
        }
    }

    /** Delta of every pattern, in their order. Allocates. */
    public double[] deltas() {
        return Arrays.stream(margins).map(margin -> network.margin() - margin).toArray();
    }

    /** N_Delta. */
    public int violated() {
        return violated;
    }

    /** N_Delta over the number of weights. */
    public double perWeight() {
        return (double) violated / network.weights();
    }

    /** Patterns on the wrong side. */
    public int misclassified() {
        return wrong;
    }

    /** Violated patterns on which all units of some layer are off. */
    public int dead() {
        return dead;
    }

    /** sum Delta^2/(kappa sum Delta); NaN without violations. */
    public double stationarity() {
        return square / (network.margin() * sum);
    }

    /** The loss over its floor. */
    public double overFloor() {
        return square / (network.margin() * network.margin());
    }

    /**
     * How the run stands.
     *
     * @param tolerance how far the stationarity may be from 1, and the loss below its floor, in a jammed state
     * @param deadShare share of the violated patterns that may be dead in one
     */
    public Verdict verdict(double tolerance, double deadShare) {
        if (violated == 0) return Verdict.SATISFIED;
        if (dead > deadShare * violated) return Verdict.DEAD;
        boolean still = Math.abs(stationarity() - 1.0) <= tolerance;
        return still && overFloor() >= 1.0 - tolerance ? Verdict.JAMMED : Verdict.UNDECIDED;
    }
}
