package rugged.num.spectral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One end of the spectrum in an {@link ExtremeSearch}: the pairs found, outermost first, and for how many of them nothing may lie further out. */
final class ExtremeSide {
    private static final int MOST_BESIDE = 32;

    private final boolean above;
    private final int asked;
    private final List<Pair> found = new ArrayList<>();
    private int goal;
    private int products;

    /**
     * @param above whether it is the upper end
     * @param asked how many pairs
     */
    ExtremeSide(boolean above, int asked) {
        this.above = above;
        this.asked = asked;
        goal = asked;
    }

    /** An eigenpair, or what came closest to it; both ends may hold the same. */
    static final class Pair {
        private final double value;
        private final double[] vector;
        private final boolean converged;
        private double residual = Double.NaN;

        Pair(double value, double[] vector, boolean converged) {
            this.value = value;
            this.vector = vector;
            this.converged = converged;
        }
    }

    /** How many. */
    int asked() {
        return asked;
    }

    /** Products that the residuals took. */
    int products() {
        return products;
    }

    /** How many are to be certain. */
    int goal() {
        return goal;
    }

    /** How much further out a is than b. */
    private double beyond(double a, double b) {
        return above ? a - b : b - a;
    }

    private int place(double[] values, int k) {
        return above ? values.length - 1 - k : k;
    }

    /** How many of the found ones are further out. */
    private int ahead(double value) {
        int count = 0;
        while (count < found.size() && beyond(found.get(count).value, value) >= 0.0) count++;
        return count;
    }

    /** Whether value k of a space, from the outermost, belongs among those wanted: not if it repeats the last of them. */
    private boolean enters(double value, int k, double slack) {
        if (k + ahead(value) >= goal) return false;
        return found.size() < goal || beyond(value, found.get(goal - 1).value) > slack;
    }

    /** Whether all that enter have converged, or, where none enters, the space would have shown it. */
    boolean settled(Krylov space, Krylov.Ritz ritz, double slack, double enough) {
        if (goal == 0) return true;
        double[] values = ritz.values();
        int k = 0;
        for (; k < values.length; k++) {
            int place = place(values, k);
            if (!enters(values[place], k, slack)) break;
            if (!(ritz.residuals()[place] <= slack)) return false;
        }
        if (k + found.size() < goal) return false;
        return k > 0 || sees(space, found.get(goal - 1).value, slack, enough);
    }

    /** Whether a space would have shown an eigenvalue that lies further out, by more than the slack. */
    private boolean sees(Krylov space, double value, double slack, double enough) {
        return space.unseen(above ? value + slack : value - slack, enough) <= enough;
    }

    /**
     * Takes the pairs of a space that enter; whether there were any.
     *
     * @param all also those that have not converged, up to the number asked for
     * @param pairs those of this space that were taken before, by number
     */
    boolean take(Krylov space, Krylov.Ritz ritz, double slack, boolean all, Map<Integer, Pair> pairs) {
        double[] values = ritz.values();
        List<Pair> entering = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            int place = place(values, k);
            if (!enters(values[place], k, slack)) break;
            boolean converged = ritz.residuals()[place] <= slack;
            if (!all && !converged) break;
            entering.add(pairs.computeIfAbsent(
                    place, _ -> new Pair(values[place], space.vector(ritz.components()[place]), converged)));
        }
        for (Pair pair : entering) found.add(ahead(pair.value), pair);
        return !entering.isEmpty();
    }

    /**
     * After the first space: what has not converged in it will not be certain.
     *
     * @param all whether everything has
     * @return what lies next to the last that is to be certain, as far as it is known well enough to be taken out
     */
    List<double[]> begin(Krylov space, Krylov.Ritz ritz, double slack, boolean all) {
        if (!all) {
            goal = 0;
            while (goal < found.size() && found.get(goal).converged) goal++;
        }
        List<double[]> beside = new ArrayList<>();
        double moved = 0.0;
        for (int k = found.size(); goal > 0 && k < ritz.values().length && beside.size() < MOST_BESIDE; k++) {
            int place = place(ritz.values(), k);
            double gap = beyond(found.get(Math.min(goal, found.size()) - 1).value, ritz.values()[place]);
            moved += ritz.residuals()[place] * ritz.residuals()[place] / gap;
            if (!(gap > 0.0) || !(moved <= 0.5 * slack)) break;
            beside.add(space.vector(ritz.components()[place]));
        }
        return beside;
    }

    /** Those that have converged. */
    List<double[]> known() {
        return found.stream()
                .filter(pair -> pair.converged)
                .map(pair -> pair.vector)
                .toList();
    }

    /** Whether a space shows something that enters. */
    boolean news(Krylov.Ritz ritz, double slack) {
        return goal > 0 && enters(ritz.values()[place(ritz.values(), 0)], 0, slack);
    }

    /** After a space that was given up: certain is what it would have outdone. */
    void lower(Krylov space, double enough, double slack) {
        double[] values = space.rule().values();
        double outermost = values[place(values, 0)];
        goal = Math.min(goal, found.size());
        while (goal > 0) {
            Pair last = found.get(goal - 1);
            if (last.converged && beyond(last.value, outermost) > -slack && sees(space, last.value, slack, enough))
                return;
            goal--;
        }
    }

    /** What was found, with true residuals. */
    Extremes.End end(SymmetricOperator operator, double most) {
        int count = Math.min(asked, found.size());
        double[] values = new double[count];
        double[] residuals = new double[count];
        double[][] vectors = new double[count][];
        for (int k = 0; k < count; k++) {
            Pair pair = found.get(k);
            values[k] = pair.value;
            if (Double.isNaN(pair.residual)) {
                pair.residual = Extremes.residual(operator, pair.value, pair.vector);
                products++;
            }
            residuals[k] = pair.residual;
            vectors[k] = pair.vector;
        }
        return new Extremes.End(values, residuals, vectors, most, Math.min(goal, count));
    }
}
