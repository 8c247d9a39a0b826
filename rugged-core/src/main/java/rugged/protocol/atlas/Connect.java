package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Quantity;
import rugged.api.model.Landscape;
import rugged.api.record.Minimum;
import rugged.compose.search.Stationary;
import rugged.compose.search.Survey;
import rugged.geometry.Symmetry;
import rugged.index.Named;
import rugged.num.graph.UnionFind;
import rugged.params.Param;

/**
 * Joins all minima that are known into one network, by double-ended searches: in each round the pieces of the network that transition states connect are joined by the shortest links between them, as a minimum spanning tree of the pieces does,
 * a link having the distance of its two minima when a symmetry has brought one nearest to the other. Along each of these links a doubly nudged elastic band is relaxed, from each of its tops a transition state is sought, and its ends
 * are added. A link that was tried without joining its ends counts twice as long each time. It ends when there is one piece, or after so many rounds.
 *
 * <p>It begins with the minima of an earlier library, with those of random quenches, or both.
 *
 * <p>Source: Carr, Trygubenko and Wales, J. Chem. Phys. 122, 234903 (2005); Trygubenko and Wales, J. Chem. Phys. 120, 2082 (2004).
 */
@Named(
        value = "connect",
        title = "Connect minima",
        doc = "Joins known minima into one network by double-ended searches for transition states along the shortest"
                + " missing links.",
        source = "Carr, Trygubenko and Wales, J. Chem. Phys. 122, 234903 (2005)",
        year = 2005,
        topics = {"rugged landscapes", "transition states"},
        revision = 2)
public record Connect(
        @Param(doc = "random quenches to begin with", def = "100", min = 0, max = 1e8)
        int starts,

        @Param(doc = "rounds after which it ends in pieces", def = "20", min = 1, max = 10000)
        int rounds,

        Band band,
        SearchParameters search)
        implements AtlasSearch {
    public Connect {
        AtlasSearch.requireBeginning(starts, search);
    }

    static final Quantity PIECES = new Quantity(
            "pieces_left", "n_{p}", "", List.of("round"), "pieces of the network of minima after so many rounds");

    /** Longer by this factor is a link that was tried. */
    private static final double TRIED = 2.0;

    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(SearchQuantities.ALL);
        all.add(PIECES);
        return all;
    }

    /** Two minima by their places, the lower place first. */
    private record Pair(int a, int b) {}

    private record Link(Pair ends, double length) {}

    @Override
    public void explore(Exploration on) {
        if (starts > 0) Quenches.explore(on, starts, 0.0, Quenches.FIRST);
        on.requireMinima();
        join(on, rounds, band, Quenches.FIRST);
    }

    /** Rounds of searches between the pieces of what is known, from that part of the work on. */
    static void join(Exploration on, int rounds, Band band, double from) {
        Distances distances = new Distances(on);
        Map<Pair, Integer> tried = new HashMap<>();
        double done = from;
        for (int round = 0; round <= rounds; round++) {
            UnionFind pieces = pieces(on.survey());
            on.bench().record(PIECES, pieces.sets(), round);
            if (pieces.sets() == 1 || round == rounds) return;
            List<Link> links = links(on.survey(), pieces, distances, tried);
            double next = done + (1.0 - done) / 4.0;
            List<DoubleEnded.Ends> ends = new ArrayList<>();
            for (Link link : links) {
                tried.merge(link.ends, 1, Integer::sum);
                ends.add(new DoubleEnded.Ends(
                        on.survey().minimum(link.ends.a).x(),
                        on.survey().minimum(link.ends.b).x()));
            }
            double middle = 0.5 * (done + next);
            for (List<Stationary> found : on.carryOut(DoubleEnded.pieces(ends, band), done, middle))
                found.forEach(on::saddle);
            on.joinSighted(middle, next);
            on.record();
            done = next;
        }
    }

    private static UnionFind pieces(Survey survey) {
        UnionFind pieces = new UnionFind(survey.minima());
        for (int k = 0; k < survey.saddles(); k++)
            pieces.join(survey.saddle(k).first(), survey.saddle(k).second());
        return pieces;
    }

    /** The links of a minimum spanning tree of the pieces. */
    private static List<Link> links(Survey survey, UnionFind pieces, Distances distances, Map<Pair, Integer> tried) {
        List<Link> all = new ArrayList<>();
        for (int b = 0; b < survey.minima(); b++) {
            for (int a = 0; a < b; a++) {
                if (pieces.joined(a, b)) continue;
                Pair pair = new Pair(a, b);
                double longer = Math.pow(TRIED, tried.getOrDefault(pair, 0));
                all.add(new Link(pair, longer * distances.between(a, b)));
            }
        }
        all.sort(Comparator.comparingDouble(Link::length)
                .thenComparingInt(link -> link.ends.a)
                .thenComparingInt(link -> link.ends.b));
        List<Link> tree = new ArrayList<>();
        for (Link link : all) {
            if (pieces.joined(link.ends.a, link.ends.b)) continue;
            pieces.join(link.ends.a, link.ends.b);
            tree.add(link);
        }
        return tree;
    }

    /** Distances of aligned minima, each computed once. */
    private static final class Distances {
        private final Survey survey;
        private final Symmetry symmetry;
        private final double[] moved;
        private final Map<Pair, Double> known = new HashMap<>();

        Distances(Exploration on) {
            survey = on.survey();
            symmetry = ((Landscape) on.bench().model()).symmetry();
            moved = new double[on.dimension()];
        }

        double between(int a, int b) {
            return known.computeIfAbsent(new Pair(a, b), pair -> {
                Minimum first = survey.minimum(pair.a);
                return symmetry.align(first.x(), survey.minimum(pair.b).x(), moved);
            });
        }
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return starts * AtlasSearch.quench(landscape, dynamics, search)
                + (double) rounds * (band.iterations() * band.images() + ASCENT);
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        return 48.0 * starts * n + 64.0 * n * n + 32.0 * band.images() * n;
    }
}
