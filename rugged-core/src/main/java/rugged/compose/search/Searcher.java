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
 * Searches for stationary points on one landscape. Minima are quenches by a minimiser, finished by {@link ModeFollowing}, which converges quadratically and knows a saddle from a minimum; the way down from a transition
 * state is all mode following, in short steps that stay in the basin. Scratch of its own: one thread.
 */
public final class Searcher {
    private static final int FINISH = 200;

    /** From where all is convex the steps of a descent converge in a few; far from there each is as long as the longest. */
    private static final int DESCENT = 5000;

    private static final int ASCENT = 1000;

    private final Landscape landscape;
    private final Settings settings;
    private final ModeFollowing following;
    private long evaluations;

    /** A searcher on a landscape that nobody else moves on. */
    public Searcher(Landscape landscape, Settings settings) {
        this.landscape = landscape;
        this.settings = settings;
        following = new ModeFollowing(landscape, settings.longestStep(), settings.tolerance());
    }

    /** The work done so far, in gradients. */
    public long evaluations() {
        return evaluations + following.evaluations();
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
        return following.down(end, FINISH) ? point(end) : Stationary.none(End.UNFINISHED);
    }

    /** The transition state to which the mode {@code along}[N] leads from x[N]; neither is modified. */
    public Stationary ascend(double[] x, double[] along) {
        double[] end = x.clone();
        return following.up(end, along.clone(), ASCENT) ? point(end) : Stationary.none(End.UNFINISHED);
    }

    /** The minimum below a transition state, on the side of its negative mode that the sign says. */
    public Stationary descend(Stationary saddle, int sign) {
        double[] end = saddle.x().clone();
        Vectors.add(end, sign * settings.push(), saddle.mode());
        landscape.manifold().retract(end);
        return following.down(end, DESCENT) ? point(end) : Stationary.none(End.UNFINISHED);
    }

    /** What the last walk has come to. */
    private Stationary point(double[] x) {
        NormalModes modes = following.modes();
        if (landscape instanceof FreeCluster cluster && !cluster.whole(x)) return Stationary.none(End.EVAPORATED);
        if (modes.flat()) return Stationary.none(End.FLAT);
        boolean any = modes.values().length > 0;
        return new Stationary(
                End.FOUND,
                modes.energy(),
                modes.logDeterminant(),
                any ? modes.values()[0] : Double.NaN,
                x,
                any ? modes.vectors()[0].clone() : new double[x.length]);
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
