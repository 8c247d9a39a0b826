package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.Schedule;
import rugged.api.model.Landscape;
import rugged.api.model.ParticleLandscape;
import rugged.api.motion.Ensemble;
import rugged.api.motion.Task;
import rugged.api.record.Atlas;
import rugged.api.record.Library.Entry;
import rugged.api.record.Pathway;
import rugged.compose.search.NormalModes;
import rugged.compose.search.Searcher;
import rugged.compose.search.Stationaries;
import rugged.compose.search.Stationary;
import rugged.compose.search.Survey;
import rugged.num.Streams;
import rugged.num.graph.Passes;
import rugged.params.BadParameter;

/** A search under way: hands out its tasks, puts together what they found, and leaves the map in the library of the point. */
final class Exploration {
    private final Bench bench;
    private final Landscape landscape;
    private final SearchParameters parameters;
    private final Survey survey;
    private int searches;

    Exploration(Bench bench, SearchParameters parameters) {
        this.bench = bench;
        this.parameters = parameters;
        landscape = (Landscape) bench.model();
        survey = new Survey(landscape.symmetry(), parameters.identity());
    }

    Survey survey() {
        return survey;
    }

    DynamicsSpec minimiser() {
        return bench.dynamics();
    }

    /** A piece of work on a landscape of its own. */
    @FunctionalInterface
    interface Piece {
        List<Stationary> on(Landscape own, Searcher searcher, Streams random);
    }

    /** Carries out pieces of work; their results in the order of the pieces. */
    List<List<Stationary>> carryOut(List<Piece> pieces, double from, double to) {
        Searcher.Settings settings = parameters.settings();
        List<Task> tasks = new ArrayList<>();
        for (Piece piece : pieces)
            tasks.add((own, random) -> {
                Landscape landscape = (Landscape) own;
                Searcher searcher = new Searcher(landscape, settings);
                List<Stationary> found = piece.on(landscape, searcher, random);
                return new Task.Result(Stationaries.bytes(found), searcher.evaluations());
            });
        return bench.carryOut(tasks, from, to).stream().map(Stationaries::read).toList();
    }

    /** Counts a search that looked for a minimum, and says which it has come to; -1 where it has come to none. */
    int minimum(Stationary point) {
        return minimum(point, 1);
    }

    /** Counts several that ended there; returns its place, -1 where nothing was found. */
    int minimum(Stationary point, int times) {
        searches += times;
        if (point.found()) return survey.minimum(point, times);
        survey.failed(point.end());
        return -1;
    }

    /** Counts searches that did not end. */
    void unfinished(long times) {
        searches += (int) times;
        for (long k = 0; k < times; k++) survey.failed(Stationary.End.UNFINISHED);
    }

    Landscape landscape() {
        return landscape;
    }

    Bench bench() {
        return bench;
    }

    /** N. */
    int dimension() {
        return landscape.dimension();
    }

    /** Counts a search that looked for a transition state. */
    void saddle(Stationary point) {
        saddle(point, 1);
    }

    /** Counts several that ended there. */
    void saddle(Stationary point, int times) {
        searches += times;
        if (point.found()) survey.sight(point, times);
        else survey.failed(point.end());
    }

    /** Down both sides of all transition states that were sighted, which joins them to their minima; one that has lost an end is counted as unfinished. */
    void joinSighted(double from, double to) {
        List<Survey.Sighted> all = survey.sighted();
        List<Piece> pieces = new ArrayList<>();
        for (Survey.Sighted one : all)
            pieces.add((own, searcher, random) ->
                    List.of(searcher.descend(one.saddle(), -1), searcher.descend(one.saddle(), 1)));
        List<List<Stationary>> ends = carryOut(pieces, from, to);
        for (int k = 0; k < all.size(); k++) {
            Stationary first = ends.get(k).getFirst();
            Stationary second = ends.get(k).getLast();
            if (first.found() && second.found())
                survey.saddle(
                        all.get(k).saddle(),
                        survey.minimum(first, 0),
                        survey.minimum(second, 0),
                        all.get(k).found(),
                        pathway(first, second));
            else survey.failed(first.found() ? second.end() : first.end());
        }
    }

