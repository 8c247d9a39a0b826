package rugged.analysis.atlas;

import static rugged.analysis.atlas.KineticQuantities.BARRIER;
import static rugged.analysis.atlas.KineticQuantities.BARRIER_BACK;
import static rugged.analysis.atlas.KineticQuantities.COMMITTOR;
import static rugged.analysis.atlas.KineticQuantities.DIRECT;
import static rugged.analysis.atlas.KineticQuantities.EDGES;
import static rugged.analysis.atlas.KineticQuantities.FROM_EACH;
import static rugged.analysis.atlas.KineticQuantities.PASSAGE;
import static rugged.analysis.atlas.KineticQuantities.PATH;
import static rugged.analysis.atlas.KineticQuantities.PATH_ENERGY;
import static rugged.analysis.atlas.KineticQuantities.PATH_MINIMUM;
import static rugged.analysis.atlas.KineticQuantities.PATH_SADDLE;
import static rugged.analysis.atlas.KineticQuantities.RETURN;
import static rugged.analysis.atlas.KineticQuantities.SLOWEST;
import static rugged.analysis.atlas.KineticQuantities.WALKED;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import rugged.num.RunningMean;
import rugged.num.Streams;
import rugged.num.graph.MinimaxBarriers;
import rugged.num.kinetics.DirectPassage;
import rugged.num.kinetics.FastestPath;
import rugged.num.kinetics.GraphTransformation;
import rugged.num.kinetics.HarmonicRates;
import rugged.num.kinetics.KineticMonteCarlo;
import rugged.num.kinetics.RateNetwork;
import rugged.num.kinetics.SlowestRelaxation;
import rugged.num.kinetics.Wells;

/** From A to B and back in the map of one sample, at each temperature. */
final class Passage {
    /** A dense decomposition of more states takes minutes and gigabytes. */
    private static final int DENSE = 5000;

    private static final String SPREAD = "rates spread beyond what double precision holds";

    /** What is asked for, as the analysis takes it. */
    record Asked(List<Double> temperatures, int lowest, int walks, double longest) {}

    private final Asked asked;
    private final RankedAtlas map;
    private final Ends ends;
    private final SampleMeans means;
    private final Wells wells;
    private final HarmonicRates saddles;
    private final boolean[] from;
    private final boolean[] to;

    Passage(Asked asked, RankedAtlas map, Ends ends, SampleMeans means) {
        this.asked = asked;
        this.map = map;
        this.ends = ends;
        this.means = means;
        wells = map.wells();
        saddles = map.rates();
        from = ends.marked(ends.from());
        to = ends.marked(ends.to());
    }

    void all(Streams random) {
        barriers();
        for (int k = 0; k < asked.temperatures().size(); k++)
            at(asked.temperatures().get(k), random.family("T", k));
    }

    private void barriers() {
        MinimaxBarriers barriers = new MinimaxBarriers(map.passes());
        double least = Double.POSITIVE_INFINITY;
        for (int a : ends.from()) for (int b : ends.to()) least = Math.min(least, barriers.between(a, b));
        means.add(BARRIER, least - lowest(ends.from()));
        means.add(BARRIER_BACK, least - lowest(ends.to()));
    }

    private double lowest(List<Integer> ranks) {
        return ranks.stream().mapToDouble(rank -> wells.energy()[rank]).min().orElseThrow();
    }

    private void at(double temperature, Streams random) {
        RateNetwork network = saddles.at(wells, temperature).only(ends.piece());
        double[] occupation = occupations(temperature);
        try {
            forward(network, occupation, temperature);
        } catch (ArithmeticException e) {
            means.undefined(PASSAGE, SPREAD, temperature);
            means.undefined(RETURN, SPREAD, temperature);
        }
        try {
            if (ends.piece().length <= DENSE)
                means.add(DIRECT, weighted(DirectPassage.times(network, to), from, occupation), temperature);
            else means.undefined(DIRECT, "a dense matrix of more than " + DENSE + " minima is not made", temperature);
        } catch (ArithmeticException e) {
            means.undefined(DIRECT, SPREAD, temperature);
        }
        OptionalDouble rate = slowest(network, occupation);
        if (rate.isPresent()) means.add(SLOWEST, rate.getAsDouble(), temperature);
        else means.undefined(SLOWEST, SPREAD, temperature);
        if (asked.walks() > 0) walk(network, temperature, random);
        path(network, temperature);
    }

