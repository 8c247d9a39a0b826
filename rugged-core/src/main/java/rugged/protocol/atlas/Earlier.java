package rugged.protocol.atlas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rugged.api.model.Landscape;
import rugged.api.record.Atlas;
import rugged.api.record.KeptLibraries;
import rugged.api.record.Library.Entry;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.compose.search.NormalModes;
import rugged.compose.search.Stationary;
import rugged.num.Vectors;
import rugged.params.BadParameter;

/**
 * A map that a search begins with. The energy and the slope of each of its points are computed anew, and one that is stationary with the energy that it says, and has normal modes, is taken up as it is: its index, its determinant and its ends are
 * believed. Any other, of another program with fewer
 * digits, without normal modes, or of a landscape with another parameter, is where a search begins: down to a minimum, up to a transition state and from there down to both its ends. What leads nowhere is counted with
 * the searches that failed.
 */
record Earlier(Path file, Atlas atlas) {
    /** Points of one task. */
    private static final int BLOCK = 10;

    /** How much steeper than its tolerance a stationary point may be, that was found with it and is looked at in another order of rounding. */
    private static final double ROUNDING = 10.0;

    /** The map in a file, of a landscape of so many coordinates. */
    static Earlier read(Path file, int dimension) {
        List<Entry> entries;
        try {
            entries = KeptLibraries.here().read(file);
        } catch (IOException unreadable) {
            throw wrong(file, String.valueOf(unreadable.getMessage()), "a library of another point");
        }
        Atlas atlas;
        try {
            atlas = Atlas.of(kind ->
                    entries.stream().filter(entry -> entry.kind().equals(kind)).toList());
        } catch (IllegalArgumentException damaged) {
            throw wrong(file, String.valueOf(damaged.getMessage()), "a map with all its minima");
        }
        if (atlas.minima().isEmpty() && atlas.saddles().isEmpty())
            throw wrong(file, "holds no minimum and no transition state", "a map of this landscape");
        for (Minimum one : atlas.minima()) require(file, "minima", one.x().length, dimension);
        for (Saddle one : atlas.saddles()) require(file, "transition states", one.x().length, dimension);
        return new Earlier(file, atlas);
    }

    private static void require(Path file, String what, int length, int dimension) {
        if (length == dimension) return;
        throw wrong(
                file,
                length == 0 ? "has " + what + " without coordinates" : "has " + what + " of " + length + " coordinates",
                "a map of this landscape, of " + dimension);
    }

    private static BadParameter wrong(Path file, String what, String allowed) {
        return new BadParameter("protocol.earlier", file, what, allowed);
    }

    /** Takes it up. */
    void takeUp(Exploration on, SearchParameters parameters) {
        int[] places = minima(on, parameters);
        List<Saddle> others = new ArrayList<>();
        for (Saddle one : atlas.saddles()) {
            boolean ends = places[one.first()] >= 0 && places[one.second()] >= 0;
            boolean known = ends && one.negative() < 0.0 && one.order() > 0;
            if (known && holds(on.landscape(), parameters, one.x(), one.energy(), one.logDeterminant()))
                on.survey().adopt(one, places[one.first()], places[one.second()]);
            else others.add(one);
        }
        List<Exploration.Piece> pieces = new ArrayList<>();
        for (int first = 0; first < others.size(); first += BLOCK) {
            List<Saddle> block = others.subList(first, Math.min(first + BLOCK, others.size()));
            pieces.add((own, searcher, random) -> block.stream()
                    .map(one -> {
                        NormalModes modes = new NormalModes(own);
                        modes.at(one.x());
                        return searcher.ascendWhole(one.x(), modes.vectors()[0], parameters.longestStep());
                    })
                    .toList());
        }
        int place = 0;
        for (List<Stationary> block : on.carryOut(pieces, 0.0, 0.0))
            for (Stationary found : block) on.saddle(found, others.get(place++).found());
        on.joinSighted(0.0, 0.0);
    }

    /** Places of the minima in the survey, -1 for one that is lost. */
    private int[] minima(Exploration on, SearchParameters parameters) {
        int[] places = new int[atlas.minima().size()];
        List<Integer> others = new ArrayList<>();
        for (int k = 0; k < places.length; k++) {
            Minimum one = atlas.minima().get(k);
            if (one.order() > 0 && holds(on.landscape(), parameters, one.x(), one.energy(), one.logDeterminant()))
                places[k] = on.survey().adopt(one);
            else others.add(k);
        }
        List<Exploration.Piece> pieces = new ArrayList<>();
        for (int first = 0; first < others.size(); first += BLOCK) {
            List<Integer> block = others.subList(first, Math.min(first + BLOCK, others.size()));
            pieces.add((own, searcher, random) -> block.stream()
                    .map(k -> searcher.finish(atlas.minima().get(k).x()))
                    .toList());
        }
        int place = 0;
        for (List<Stationary> block : on.carryOut(pieces, 0.0, 0.0))
            for (Stationary found : block) {
                int k = others.get(place++);
                places[k] = on.minimum(found, atlas.minima().get(k).found());
            }
        return places;
    }

    /** Whether it is a stationary point of the landscape, of the energy that it says. */
    private static boolean holds(
            Landscape landscape, SearchParameters parameters, double[] x, double energy, double logDeterminant) {
        if (Double.isNaN(logDeterminant)) return false;
        double[] gradient = new double[x.length];
        double now = landscape.energyAndGradient(x, gradient);
        landscape.manifold().tangent(x, gradient);
        double slope = Vectors.norm(gradient) / Math.sqrt(x.length);
        return Math.abs(now - energy) <= parameters.sameEnergy() && slope <= ROUNDING * parameters.tolerance();
    }
}
