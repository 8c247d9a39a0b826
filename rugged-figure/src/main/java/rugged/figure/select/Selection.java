package rugged.figure.select;

import java.util.ArrayList;
import java.util.List;
import rugged.figure.Labels;

/**
 * What a request finds in a table: the curves to draw and the account of what cannot be drawn.
 *
 * @param series sorted by panel, curve, source (simulation first)
 * @param panels values of the panels' column in drawing order; one empty text if there are no panels
 * @param curves values of the curves' column in drawing order; empty if there is one curve only
 * @param palette every value of the curves' column in the whole table: a word has the same colour in all figures of a table
 * @param marks values of the marks' column in drawing order; empty if there is one only
 * @param theories in order of appearance
 * @param verticals places on the horizontal axis that are marked
 * @param xLabel the derived label of the horizontal axis
 */
public record Selection(
        List<Series> series,
        List<String> panels,
        List<String> curves,
        List<String> palette,
        List<String> marks,
        List<String> theories,
        List<Vertical> verticals,
        String xLabel,
        Tally simulation,
        Tally theory) {

    /** The place of a curve among colours and markers: of a word in the whole table, of a number in this figure. */
    public int place(String curve) {
        return Labels.ordered(curves) ? curves.indexOf(curve) : Math.max(0, palette.indexOf(curve));
    }

    /** Points that markers or lines will show, over all panels. */
    public int drawn() {
        return simulation.drawn() + theory.drawn();
    }

    /** The small print under the figure. */
    public List<String> smallPrint() {
        List<String> out = new ArrayList<>(simulation.sentences("simulation"));
        out.addAll(theory.sentences("theory"));
        return out;
    }
}
