package rugged.observable.boltzmann;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Overlaps q = (1/Nv) sum_i s_i s'_i of visible configurations that the machine draws, as spins +-1, beside those of training examples: mean, standard deviation over pairs, and how ultrametric they are: K = (q_mid - q_min)/sd(q), in the mean over all triples. K is 0 where the configurations are the leaves of a tree, and
 * 3/(2 sqrt(pi)) = 0.846 of independent Gaussian overlaps. Chains are independent; where they begin is forgotten only if they are long enough, which a comparison of both beginnings shows.
 *
 * <p>Error: of the finite number of samples, seen between replicas and seeds. Cost: 2 Nv Nh multiply-adds a chain and sweep, and C^3/6 triples.
 *
 * <p>Source: Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018).
 */
@Named(
        value = "sample-overlaps",
        title = "Overlaps of samples of a machine",
        doc = "Mean, spread and ultrametricity of the overlaps of configurations that a restricted Boltzmann machine"
                + " draws, beside those of its examples.",
        source = "Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018)",
        year = 2018,
        topics = {"one time", "Boltzmann machines", "ultrametricity"})
public record SampleOverlaps(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every,

        @Param(
                doc = "samples, each the end of a chain of its own, and examples",
                symbol = "C",
                def = "100",
                min = 3,
                max = 2000)
        int samples,

        @Param(doc = "sweeps of a chain", def = "1000", min = 0, max = 1e9)
        int sweeps,

        @Param(doc = "where chains begin: data or random", def = "random", reason = "nothing is remembered of the data")
        Origin from)
        implements ObservableSpec {
    private static final Quantity MEAN = one("q_samples", "q", "mean overlap of two samples");
    private static final Quantity SPREAD = one("q_samples_sd", "sd(q)", "standard deviation of the overlap of samples");
    private static final Quantity K = one("K", "K", "mean of (q_mid - q_min)/sd(q) over triples of samples");
    private static final Quantity MEAN_DATA = one("q_data", "q_{data}", "mean overlap of two examples");
    private static final Quantity SPREAD_DATA =
            one("q_data_sd", "sd(q_{data})", "standard deviation of the overlap of examples");
    private static final Quantity K_DATA =
            one("K_data", "K_{data}", "mean of (q_mid - q_min)/sd(q) over triples of examples");

    private static final double GRADIENT = 6.0;

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t"), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(MEAN, SPREAD, K, MEAN_DATA, SPREAD_DATA, K_DATA);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.MACHINE);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : (double) samples * sweeps / patterns / GRADIENT / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Dreams dreams = new Dreams((BoltzmannMachine) model, samples);
        Triples examples = Triples.of(dreams.examples());
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                RandomStream draw = random.stream("samples " + r, Double.doubleToLongBits(now.time()));
                Triples own = Triples.of(dreams.spins(now.state(r), from, sweeps, draw));
                put(out, r, now.time(), own, MEAN, SPREAD, K);
                put(out, r, now.time(), examples, MEAN_DATA, SPREAD_DATA, K_DATA);
            }
        });
    }

    private static void put(Sink out, int r, double t, Triples of, Quantity mean, Quantity spread, Quantity k) {
        out.put(mean, r, of.mean(), Double.NaN, t);
        out.put(spread, r, of.deviation(), Double.NaN, t);
        out.put(k, r, of.k(), Double.NaN, t);
    }
}