    private static OptionalDouble slowest(RateNetwork network, double[] occupation) {
        try {
            return SlowestRelaxation.rate(network, occupation);
        } catch (ArithmeticException e) {
            return OptionalDouble.empty();
        }
    }

    /** ln p of the minima of the piece. */
    private double[] occupations(double temperature) {
        int[] piece = ends.piece();
        double[] log = new double[piece.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < log.length; k++) {
            log[k] = wells.logWeight(piece[k], temperature);
            most = Math.max(most, log[k]);
        }
        for (int k = 0; k < log.length; k++) log[k] -= most;
        return log;
    }

    private void forward(RateNetwork network, double[] occupation, double temperature) {
        double[] times = times(network, to);
        means.add(PASSAGE, weighted(times, from, occupation), temperature);
        means.add(RETURN, weighted(times(network, from), to, occupation), temperature);
        int[] classes = classes(to);
        for (int k = 0; k < from.length; k++) if (from[k]) classes[k] = 1;
        double[] committor = new GraphTransformation(network, classes, 2).ending(0);
        for (int rank = 0; rank < Math.min(asked.lowest(), wells.count()); rank++) {
            int place = ends.place(rank);
            if (place < 0) {
                String why = "no path between it and B in the database";
                means.undefined(FROM_EACH, why, temperature, rank);
                means.undefined(COMMITTOR, why, temperature, rank);
                continue;
            }
            means.add(FROM_EACH, times[place], temperature, rank);
            means.add(COMMITTOR, committor[place], temperature, rank);
        }
    }

    private static double[] times(RateNetwork network, boolean[] ends) {
        return new GraphTransformation(network, classes(ends), 1).times();
    }

    private static int[] classes(boolean[] ends) {
        int[] classes = new int[ends.length];
        Arrays.fill(classes, GraphTransformation.GOING_ON);
        for (int k = 0; k < classes.length; k++) if (ends[k]) classes[k] = 0;
        return classes;
    }

    /** The mean over a set in equilibrium. */
    private static double weighted(double[] values, boolean[] set, double[] occupation) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < set.length; k++) if (set[k]) most = Math.max(most, occupation[k]);
        double sum = 0.0;
        double weight = 0.0;
        for (int k = 0; k < set.length; k++) {
            if (!set[k]) continue;
            double p = Math.exp(occupation[k] - most);
            sum += p * values[k];
            weight += p;
        }
        return sum / weight;
    }

    private void walk(RateNetwork network, double temperature, Streams random) {
        RunningMean times = new KineticMonteCarlo(network)
                .walk(
                        ends.place(ends.from().getFirst()),
                        to,
                        asked.walks(),
                        (long) asked.longest(),
                        random.stream("walk", 0));
        if (times.count() < asked.walks())
            means.undefined(
                    WALKED,
                    (asked.walks() - times.count()) + " of " + asked.walks() + " walks were given up",
                    temperature);
        else means.addWithError(WALKED, times.mean(), times.deviation() / Math.sqrt(times.count()), temperature);
    }

    private void path(RateNetwork network, double temperature) {
        FastestPath path = FastestPath.between(network, from, to);
        means.add(EDGES, path.edges(), temperature);
        means.add(PATH, path.logProbability(), temperature);
        int before = -1;
        for (int step = 0; step < path.states().size(); step++) {
            int rank = ends.piece()[path.states().get(step)];
            if (before >= 0) {
                int saddle = saddles.most(wells, before, rank, temperature);
                means.add(PATH_SADDLE, saddle, temperature, step);
                means.add(PATH_ENERGY, saddles.energy()[saddle], temperature, step - 0.5);
            }
            means.add(PATH_MINIMUM, rank, temperature, step);
            means.add(PATH_ENERGY, wells.energy()[rank], temperature, step);
            before = rank;
        }
    }
}
