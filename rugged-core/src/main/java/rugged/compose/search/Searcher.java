package rugged.compose.search;

import rugged.api.DynamicsSpec;
import rugged.api.model.FreeCluster;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.compose.search.Stationary.End;
import rugged.num.Streams;
import rugged.num.Vectors;

/**
 * Searches for stationary points on one landscape. Minima are quenches by a minimiser, finished by {@link HybridFollowing#down}; the way down from a transition state is all in its short steps, which stay in the basin. Whatever is
 * found is diagonalised once, by which it is known what it is. Scratch of its own: one thread.
 */
public final class Searcher {
    /** Far from a minimum each step is as long as the longest. */
    private static final int DESCENT = 5000;

    private static final int ASCENT = 500;

    /** How often a descent that ends at a saddle is pushed off it. */
    private static final int PUSHES = 10;

    private final Landscape landscape;
    private final Settings settings;
    private final HybridFollowing following;
    private final NormalModes modes;
    private long evaluations;

    /** A searcher on a landscape that nobody else moves on. */
    public Searcher(Landscape landscape, Settings settings) {
        this.landscape = landscape;
        this.settings = settings;
        following = new HybridFollowing(landscape, settings.longestStep(), settings.tolerance());
        modes = new NormalModes(landscape);
    }

    /** The work done so far, in gradients. */
    public long evaluations() {
        return evaluations + following.evaluations();
    }

    /** Counts work that was done elsewhere. */
    public void worked(long gradients) {
        evaluations += gradients;
    }

    /** The minimum below x[N], which is not modified, by this minimiser. */
    public Stationary quench(double[] x, DynamicsSpec minimiser, Streams random) {
        Stepper stepper = minimiser.start(landscape, x, random);
        stepper.advance(settings.longest());
        evaluations += stepper.evaluations();
        if (!(stepper.status() instanceof Status.Converged)) return Stationary.none(End.UNFINISHED);
        double[] end = new double[x.length];
        stepper.state(end);
        return finish(end);
    }

    /** The minimum near x[N], which is not modified and is one but for the tolerance of a minimiser. */
    public Stationary finish(double[] x) {
        double[] end = x.clone();
        return minimum(end);
    }

    /** The transition state to which the direction {@code along}[N] leads from x[N], by its softest mode and without the Hessian; neither is modified. */
    public Stationary ascend(double[] x, double[] along) {
        double[] end = x.clone();
        return following.up(end, along.clone(), ASCENT) ? point(end, 1, Double.NaN) : none(end);
    }

    /** The transition state to which the mode {@code along}[N] leads from x[N], by the whole Hessian; neither is modified. */
    public Stationary ascendWhole(double[] x, double[] along, double longestStep) {
        double[] end = x.clone();
        ModeFollowing whole = new ModeFollowing(landscape, longestStep, settings.tolerance());
        boolean there = whole.up(end, along.clone(), ASCENT);
        evaluations += whole.evaluations();
        return there ? point(end, 1, Double.NaN) : none(end);
    }

    /** The minimum below a transition state, on the side of its negative mode that the sign says. */
    public Stationary descend(Stationary saddle, int sign) {
        double[] end = saddle.x().clone();
        Vectors.add(end, sign * settings.push(), saddle.mode());
        landscape.manifold().retract(end);
        return minimum(end);
    }

    private Stationary minimum(double[] x) {
        double walked = 0.0;
        for (int push = 0; push < PUSHES; push++) {
            if (!following.down(x, DESCENT)) return none(x);
            walked += following.walked();
            modes.at(x);
            if (modes.index() == 0) return point(x, 0, walked);
            walked += settings.push();
            Vectors.add(x, settings.push(), modes.vectors()[0]);
            landscape.manifold().retract(x);
        }
        return Stationary.none(End.UNFINISHED);
    }

    /** Why a walk that ended at x has found nothing. */
    private Stationary none(double[] x) {
        return Stationary.none(inPieces(x) ? End.EVAPORATED : End.UNFINISHED);
    }

    private boolean inPieces(double[] x) {
        return landscape instanceof FreeCluster cluster && !cluster.whole(x);
    }

    /** What a walk has come to, where it has this index. */
    private Stationary point(double[] x, int index, double walked) {
        modes.at(x);
        if (inPieces(x)) return Stationary.none(End.EVAPORATED);
        if (modes.flat()) return Stationary.none(End.FLAT);
        if (modes.index() != index) return Stationary.none(End.OTHER_INDEX);
        boolean any = modes.values().length > 0;
        return new Stationary(
                End.FOUND,
                modes.energy(),
                modes.logDeterminant(),
                any ? modes.values()[0] : Double.NaN,
                x,
                any ? modes.vectors()[0].clone() : new double[x.length],
                walked);
    }

    /**
     * How it is searched.
     *
     * @param tolerance |g|/sqrt(N) of a stationary point
     * @param longestStep longest step of mode following
     * @param push how far from a transition state a way down begins
     * @param longest longest time of a quench, in the time of the minimiser
     */
    public record Settings(double tolerance, double longestStep, double push, double longest) {}
}
