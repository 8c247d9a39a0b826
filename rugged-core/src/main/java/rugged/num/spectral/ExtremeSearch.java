package rugged.num.spectral;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.num.RandomStream;

/**
 * How {@link Extremes} are found. The Krylov space of a random vector shows one eigenvector of each eigenvalue. When the pairs wanted have converged there, they are taken out of
 * the operator, and another random vector looks at what is left: an eigenvalue further out than the last one wanted is repeated, or was passed over. Its space ends as soon as it
 * would have shown one: its start overlaps with an eigenvector, in M dimensions, by more than 1e-4/sqrt(M) with a probability above 1 - 1e-4, and {@link Krylov#unseen} bounds the
 * overlap with one that it does not show. What it does show is taken out too, and another vector follows, until one shows nothing new.
 *
 * <p>Where no eigenvalue is repeated this takes one vector more, and less of its products than of the first: nothing has to converge, and the pairs next to the wanted ones,
 * as far as the first space knew them, are taken out as well. This moves what is left by at most sum r^2/g with their residuals r and distances g from the last one
 * wanted. When something new is seen they come back.
 */
public final class ExtremeSearch {
    private static final int AT_ONCE = 10;
    private static final int LOOK = 4;

    /** The overlap with an eigenvector, times sqrt(M), that a random vector exceeds almost always. */
    private static final double LUCK = 1e-4;

    private final SymmetricOperator operator;
    private final ExtremeSide above;
    private final ExtremeSide below;
    private final double tolerance;
    private final int most;
    private final RandomStream random;
    private double size;
    private int products;

    private ExtremeSearch(
            SymmetricOperator operator, int top, int bottom, double tolerance, int most, RandomStream random) {
        this.operator = operator;
        this.tolerance = tolerance;
        this.most = most;
        this.random = random;
        above = new ExtremeSide(true, Math.min(top, operator.freedom()));
        below = new ExtremeSide(false, Math.min(bottom, operator.freedom()));
    }

    /**
     * Grows the space until all pairs asked for have converged.
     *
     * @param top how many of the largest
     * @param bottom how many of the smallest
     * @param tolerance relative to the largest |theta|
     * @param most products for a random vector at most; what has not converged by then is given with its residual
     */
    public static Extremes of(
            SymmetricOperator operator, int top, int bottom, double tolerance, int most, RandomStream random) {
        return new ExtremeSearch(operator, top, bottom, tolerance, most, random).run();
    }

    private Extremes run() {
        if (operator.freedom() == 0) return answer();
        Krylov space = new Krylov(operator, normals());
        boolean converged = grow(space, AT_ONCE, 0.0, false);
        take(space, !converged);
        if (space.steps() == operator.freedom()) return answer();
        Krylov.Ritz ritz = space.ritz();
        List<double[]> beside = new ArrayList<>(above.begin(space, ritz, slack(), converged));
        beside.addAll(below.begin(space, ritz, slack(), converged));
        boolean news = above.goal() + below.goal() > 0;
        while (news) news = look(beside);
        return answer();
    }

    /** Looks at what is left; whether something new was seen, so that it has to be looked at again. */
    private boolean look(List<double[]> beside) {
        Set<double[]> out = Collections.newSetFromMap(new IdentityHashMap<>());
        List<double[]> known = new ArrayList<>();
        for (double[] vector : above.known()) if (out.add(vector)) known.add(vector);
        for (double[] vector : below.known()) if (out.add(vector)) known.add(vector);
        for (double[] vector : beside) if (out.add(vector)) known.add(vector);
        Projected left = new Projected(operator, known.toArray(double[][]::new));
        if (left.freedom() == 0) return false;
        Krylov space = new Krylov(left, normals());
        double enough = LUCK * LUCK / left.freedom();
        boolean ended = grow(space, LOOK, enough, !beside.isEmpty());
        if (!beside.isEmpty() && ended) {
            beside.clear();
            Krylov.Ritz ritz = space.rule();
            return above.news(ritz, slack()) || below.news(ritz, slack());
        }
        boolean news = take(space, false);
        if (ended) return news;
        above.lower(space, enough, slack());
        below.lower(space, enough, slack());
        return false;
    }

    private Extremes answer() {
        Extremes.End top = above.end(operator, tolerance * size);
        Extremes.End bottom = below.end(operator, tolerance * size);
        boolean all = top.converged() == above.asked() && bottom.converged() == below.asked();
        return new Extremes(top, bottom, products + above.products() + below.products(), all);
    }

    private double[] normals() {
        double[] start = new double[operator.dimension()];
        random.normals(start);
        return start;
    }

    /** Half the residual that is allowed: what is taken out adds to those of the pairs found later. */
    private double slack() {
        return 0.5 * tolerance * size;
    }

    /**
     * Grows a space until the pairs that it adds have converged, or are seen where {@code glance} says so, or, where it adds none and {@code enough} is above 0, it would have
     * shown them; false where the products do not suffice.
     */
    private boolean grow(Krylov space, int atOnce, double enough, boolean glance) {
        while (true) {
            products -= space.steps();
            space.grow(Math.min(most, space.steps() + atOnce));
            products += space.steps();
            Krylov.Ritz ritz = space.rule();
            double[] values = ritz.values();
            size = Math.max(size, Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1])));
            if (space.exhausted()) return true;
            if (glance && (above.news(ritz, slack()) || below.news(ritz, slack()))) return true;
            if (above.settled(space, ritz, slack(), enough) && below.settled(space, ritz, slack(), enough)) return true;
            if (space.steps() >= most) return false;
        }
    }

    /** Takes what a space adds; whether there was any. */
    private boolean take(Krylov space, boolean all) {
        Krylov.Ritz ritz = space.ritz();
        Map<Integer, ExtremeSide.Pair> pairs = new HashMap<>();
        boolean any = above.take(space, ritz, slack(), all, pairs);
        return below.take(space, ritz, slack(), all, pairs) || any;
    }
}
