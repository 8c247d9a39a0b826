package rugged.benchmark;

import java.util.List;
import rugged.api.BenchmarkSpec;
import rugged.index.Named;
import rugged.meanfield.diluted.PlantedPopulation;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Processor time of population dynamics of a diluted p-spin model with one term for each spin, p = 3, at T = 0.5, for a member and a neighbour of it, of which it has p on average: two members are read for each. Beside it what cannot be less, the draw of a number and the read of the member that it names.
 */
@Named(
        value = "population-kernels",
        title = "Population dynamics",
        doc = "An iteration of population dynamics, for a member and neighbour, beside a random read.",
        topics = {"kernels", "mean field"})
public record PopulationKernels(
        @Param(doc = "members", def = "100000", min = 1000, max = 1e8)
        int members,

        @Param(doc = "rounds", def = "9", min = 3) int rounds)
        implements BenchmarkSpec {
    private static final String NEIGHBOUR = "population dynamics, a member and neighbour";
    private static final String READ = "draw and read of a member";
    private static final int SPINS = 3;
    private static final double NANOSECONDS = 1e9;

    @Override
    public List<Rate> rates() {
        return List.of(new Rate(NEIGHBOUR, "ns", READ), new Rate(READ, "ns", ""));
    }

    @Override
    public List<Measurement> measure() {
        PlantedPopulation population = new PlantedPopulation(SPINS, 1.0, 0.5, false, members, 1L);
        double[] values = new double[members];
        RandomStream random = Streams.of(1).stream("reads", 0);
        double[] sink = new double[1];
        double[] neighbours = new double[rounds];
        double[] reads = new double[rounds];
        for (int k = -rounds; k < rounds; k++) {
            double begun = TimedQuench.now();
            population.step();
            double middle = TimedQuench.now();
            for (int i = 0; i < members; i++) sink[0] += values[random.nextInt(members)];
            int round = Math.max(0, k);
            neighbours[round] = NANOSECONDS * (middle - begun) / ((double) SPINS * members);
            reads[round] = NANOSECONDS * (TimedQuench.now() - middle) / members;
        }
        if (sink[0] != 0.0) throw new IllegalStateException("reads of zeros are not zero");
        String size = ", " + members + " members";
        return List.of(
                new Measurement(
                        NEIGHBOUR + size,
                        Timings.median(neighbours),
                        "ns",
                        Timings.spread(neighbours),
                        READ,
                        Timings.median(neighbours) / Timings.median(reads)),
                Timings.measured(READ + size, reads, "ns"));
    }
}
