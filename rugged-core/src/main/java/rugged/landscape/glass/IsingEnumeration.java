package rugged.landscape.glass;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;
import rugged.api.CheckSpec;
import rugged.api.model.SpinLandscape;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.meanfield.Mixture;
import rugged.num.kernel.CounterNormals;
import rugged.params.Param;

/**
 * Ground states of small Ising systems by visiting all configurations: the p-spin by two independent routes (flips in the order of a Gray code, and the
 * defining sum term by term), the random energy model beside its order statistics.
 */
@Named(
        value = "ising-enumeration",
        title = "Ising ground states by enumeration",
        doc = "Ground-state energies of small Ising p-spin and random-energy systems, averaged over disorder.",
        source = "Derrida, Phys. Rev. B 24, 2613 (1981)",
        year = 1981,
        topics = {"spin glasses", "mean field"})
public record IsingEnumeration(
        @Param(doc = "spins of the p-spin systems", symbol = "N", def = "12", min = 4, max = 16)
        int n,

        @Param(doc = "disorders of the p-spin systems", def = "20", min = 1)
        int disorders,

        @Param(doc = "disorders of the random-energy systems", def = "4000", min = 100)
        int samples)
        implements CheckSpec {
    private static final double SIGMAS = 4.0;

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "ising.ground-state",
                        "ground-state energy by flips in Gray order and by evaluation of all configurations",
                        "J"),
                new Group(
                        "rem.ground-state",
                        "mean ground-state energy of random-energy systems beside the mean maximum of as many normal"
                                + " numbers",
                        "J"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int p = 2; p <= 5; p++) rows.add(groundState(p));
        for (int spins : new int[] {4, 8, 10}) rows.add(randomEnergy(spins));
        return List.copyOf(rows);
    }

    private Row groundState(int p) {
        double byFlips = 0.0;
        double byTerms = 0.0;
        for (int seed = 1; seed <= disorders; seed++) {
            byFlips += lowestByFlips(p, seed);
            byTerms += lowestByTerms(p, seed);
        }
        int spins = n * disorders;
        return Row.exact(
                "ising.ground-state.p" + p,
                "mean ground-state energy per spin, p = " + p + ", N = " + n + ", " + disorders + " disorders",
                byFlips / spins,
                byTerms / spins,
                1e-12,
                "the defining sum over couplings, every configuration by itself");
    }

    /** All configurations, each one flip from the one before (Gray code). */
    private double lowestByFlips(int p, long seed) {
        SpinLandscape model = new IsingPSpin(n, Mixture.pure(p), Precision.FLOAT64, seed).build();
        double lowest = model.energy();
        for (int step = 1; step < 1 << n; step++) {
            model.flip(Integer.numberOfTrailingZeros(step));
            lowest = Math.min(lowest, model.energy());
        }
        return lowest;
    }

    private double lowestByTerms(int p, long seed) {
        MultiIndex all = new MultiIndex(n, p, true);
        int[] tuple = new int[p];
        int[] masks = new int[(int) all.count()];
        double[] couplings = new double[masks.length];
        double factorial = 1.0;
        for (int k = 2; k <= p; k++) factorial *= k;
        double sigma = Math.sqrt(factorial / (2.0 * Math.pow(n, p - 1)));
        for (int rank = 0; rank < masks.length; rank++) {
            all.unrank(rank, tuple);
            for (int i : tuple) masks[rank] |= 1 << i;
            couplings[rank] = sigma * CounterNormals.at(seed, CouplingLaw.domain(n, p), rank);
        }
        double lowest = Double.POSITIVE_INFINITY;
        for (int down = 0; down < 1 << n; down++) {
            double energy = 0.0;
            for (int rank = 0; rank < masks.length; rank++) {
                energy -= (Integer.bitCount(down & masks[rank]) & 1) == 0 ? couplings[rank] : -couplings[rank];
            }
            lowest = Math.min(lowest, energy);
        }
        return lowest;
    }

    private Row randomEnergy(int spins) {
        double[] configuration = new double[spins];
        double sum = 0.0;
        double squares = 0.0;
        for (int seed = 1; seed <= samples; seed++) {
            SpinLandscape model = new RandomEnergy(spins, seed).build();
            model.load(configuration);
            double lowest = model.energy();
            for (int step = 1; step < 1 << spins; step++) {
                model.flip(Integer.numberOfTrailingZeros(step));
                lowest = Math.min(lowest, model.energy());
            }
            sum += lowest / spins;
            squares += lowest / spins * (lowest / spins);
        }
        double mean = sum / samples;
        double error = Math.sqrt((squares / samples - mean * mean) / (samples - 1));
        double reference = -Math.sqrt(0.5 / spins) * meanMaximum(Math.pow(2.0, spins));
        return new Row(
                "rem.ground-state.n" + spins,
                "mean ground-state energy per spin of the random energy model, N = " + spins,
                mean,
                error,
                reference,
                0.0,
                SIGMAS,
                true,
                "-sqrt(1/(2N)) E[max of 2^N standard normals], E[max] = int (1 - Phi^M) - int Phi^M by quadrature");
    }

    /** E[max of M standard normals] = int_0^inf (1 - Phi(x)^M) dx - int_{-inf}^0 Phi(x)^M dx, by Simpson's rule with error below 1e-9. */
    static double meanMaximum(double count) {
        int cells = 4000;
        double reach = 12.0;
        double h = reach / cells;
        double sum = 0.0;
        for (int k = 0; k <= cells; k++) {
            double x = k * h;
            double above = -Math.expm1(count * Math.log1p(-0.5 * Erfc.value(x / Math.sqrt(2.0))));
            double below = Math.pow(0.5 * Erfc.value(x / Math.sqrt(2.0)), count);
            double weight = k == 0 || k == cells ? 1.0 : k % 2 == 1 ? 4.0 : 2.0;
            sum += weight * (above - below);
        }
        return sum * h / 3.0;
    }
}
