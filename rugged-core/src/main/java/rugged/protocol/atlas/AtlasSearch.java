package rugged.protocol.atlas;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.params.BadParameter;

/**
 * A protocol that collects minima and transition states in the library of its point. The dynamics of the study is the minimiser of its quenches. When the search is over the observables look at the lowest minima, once each, the
 * rank of the minimum as time.
 */
interface AtlasSearch extends ProtocolSpec {
    /** What counts as what. */
    SearchParameters search();

    /** Does it. */
    void explore(Exploration on);

    @Override
    default void run(Bench bench) {
        Exploration on = new Exploration(bench, search());
        search().earlier()
                .ifPresent(file -> Earlier.read(Path.of(file), on.dimension()).takeUp(on, search()));
        explore(on);
        on.close();
    }

    @Override
    default List<Quantity> quantities() {
        return SearchQuantities.ALL;
    }

    @Override
    default Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.ISOLATED);
    }

    @Override
    default int mostReplicas() {
        return 1;
    }

    @Override
    default boolean decides() {
        return true;
    }

    @Override
    default Schedule schedule() {
        return Schedule.at(
                IntStream.range(0, search().observed()).asDoubleStream().toArray());
    }

    /** Gradients that one search for a transition state takes without the Hessian, measured on small clusters and networks. */
    double ASCENT = 3000.0;

    /** Steps of one with the Hessian, each with N products of two gradients. */
    double STEPS_UP = 100.0;

    /** Minima that are searched from, where nothing says how many there are. */
    double MINIMA = 10.0;

    /** Refuses a search that has neither quenches nor an earlier map to begin with. */
    static void requireBeginning(int starts, SearchParameters search) {
        if (starts == 0 && search.earlier().isEmpty())
            throw new BadParameter(
                    "starts", starts, "there is nothing to begin with", "1 or more, or a library in earlier");
    }

    /** Gradients of one quench, as far as it can be known. */
    static double quench(LandscapeSpec landscape, DynamicsSpec dynamics, SearchParameters search) {
        return Math.min(search.longest(), dynamics.usualArrival()) * dynamics.evaluationsPerUnitTime(landscape);
    }
}
