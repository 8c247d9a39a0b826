package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.List;
import rugged.compose.search.NudgedBand;
import rugged.compose.search.Stationary;

/** Searches for transition states between two minima: a band is relaxed, and from each of its tops a transition state is sought along the way of the band. */
final class DoubleEnded {
    private DoubleEnded() {}

    /** Two minima; the second is aligned with the first before the band is spanned. */
    record Ends(double[] a, double[] b) {}

    /** One piece of work for each pair. */
    static List<Exploration.Piece> pieces(List<Ends> all, Band how) {
        List<Exploration.Piece> pieces = new ArrayList<>();
        for (Ends ends : all)
            pieces.add((own, searcher, random) -> {
                double[] aligned = new double[ends.b.length];
                own.symmetry().align(ends.a, ends.b, aligned);
                NudgedBand band = new NudgedBand(own, ends.a, aligned, how.images(), how.spring());
                band.relax(how.iterations());
                searcher.worked(band.evaluations());
                List<Stationary> found = new ArrayList<>();
                for (NudgedBand.Top top : band.tops())
                    found.add(how.wholeStep()
                            .map(step -> searcher.ascendWhole(top.x(), top.tangent(), step))
                            .orElseGet(() -> searcher.ascend(top.x(), top.tangent())));
                return found;
            });
        return pieces;
    }
}
