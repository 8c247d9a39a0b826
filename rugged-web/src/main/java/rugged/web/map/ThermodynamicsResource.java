package rugged.web.map;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import rugged.analysis.atlas.LandscapeMap;
import rugged.analysis.atlas.WellSuperposition;
import rugged.num.kinetics.Superposition;
import rugged.store.file.Damaged;
import rugged.web.Laboratory;
import rugged.web.api.Parameters;
import rugged.web.api.Resource;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.Plans;
import rugged.web.runs.RunMaps;
import rugged.web.shape.map.CapacityReply;
import rugged.web.shape.map.CapacityReply.PeakMinimum;
import rugged.web.shape.map.OccupationReply;
import rugged.web.shape.map.OccupationReply.OccupiedMinimum;

/** Thermodynamics of a map by harmonic superposition: {@code /api/runs/{id}/landscape/capacity} and {@code …/occupations}. */
public final class ThermodynamicsResource implements Resource {
    private static final int CURVE = 161;
    private static final int MAKERS = 10;
    private static final int OCCUPIED = 20;

    /** The range of temperatures by itself begins at this part of the gap above the lowest minimum, which hardly occupies the next one. */
    private static final double COLD = 0.03;

    /** It spans at most so many decades. */
    private static final double DECADES = 4.0;

    private final Laboratory laboratory;
    private final RunMaps maps;
    private final Plans plans;

    /**
     * @param laboratory the workspace
     * @param maps of its runs
     * @param plans of its runs
     */
    public ThermodynamicsResource(Laboratory laboratory, RunMaps maps, Plans plans) {
        this.laboratory = laboratory;
        this.maps = maps;
        this.plans = plans;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}/landscape/capacity", laboratory.drawing().of(this::capacity));
        routes.get("/api/runs/{id}/landscape/occupations", laboratory.drawing().of(this::occupations));
    }

    private void occupations(Context context) {
        MapRequest request = new MapRequest(laboratory, maps, context);
        Known run = request.run();
        try {
            LandscapeMap map = request.map(run).map();
            map.noWells().ifPresent(why -> {
                throw Refusal.of(422, why);
            });
            Superposition.State state = map.superposition().at(MapRequest.temperature(context));
            double[] p = state.occupation();
            double[] energy = map.superposition().wells().energy();
            List<OccupiedMinimum> most = IntStream.range(0, p.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer a) -> -p[a]))
                    .limit(OCCUPIED)
                    .map(a -> new OccupiedMinimum(a, energy[a], p[a]))
                    .toList();
            double told = most.stream().mapToDouble(OccupiedMinimum::occupation).sum();
            Answers.json(
                    context,
                    new OccupationReply(
                            run.version(),
                            state.temperature(),
                            state.capacity(),
                            state.energy(),
                            most,
                            p.length > OCCUPIED ? Math.max(0.0, 1.0 - told) : 0.0));
        } catch (Damaged damaged) {
            throw MapRequest.damaged(run, damaged);
        }
    }

    private void capacity(Context context) {
        MapRequest request = new MapRequest(laboratory, maps, context);
        Known run = request.run();
        try {
            LandscapeMap map = request.map(run).map();
            Optional<String> why = map.noWells();
            Answers.json(context, why.isPresent() ? none(run, why.get()) : curve(run, map, range(context, run, map)));
        } catch (Damaged damaged) {
            throw MapRequest.damaged(run, damaged);
        }
    }

    private static CapacityReply none(Known run, String why) {
        double[] no = new double[0];
        return new CapacityReply(run.version(), MapRequest.sentence(why), 0.0, no, no, no, null, null, List.of());
    }

    private record Range(double low, double high) {}

    /** As asked for, else as the study's own analysis has it, else from the energies. */
    private Range range(Context context, Known run, LandscapeMap map) {
        OptionalDouble low = Parameters.real(context, "low");
        OptionalDouble high = Parameters.real(context, "high");
        if (low.isPresent() != high.isPresent()) throw Refusal.malformed("low and high: both, or neither");
        if (low.isPresent()) {
            Range asked = new Range(low.getAsDouble(), high.orElseThrow());
            if (asked.low > 0.0 && asked.low < asked.high) return asked;
            throw Refusal.malformed("low is " + asked.low + " and high is " + asked.high + "; 0 < low < high");
        }
        return studied(run).orElseGet(() -> natural(map.passes().minimum()));
    }

    private Optional<Range> studied(Known run) {
        return plans.now(run, laboratory.runQueue())
                .flatMap(plan -> plan.analyses().stream()
                        .filter(WellSuperposition.class::isInstance)
                        .map(one -> ((WellSuperposition) one)
                                .temperatures().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .summaryStatistics())
                        .filter(all -> all.getMin() < all.getMax())
                        .map(all -> new Range(all.getMin(), all.getMax()))
                        .findFirst());
    }

    /** From where hardly more than one minimum is occupied to where nearly all are. */
    private static Range natural(double[] energy) {
        double spread = energy[energy.length - 1] - energy[0];
        if (!(spread > 0.0)) return new Range(0.01, 1.0);
        double gap = spread;
        for (int k = 1; k < energy.length && gap == spread; k++) if (energy[k] > energy[0]) gap = energy[k] - energy[0];
        double high = spread;
        return new Range(Math.max(COLD * gap, high * Math.pow(10.0, -DECADES)), high);
    }

    private static CapacityReply curve(Known run, LandscapeMap map, Range range) {
        Superposition wells = map.superposition();
        double[] temperature = new double[CURVE];
        double[] capacity = new double[CURVE];
        double[] energy = new double[CURVE];
        double ratio = Math.log(range.high / range.low) / (CURVE - 1);
        for (int k = 0; k < CURVE; k++) {
            Superposition.State state = wells.at(range.low * Math.exp(k * ratio));
            temperature[k] = state.temperature();
            capacity[k] = state.capacity();
            energy[k] = state.energy();
        }
        double peak = wells.peak(range.low, range.high, WellSuperposition.GRID);
        boolean none = Double.isNaN(peak);
        Superposition.State there = none ? null : wells.at(peak);
        return new CapacityReply(
                run.version(),
                none ? "The heat capacity has no peak between T = " + range.low + " and " + range.high + "." : "",
                wells.floor(),
                temperature,
                capacity,
                energy,
                none ? null : (Double) peak,
                there == null ? null : (Double) there.capacity(),
                there == null ? List.of() : makers(wells, there));
    }

    private static List<PeakMinimum> makers(Superposition wells, Superposition.State state) {
        return IntStream.range(0, state.flow().length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer a) -> -Math.abs(state.flow()[a])))
                .limit(MAKERS)
                .sorted(Comparator.comparingDouble((Integer a) -> state.flow()[a]))
                .map(a -> new PeakMinimum(
                        a, wells.wells().energy()[a], state.occupation()[a], state.part()[a], state.flow()[a]))
                .toList();
    }
}