    /** What the ways down were, both pushes off the top included. */
    private Pathway pathway(Stationary first, Stationary second) {
        double length = first.walked() + second.walked() + 2.0 * parameters.push();
        int perUnit = landscape instanceof ParticleLandscape particles ? particles.coordinatesOfBody() : 1;
        return Pathway.between(length, first.x(), second.x(), perUnit);
    }

    /** The minima and the passes between them, by their places. */
    Passes passes() {
        int saddles = survey.saddles();
        return new Passes(
                IntStream.range(0, survey.minima())
                        .mapToDouble(k -> survey.minimum(k).energy())
                        .toArray(),
                IntStream.range(0, saddles)
                        .mapToDouble(k -> survey.saddle(k).energy())
                        .toArray(),
                IntStream.range(0, saddles).map(k -> survey.saddle(k).first()).toArray(),
                IntStream.range(0, saddles).map(k -> survey.saddle(k).second()).toArray());
    }

    /** Records how far it is. */
    void record() {
        bench.record(SearchQuantities.MINIMA, survey.minima(), searches);
        bench.record(SearchQuantities.SADDLES, survey.saddles(), searches);
        double lowest = Double.NaN;
        for (int k = 0; k < survey.minima(); k++)
            if (!(survey.minimum(k).energy() >= lowest))
                lowest = survey.minimum(k).energy();
        bench.record(SearchQuantities.LOWEST, lowest, searches);
        bench.record(SearchQuantities.UNFINISHED, survey.failures(Stationary.End.UNFINISHED), searches);
        bench.record(SearchQuantities.FLAT, survey.failures(Stationary.End.FLAT), searches);
        bench.record(SearchQuantities.EVAPORATED, survey.failures(Stationary.End.EVAPORATED), searches);
        bench.record(SearchQuantities.OTHER_INDEX, survey.failures(Stationary.End.OTHER_INDEX), searches);
    }

    /** Ends where nothing was found, with what is wrong. */
    void requireMinima() {
        if (survey.minima() > 0) return;
        if (survey.failures(Stationary.End.FLAT) > 0)
            throw new BadParameter(
                    "landscape",
                    "all " + survey.failures(Stationary.End.FLAT) + " minima",
                    "have eigenvalues 0 that no symmetry explains, so no map can be drawn",
                    "weight decay (l2) above 0 for a network");
        if (survey.failures(Stationary.End.UNFINISHED) > 0)
            throw new BadParameter(
                    "protocol.longest",
                    parameters.longest(),
                    "no search came to its end",
                    "a minimiser with its tolerance, such as l-bfgs, or more time");
        if (survey.failures(Stationary.End.EVAPORATED) > 0)
            throw new BadParameter("landscape", "the cluster", "evaporated in every search", "a denser start");
        throw new BadParameter(
                "protocol.starts", 0, "there is nothing to begin with", "starts, or a library in earlier");
    }

    /** Leaves the map in the library, and lets the observables look at the lowest minima. */
    void close() {
        record();
        requireMinima();
        Atlas atlas = survey.atlas(vibrations(), landscape instanceof ParticleLandscape);
        for (Entry entry : atlas.entries()) bench.library().add(entry);
        int looks = Math.min(parameters.observed(), atlas.minima().size());
        Ensemble seen = bench.startAt(states(atlas, 0), bench.dynamics());
        for (int k = 0; k < looks; k++) {
            if (k > 0) bench.move(seen, states(atlas, k), k);
            bench.follow(seen, Schedule.at(k));
        }
    }

    private static double[][] states(Atlas atlas, int k) {
        return new double[][] {atlas.minima().get(k).x()};
    }

    /** kappa: what is left of N at the lowest minimum. */
    private int vibrations() {
        NormalModes modes = new NormalModes(landscape);
        modes.at(survey.minimum(0).x());
        return modes.values().length;
    }
}
