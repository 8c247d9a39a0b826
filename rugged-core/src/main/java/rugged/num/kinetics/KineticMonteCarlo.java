package rugged.num.kinetics;

import java.util.random.RandomGenerator;
import rugged.num.RunningMean;

/** Walks through a network: from state a, after a time with the mean of its escape, to b with probability P_ab (Bortz, Kalos and Lebowitz, J. Comput. Phys. 17, 10 (1975)). Cost: a step reads the ways out of one state. */
public final class KineticMonteCarlo {
    private final RateNetwork network;
    private final double[] branching;
    private final double[] wait;

    /** On a network. */
    public KineticMonteCarlo(RateNetwork network) {
        this.network = network;
        int n = network.states();
        branching = new double[network.begin(n)];
        wait = new double[n];
        for (int a = 0; a < n; a++) {
            wait[a] = Math.exp(-network.logEscape(a));
            for (int k = network.begin(a); k < network.begin(a + 1); k++) branching[k] = network.branching(a, k);
        }
    }

    /**
     * First-passage times of walks.
     *
     * @param ends whether a walk ends at each state
     * @param walks how many
     * @param longest steps after which a walk is given up
     * @return their times; those given up are left out
     */
    public RunningMean walk(int start, boolean[] ends, int walks, long longest, RandomGenerator random) {
        RunningMean times = new RunningMean();
        for (int w = 0; w < walks; w++) {
            int at = start;
            double time = 0.0;
            long steps = 0;
            for (; !ends[at] && steps < longest; steps++) {
                time -= wait[at] * Math.log1p(-random.nextDouble());
                at = next(at, random.nextDouble());
            }
            if (ends[at]) times.add(time);
        }
        return times;
    }

    private int next(int at, double lot) {
        double left = lot;
        int end = network.begin(at + 1);
        for (int k = network.begin(at); k < end - 1; k++) {
            left -= branching[k];
            if (left < 0.0) return network.to(k);
        }
        return network.to(end - 1);
    }
}
