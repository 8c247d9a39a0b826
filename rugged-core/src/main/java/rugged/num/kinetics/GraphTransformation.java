package rugged.num.kinetics;

import java.util.Arrays;

/**
 * First passages through a network by taking out one state after the other and renormalising what is left: for all u, P_uv += P_ux P_xv/(1 - P_xx) and tau_u += P_ux tau_x/(1 - P_xx). 1 - P_xx is the sum of the probabilities of
 * leaving x, so that nothing is ever subtracted and results are exact to rounding however far rates spread. States at which a walk ends stay, lumped by class.
 *
 * <p>States with few neighbours go first; when those left are nearly all neighbours of one another, the rest goes as one dense block. Going back through the states gives every start at once: t_x = (tau_x + sum_v P_xv t_v)/(1 - P_xx)
 * over the v that were taken out later.
 *
 * <p>Source: Trygubenko and Wales, J. Chem. Phys. 124, 234110 (2006); without subtraction Grassmann, Taksar and Heyman, Oper. Res. 33, 1107 (1985). Cost: between O(M) for a tree and O(M^3).
 */
public final class GraphTransformation {
    /** What is not an end. */
    public static final int GOING_ON = -1;

    private final int[] ends;
    private final int classes;
    private final double[] logWait;
    private final double logUnit;
    private final SparseReduction sparse;
    private final DenseReduction dense;

    /**
     * Takes out all states that are no ends.
     *
     * @param ends the class of each state at which a walk ends, 0 ... classes - 1, and {@link #GOING_ON} for all others
     * @param classes how many classes
     * @throws IllegalArgumentException when a state cannot reach an end
     */
    public GraphTransformation(RateNetwork network, int[] ends, int classes) {
        this.ends = ends.clone();
        this.classes = classes;
        boolean[] end = new boolean[ends.length];
        for (int a = 0; a < end.length; a++) end[a] = ends[a] != GOING_ON;
        boolean[] reaching = network.reaching(end);
        logWait = new double[end.length];
        double longest = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < end.length; a++) {
            if (!reaching[a]) throw new IllegalArgumentException("state " + a + " cannot reach an end");
            logWait[a] = -network.logEscape(a);
            if (!end[a]) longest = Math.max(longest, logWait[a]);
        }
        logUnit = Double.isInfinite(longest) ? 0.0 : longest;
        sparse = new SparseReduction(network, this.ends, classes);
        sparse.reduce();
        dense = sparse.rest();
        dense.reduce();
    }

    /** Mean first-passage time from each state to an end, 0 for an end. */
    public double[] times() {
        double[] ones = new double[ends.length];
        Arrays.fill(ones, 1.0);
        return solve(ones);
    }

    /** t with sum_b k_ab (t_a - t_b) = g_a at all states that are no ends, and t = 0 at ends. */
    public double[] solve(double[] g) {
        double[] t = new double[ends.length];
        for (int a = 0; a < t.length; a++) if (ends[a] == GOING_ON) t[a] = g[a] * Math.exp(logWait[a] - logUnit);
        sparse.forward(t);
        dense.forward(t);
        dense.back(t);
        sparse.back(t);
        double unit = Math.exp(logUnit);
        for (int a = 0; a < t.length; a++) t[a] *= unit;
        return t;
    }

    /** The probability, from each state, that a walk ends in a class: 1 at ends of that class, 0 at others. */
    public double[] ending(int inClass) {
        if (inClass < 0 || inClass >= classes) throw new IllegalArgumentException("class " + inClass);
        double[] q = new double[ends.length];
        for (int a = 0; a < q.length; a++) if (ends[a] == inClass) q[a] = 1.0;
        dense.start(q, inClass);
        sparse.start(q, inClass);
        dense.back(q);
        sparse.back(q);
        return q;
    }

    /** How many states were taken out one by one, before the dense block. */
    public int sparseStates() {
        return sparse.count();
    }
}
