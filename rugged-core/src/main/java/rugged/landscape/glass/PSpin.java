package rugged.landscape.glass;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.geometry.Manifold;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.meanfield.Mixture;
import rugged.meanfield.Transition;
import rugged.meanfield.Transitions;
import rugged.num.Streams;
import rugged.num.kernel.KernelChoice;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Spherical mixed p-spin glass: E(s) = - sum_p sum_{i1<=...<=ip} J_{i1...ip} s_{i1} ... s_{ip} on the sphere |s|^2 = N.
 *
 * <p>Couplings: independent, Gaussian, mean 0, variance c a_p p! / (prod_k m_k! 2 N^{p-1}) with the multiplicities m_k of the distinct indices, the weights
 * a_p = J_p^2 of the mixture and the covariance scale c. Then E[H(s) H(t)] = N c f(s.t/N) with f(q) = 1/2 sum_p a_p q^p exactly at every N. With
 * {@code couplings: distinct} only i1 < ... < ip, all with variance c a_p p! / (2 N^{p-1}): the textbook variant, equal up to O(1/N), not isotropic at
 * finite N. Couplings are a pure function of (seed, p, N, packed position): the same on every machine, stored or not.
 *
 * <p>Planting at T_0: s* uniform on the sphere, every coupling shifted by beta_0 Var(J) s*_{i1} ... s*_{ip}; s* is then an equilibrium configuration at T_0
 * of a typical disorder, exactly for T_0 above the static transition, with mean energy -N beta_0 c f(1).
 *
 * <p>Source: Crisanti and Sommers, Z. Phys. B 87, 341 (1992), whose Hamiltonian has f(q) = q^p/2 for J = 1. The energy is extensive; k_B = 1, J = 1. A
 * pattern of the {@link rugged.api.model.StochasticLandscape} is one packed row: all couplings that share their first p - 1 indices; e_mu is P times its energy.
 *
 * <p>Cost of a gradient: 2 multiply-adds a coupling and one pass over their memory, C(N+p-1, p) couplings of 8 or 4 bytes, shared by forks and by the
 * replicas of a block. Error: rounding; in single precision relative error 1e-8 sqrt(N) in the gradient, as measured (sums over one index in single precision,
 * all outer sums in double).
 */
@Named(
        value = "pspin",
        title = "Spherical p-spin glass",
        doc = "A random polynomial on the sphere |s|^2 = N: the solvable rugged landscape. Pure (3) or mixed (3+4)"
                + " orders, optionally with a planted equilibrium state.",
        source = "Crisanti and Sommers, Z. Phys. B 87, 341 (1992)",
        year = 1992,
        topics = {"spin glasses", "mean field", "rugged landscapes"})
