package rugged.landscape.glass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.SpinLandscape;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Ising mixed p-spin glass: E(s) = - sum_p sum_{i1<...<ip} J_{i1...ip} s_{i1} ... s_{ip} with s_i = +-1.
 *
 * <p>Couplings: independent, Gaussian, mean 0, variance a_p p! / (2 N^{p-1}), so that E[H(s) H(t)] = N f(s.t/N) + O(1) with f(q) = 1/2 sum_p a_p q^p as in
 * the spherical model {@link PSpin} with distinct couplings: for one seed the two have the same couplings, and this energy is that polynomial at the corners
 * of the cube. (Repeated indices would add only terms of lower order here, since s_i^2 = 1.) For p to infinity it becomes the {@link RandomEnergy} model.
 *
 * <p>Source: Derrida, Phys. Rev. B 24, 2613 (1981); Gardner, Nucl. Phys. B 257, 747 (1985). The energy is extensive; k_B = 1, J = 1.
 *
 * <p>Local fields h_i = sum over couplings with i of J times the other spins are kept in step: a flip costs E' - E = 2 s_i h_i, which is one read; an
 * accepted flip passes once over the couplings of its spin, C(N-1, p-1) of them, kept together for each spin. Memory: p times the packed couplings. In
 * single precision the fields change in a flip with a rounding error, and these add up as a random walk until the next
 * {@link SpinLandscape#load}: 3e-7 sqrt(flips / N) in a field, as measured.
 */
@Named(
        value = "ising-pspin",
        title = "Ising p-spin glass",
        doc = "The random polynomial of the spherical p-spin at the corners of the cube, s_i = +-1; local fields are"
                + " kept in step with flips.",
        source = "Derrida, Phys. Rev. B 24, 2613 (1981); Gardner, Nucl. Phys. B 257, 747 (1985)",
        year = 1981,
        topics = {"spin glasses", "mean field", "rugged landscapes"})
public record IsingPSpin(
        @Param(
                doc = "number of spins",
                symbol = "N",
                def = "128",
                min = 2,
                max = 65536,
                reason = "1 million couplings for p = 3")
        int n,

        @Param(
                doc = "orders p and their variance weights J_p^2, such as 3, 3+4 or 0.6*3+1.4*12",
                symbol = "f",
                def = "3",
                reason = "the simplest model with a glass transition")
        Mixture mixture,

        @Param(doc = "precision of the couplings", def = "float64", reason = "float32 halves memory and time")
        Precision precision,

        @Param(doc = "seed of the couplings", def = "1") long seed)
        implements LandscapeSpec {
    /** Checks what the binder cannot: combinations. */
    public IsingPSpin {
        if (n < 2) throw new BadParameter("n", n, "N must be >= 2; p must be an integer >= 1", "an integer from 2 on");
        if (mixture.highest() > n) {
            throw new BadParameter(
                    "mixture", mixture, "distinct indices need p <= N = " + n, "a lower order or a larger n");
        }
    }

    @Override
    public SpinLandscape build() {
        PSpinCost.require(cost().memory(), "n", n, "a smaller n, or precision: float32");
        double[] external = new double[n];
        List<SpinNeighbours> shared = new ArrayList<>();
        for (int p : mixture.orders()) {
            CouplingLaw law = CouplingLaw.of(n, p, mixture.weight(p), seed);
            if (p == 1) new CouplingLaw.Rows(law, true).draw(new int[0], 0L, external);
            else shared.add(SpinNeighbours.of(law, precision));
        }
        IsingModel model = new IsingModel(n, mixture, external, List.copyOf(shared));
        double[] up = new double[n];
        Arrays.fill(up, 1.0);
        model.load(up);
        return model;
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.SPINS, Need.LOCAL_MOVES);
    }

    @Override
    public Cost cost() {
        double memory = 16.0 * Double.BYTES * n;
        double traffic = 0.0;
        double operations = 0.0;
        for (int p : mixture.orders()) {
            if (p == 1) continue;
            double stored =
                    p == 2 ? n : Tensor.Layout.of(n, p - 1, true, precision, n).total();
            double bytes = p == 2 ? Double.BYTES : precision.bytes();
            memory += n * stored * bytes;
            traffic += stored * bytes;
            operations += 2.0 * MultiIndex.count(n - 1, p - 1, true);
        }
        // a sweep in which every spin flips is what compares with a gradient
        return new Cost(memory, n * traffic, n * operations);
    }
}
