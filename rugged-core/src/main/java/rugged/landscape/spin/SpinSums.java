package rugged.landscape.spin;

import java.util.ArrayList;
import java.util.List;
import rugged.api.CheckSpec;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.params.Param;

/**
 * Small systems by sums over all configurations: the identity between energy and overlap that Gaussian couplings obey at every N on average over the disorder, u = -(J^2/2T)(1 - [&lt;q^2&gt;]) of the
 * Sherrington-Kirkpatrick model and u = -(J^2/T) sqrt(n1 n2) (1 - [&lt;q1 q2&gt;]) of the bipartite one; and sums over the smaller group beside those over all spins.
 */
@Named(
        value = "spin-sums",
        title = "Spin glasses by enumeration",
        doc = "Energy and overlap of small Sherrington-Kirkpatrick systems and bipartite ones by sums over all"
                + " configurations: the identity of Gaussian couplings, and two routes to one sum.",
        source = "Bray and Moore, J. Phys. C 13, L469 (1980)",
        year = 1980,
        topics = {"spin glasses", "mean field"})
public record SpinSums(
        @Param(doc = "number of spins, both groups together", symbol = "N", def = "10", min = 2, max = 14)
        int n,

        @Param(doc = "temperature", symbol = "T", unit = "J", def = "0.8", min = 0, above = true)
        double temperature,

        @Param(doc = "disorders", def = "4000", min = 100) int samples)
        implements CheckSpec {
    private static final double SIGMAS = 3.0;

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "spin-sums.identity",
                        "mean over disorders of the energy less what the overlaps make of it, which is 0 at every N",
                        "J"),
                new Group("spin-sums.energy", "mean energy of the bipartite model beside another program", "J"),
                new Group(
                        "spin-sums.routes",
                        "energy and ground state of bipartite systems by sums over one group and over all spins",
                        "J"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        double[] residuals = new double[samples];
        for (int k = 0; k < samples; k++) {
            ExactSum sum = ExactSum.of(
                    new SherringtonKirkpatrick(n, 1.0, 0.0, 0.0, Precision.FLOAT64, k + 1L).build(), temperature);
            residuals[k] = sum.energy() + 0.5 * (1.0 - sum.square()) / temperature;
        }
        rows.add(vanishes(
                "spin-sums.identity.sk", "e + (1 - <q^2>)/(2T) of the Sherrington-Kirkpatrick model", residuals));
        double[] energies = new double[samples];
        for (int k = 0; k < samples; k++) {
            BipartiteSpins spec = bipartite(k + 1L);
            BipartiteSum sum = BipartiteSum.of(spec, temperature);
            double both = Math.sqrt(spec.first() * (double) spec.second()) / n;
            energies[k] = sum.energy();
            residuals[k] = sum.energy() + both * (1.0 - sum.product()) / temperature;
        }
        rows.add(vanishes(
                "spin-sums.identity.bipartite", "e + sqrt(n1 n2) (1 - <q1 q2>)/T of the bipartite model", residuals));
        if (n == 10 && temperature == 0.8) rows.add(energy(energies));
        for (long seed = 1; seed <= 3; seed++) addRoutes(rows, seed);
        return List.copyOf(rows);
    }

    private BipartiteSpins bipartite(long seed) {
        return new BipartiteSpins(n, 1.0, 1.0, 0.0, 0.0, Precision.FLOAT64, seed);
    }

    private void addRoutes(List<Row> rows, long seed) {
        BipartiteSpins spec = new BipartiteSpins(n, 1.0, 1.0, 0.2, -0.1, Precision.FLOAT64, seed);
        BipartiteSum group = BipartiteSum.of(spec, temperature);
        ExactSum all = ExactSum.of(spec.build(), temperature);
        String source = "the sum over all 2^" + n + " configurations";
        rows.add(Row.exact(
                "spin-sums.routes.energy-" + seed,
                "energy in fields, disorder " + seed,
                group.energy(),
                all.energy(),
                1e-12,
                source));
        rows.add(Row.exact(
                "spin-sums.routes.lowest-" + seed,
                "its ground state, disorder " + seed,
                group.lowest(),
                all.lowest(),
                1e-12,
                source));
    }

    private static Row vanishes(String id, String text, double[] values) {
        double[] mean = mean(values);
        return new Row(id, text, mean[0], mean[1], 0.0, 0.0, SIGMAS, true, "integration by parts over the couplings");
    }

    /** The other program drew as many disorders of its own. */
    private static Row energy(double[] energies) {
        double[] mean = mean(energies);
        return new Row(
                "spin-sums.energy.bipartite",
                "energy of the bipartite model of 5 + 5 spins at T = 0.8",
                mean[0],
                mean[1],
                -0.4692,
                mean[1] * Math.sqrt(energies.length / 4000.0),
                SIGMAS,
                true,
                "another program, 4000 disorders");
    }

    private static double[] mean(double[] values) {
        double sum = 0.0;
        double squares = 0.0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        return new double[] {mean, Math.sqrt((squares / values.length - mean * mean) / (values.length - 1))};
    }
}
