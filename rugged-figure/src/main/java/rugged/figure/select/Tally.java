package rugged.figure.select;

import java.util.ArrayList;
import java.util.List;

/** What became of the points of one kind: nothing leaves a figure uncounted. */
public final class Tally {
    private int given;
    private int notFinite;
    private int notPositive;
    private int outside;
    private int unpaired;
    private int beyond;
    private int origin;
    private int unseen;
    private int thinned;
    private int bins;
    private int fewer;
    private double least;
    private double most;

    enum Fate {
        DRAWN,
        NOT_FINITE,
        NOT_POSITIVE,
        OUTSIDE,
        UNPAIRED,
        /** So great, or so small on a logarithmic axis, that no axis reaches it. */
        BEYOND,
        /** At time 0, or at lag 0, which no logarithmic axis of times has: no point of such a figure. */
        ORIGIN
    }

    void count(Fate fate) {
        if (fate != Fate.ORIGIN) given++;
        switch (fate) {
            case DRAWN -> {}
            case NOT_FINITE -> notFinite++;
            case NOT_POSITIVE -> notPositive++;
            case OUTSIDE -> outside++;
            case UNPAIRED -> unpaired++;
            case BEYOND -> beyond++;
            case ORIGIN -> origin++;
        }
    }

    /** Points left out, of so many bins; of a cloud there are none. */
    void thin(int left, int binsUsed) {
        thinned += left;
        bins = binsUsed;
    }

    /** A mean over fewer samples than it was to have. */
    void fewer(double samples, double planned) {
        fewer++;
        if (fewer > 1 && samples * most >= least * planned) return;
        least = samples;
        most = planned;
    }

    /** Lines of which the frame shows nothing. */
    public void unseen(int lines) {
        unseen = lines;
    }

    /** Points at time or lag 0, where an axis is logarithmic. */
    public int origin() {
        return origin;
    }

    public int given() {
        return given;
    }

    public int undrawn() {
        return notFinite + notPositive + outside + unpaired + beyond;
    }

    public int drawn() {
        return given - undrawn() - thinned;
    }

    /** One sentence for the small print, in the kind's own name; nothing if every point is drawn. */
    List<String> sentences(String kind) {
        List<String> out = new ArrayList<>();
        List<String> why = new ArrayList<>();
        reason(why, notFinite, "not finite");
        reason(why, notPositive, "not positive on a logarithmic axis");
        reason(why, beyond, "beyond 10^{±290}");
        reason(why, outside, "outside the range shown");
        reason(why, unpaired, "without a partner on the other axis");
        if (!why.isEmpty()) {
            out.add(undrawn() + " of " + given + " points of " + kind + " not drawn: " + String.join(", ", why) + ".");
        }
        if (thinned > 0) {
            out.add(drawn() + " of " + (given - undrawn()) + " points of " + kind
                    + (bins > 0
                            ? " drawn: least and greatest in each of " + bins + " bins."
                            : " drawn, evenly chosen."));
        }
        if (fewer > 0) {
            out.add(fewer + " points of " + kind + " are means over fewer samples than planned, the least over "
                    + Math.round(least) + " of " + Math.round(most) + ".");
        }
        if (unseen > 0)
            out.add(unseen + (unseen == 1 ? " line" : " lines") + " of " + kind + " outside the range shown.");
        return out;
    }

    private static void reason(List<String> why, int count, String text) {
        if (count > 0) {
            why.add(count + " " + text);
        }
    }
}