public record PSpin(
        @Param(
                doc = "number of spins",
                symbol = "N",
                def = "256",
                min = 2,
                max = 65536,
                reason = "3 million couplings for p = 3: 10 ms a gradient")
        int n,

        @Param(
                doc = "orders p and their variance weights J_p^2, such as 3, 3+4 or 0.6*3+1.4*12",
                symbol = "f",
                def = "3",
                reason = "the simplest model with a glass transition")
        Mixture mixture,

        @Param(
                doc = "which index tuples carry a coupling: all with repetitions (full), or only distinct indices",
                def = "full",
                reason = "full is isotropic at every N; distinct is the textbook variant")
        Couplings couplings,

        @Param(
                doc = "precision of the couplings",
                def = "float64",
                reason = "float32 halves memory and time; the relative error of a gradient is 2e-7 at N = 400")
        Precision precision,

        @Param(
                doc = "couplings kept in memory (packed) or drawn again for each pass (on-the-fly)",
                def = "packed",
                reason = "on-the-fly needs no memory and is about ten times slower")
        Storage storage,

        @Param(
                doc = "temperature T_0 of the planted equilibrium state; inf plants none",
                symbol = "T_{0}",
                unit = "J",
                def = "inf",
                min = 0,
                above = true)
        double planted,

        @Param(
                doc = "factor c on the covariance: f becomes c f, energies and temperatures scale as sqrt(c)",
                symbol = "c",
                def = "1",
                min = 0,
                above = true,
                reason = "2 gives the convention f = q^p")
        double covarianceScale,

        @Param(doc = "seed of the couplings", def = "1") long seed)
        implements LandscapeSpec {
    /** Which index tuples carry a coupling. */
    public enum Couplings {
        /** Every multiset i1 <= ... <= ip. */
        FULL,
        /** Only i1 < ... < ip. */
        DISTINCT
    }

    /** Where couplings are between two passes. */
    public enum Storage {
        /** In memory. */
        PACKED,
        /** Nowhere: drawn again. */
        ON_THE_FLY
    }

    /** Checks what the binder cannot: combinations. */
    public PSpin {
        if (n < 2) throw new BadParameter("n", n, "N must be >= 2; p must be an integer >= 1", "an integer from 2 on");
        if (!(covarianceScale > 0) || Double.isInfinite(covarianceScale)) {
            throw new BadParameter(
                    "covariance-scale", covarianceScale, "the covariance must stay positive", "a finite number > 0");
        }
        if (couplings == Couplings.DISTINCT && mixture.highest() > n) {
            throw new BadParameter(
                    "mixture",
                    mixture,
                    "distinct indices need p <= N = " + n,
                    "a lower order, a larger n or couplings: full");
        }
        double count = MultiIndex.count(n, mixture.highest(), couplings == Couplings.DISTINCT);
        if (count > MOST_COUPLINGS) {
            throw new BadParameter(
                    "n",
                    n,
                    "order " + mixture.highest() + " has " + count + " couplings, which nobody can pass over",
                    "a smaller n");
        }
        checkPlanting(mixture.scaled(covarianceScale), planted);
    }

    private static final double MOST_COUPLINGS = 1e15;

    private static void checkPlanting(Mixture scaled, double planted) {
        if (Double.isNaN(planted) || planted <= 0)
            throw new BadParameter("planted", planted, "not a temperature", "a number > 0, or inf for none");
        if (Double.isInfinite(planted)) return;
        Transition glass = Transitions.statical(scaled);
        double lowest = glass.temperatureOrNaN();
        if (Double.isNaN(lowest)) {
            throw new BadParameter(
                    "planted", planted, "planting is not equilibrium with " + glass.inWords(), "inf for none");
        }
        if (planted <= lowest) {
            throw new BadParameter(
                    "planted",
                    planted,
                    String.format(Locale.ROOT, "planting is not equilibrium below Ts=%.6f", lowest),
                    "a temperature above Ts, or inf for none");
        }
    }

    private boolean distinct() {
        return couplings == Couplings.DISTINCT;
    }

    private PSpinCost costs() {
        return new PSpinCost(mixture, distinct(), storage == Storage.PACKED, precision);
    }

    /** The mixture of c f. */
    public Mixture covariance() {
        return mixture.scaled(covarianceScale);
    }

    @Override
    public Landscape build() {
        costs().require(n);
        boolean isPlanted = !Double.isInfinite(planted);
        double[] state = new double[isPlanted ? n : 0];
        if (isPlanted) {
            Streams.of(seed).stream("pspin planted", 0).normals(state);
            Manifold.SPHERE.retract(state);
        }
        double[] field = new double[0];
        List<Tensor> tensors = new ArrayList<>();
        for (int p : mixture.orders()) {
            double variance = CouplingLaw.variance(n, p, covariance().weight(p));
            CouplingLaw law = new CouplingLaw(n, p, variance, seed, state, isPlanted ? 1.0 / planted : 0.0);
            if (p == 1) {
                field = new double[n];
                new CouplingLaw.Rows(law, distinct()).draw(new int[0], 0L, field);
            } else {
                tensors.add(Walk.filled(new Tensor(law, distinct(), precision, storage == Storage.PACKED)));
            }
        }
        Optional<Mixture> isotropic = distinct() ? Optional.empty() : Optional.of(covariance());
        PSpinModel model = new PSpinModel(n, isotropic, field, List.copyOf(tensors), precision, KernelChoice.best());
        return isPlanted ? new PlantedPSpin(model, state) : model;
    }

    @Override
    public Set<Need> provides() {
        EnumSet<Need> needs = EnumSet.of(
                Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS, Need.LOCAL_MOVES, Need.CONSTRAINT);
        if (!Double.isInfinite(planted)) needs.add(Need.PLANTED);
        return needs;
    }

    @Override
    public Cost cost() {
        return costs().of(n);
    }

    @Override
    public double knownDimension() {
        return n;
    }

    @Override
    public double stiffness() {
        return 4.0 * Math.sqrt(covariance().fSecond(1.0));
    }
}
