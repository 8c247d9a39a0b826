package rugged.landscape.paths;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.constraint.DilutedConstraints;
import rugged.index.Named;

/**
 * H(w) = - sum over active paths a of J_a w_{a,1} ... w_{a,p}: weights w = +-1 of a network of p layers of n^2 connections, of which each is kept with probability rho; alpha p n^2 different random paths from input to output, of which those are active whose connections are all kept. N is the number of
 * kept weights. What matters for large n is the number of active paths for each of them, gamma = alpha rho^(p-1).
 *
 * <p>Couplings: {@code iid} +-1 with equal probability, the glass; {@code input} xi_{i_0}, one binary input pattern, which a gauge turns into a ferromagnet with a ground state of energy -M; {@code gauss} standard normal; {@code planted}
 * that of hidden weights, turned around with probability 1/(1 + e^(2/T_p)): as long as the liquid is in equilibrium at T_p, T_p > T_K, these networks have the law of random signs, and their hidden weights are a configuration of equilibrium (quiet planting; Krzakala and Zdeborova, Phys. Rev. Lett. 102, 238701, 2009). The energy is extensive, that of +-1 couplings an integer and
 * exact after any number of flips. A flip costs 2 sum_{a with i} J_a prod w, one read for each path of the weight, p gamma of them. The control is rho, from that of {@code keep} down: connections are cut in an order of their own, and weights that are cut cost nothing.
 *
 * <p>Source: Huang and Goudarzi, Phys. Rev. E 98, 042311 (2018), whose normalisation is not known; the theory is that of diluted p-spin models: Mezard, Ricci-Tersenghi and Zecchina, J. Stat. Phys. 111, 505 (2003).
 */
@Named(
        value = "active-paths",
        title = "Random active paths",
        doc = "Binary weights of a diluted layered network, with a term for each path from input to output that is"
                + " left.",
        source = "Huang and Goudarzi, Phys. Rev. E 98, 042311 (2018)",
        year = 2018,
        topics = {"spin glasses", "constraint satisfaction", "learning", "rugged landscapes"})
public record ActivePaths(PathLaw law) implements LandscapeSpec {
    @Override
    public DilutedConstraints build() {
        return new PathModel(PathNetwork.of(law).inOrder(), law.keep());
    }

    @Override
    public Set<Need> provides() {
        EnumSet<Need> all = EnumSet.of(Need.SPINS, Need.LOCAL_MOVES, Need.PARITY, Need.CONTROL, Need.DILUTION);
        if (law.couplings().hides()) all.add(Need.PLANTED);
        return all;
    }

    @Override
    public double knownDimension() {
        return PathNetwork.kept(law);
    }

    @Override
    public String remark() {
        return law.layers() == 2 ? "with two weights on a path the transitions are continuous" : "";
    }

    @Override
    public Cost cost() {
        double kept = law.keep() * law.layers() * law.width() * law.width();
        double paths = law.expectedPaths();
        double ends = law.expectedEnds();
        return new Cost(8.0 * ends + 40.0 * kept + 40.0 * paths, 12.0 * ends * law.layers(), ends * law.layers());
    }
}
