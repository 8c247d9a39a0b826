package rugged.landscape.plain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.signal.Cascades;
import rugged.api.signal.Generations;
import rugged.index.Named;
import rugged.meanfield.signal.Branching;
import rugged.num.RandomStream;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The test model of avalanches: an endless network in which each active unit wakes a Poisson number of others of mean sigma in the next generation, {@code branching-process} in theory. What it offers is cascades, each from one unit, exact draws. Its state is a single number a, the mean activity, which obeys da/dt = -(1 - sigma) a, t in generations: the flow of E(a) = (1 - sigma) a^2/2, flat at the critical point sigma = 1.
 */
@Named(
        value = "branching-network",
        title = "Branching network",
        doc = "An endless network whose active units each wake a Poisson number of others: exact avalanches.",
        source = "Otter, Ann. Math. Stat. 20, 206 (1949)",
        year = 1949,
        topics = {"criticality", "avalanches"})
public record BranchingNetwork(
        @Param(
                doc = "sigma: mean number of units that an active one wakes",
                symbol = "\u03c3",
                def = "0.9",
                min = 0,
                above = true)
        double ratio)
        implements LandscapeSpec {
    /** Checks what the binder does not. */
    public BranchingNetwork {
        if (!(ratio > 0.0) || Double.isInfinite(ratio))
            throw new BadParameter("ratio", ratio, "is no mean number of units", "a number above 0");
    }

    @Override
    public Landscape build() {
        return new Net(ratio);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.CASCADES);
    }

    @Override
    public Cost cost() {
        return Cost.small(1);
    }

    @Override
    public double knownDimension() {
        return 1;
    }

    @Override
    public boolean isolated() {
        return ratio != 1.0;
    }

    @Override
    public Map<String, Double> sizes() {
        return Map.of("N", 1.0);
    }

    @Override
    public double stiffness() {
        return Math.abs(1.0 - ratio);
    }

    /** Without scratch. */
    private record Net(double ratio) implements Landscape, Cascades {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double energy(double[] x) {
            return 0.5 * (1.0 - ratio) * x[0] * x[0];
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            g[0] = (1.0 - ratio) * x[0];
            return energy(x);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            hv[0] = (1.0 - ratio) * v[0];
        }

        @Override
        public void randomise(double[] x, RandomGenerator random) {
            x[0] = random.nextGaussian();
        }

        @Override
        public double reach() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public void cascade(double[] x, Push push, RandomStream random, Generations[] out) {
            Branching process = new Branching(ratio);
            for (Generations one : out) {
                one.clear();
                for (long alive = 1; alive > 0 && one.size() < push.most(); alive = process.children(alive, random))
                    one.add(alive);
            }
        }
    }
}
