package rugged.api;

import rugged.api.model.ContactLandscape;
import rugged.api.model.DenseLayers;
import rugged.api.model.Driven;
import rugged.api.model.FactorGraph;
import rugged.api.model.PairMoves;
import rugged.api.model.SpinLandscape;
import rugged.api.model.StochasticLandscape;
import rugged.api.model.Supervised;
import rugged.api.motion.Ladder;

/** What a dynamics or an observable asks of the landscape (and an observable of the dynamics); compared while planning, never while running. */
public enum Need {
    /** States that are configurations with an energy: all but the messages of an inference. */
    CONFIGURATION("configurations with an energy"),
    /** A {@link FactorGraph}. */
    MESSAGES("messages on a factor graph"),
    /** Continuous states x in R^N. */
    CONTINUOUS("continuous coordinates"),
    /** A point that states are measured from, so that x.x' means something: not where space is periodic. See {@link LandscapeSpec#origin}. */
    ORIGIN("an origin of coordinates"),
    /** dE/dx. */
    GRADIENT("a gradient"),
    /** Products of the Hessian with a vector. */
    HESSIAN_VECTOR("Hessian-vector products"),
    /** A {@link StochasticLandscape}. */
    PATTERNS("patterns or couplings that batches can be drawn from"),
    /** A {@link Supervised} landscape. */
    EXAMPLES("supervised examples, as a network on data has"),
    /** A {@link DenseLayers} landscape. */
    DENSE_LAYERS("dense layers, as a fully connected network has"),
    /** Ising spins: a {@link SpinLandscape}. */
    SPINS("Ising spins"),
    /** Energy changes of local moves: spins, or {@link PairMoves} on a sphere. */
    LOCAL_MOVES("the energy change of a local move"),
    /** A constraint that a Lagrange multiplier keeps. */
    CONSTRAINT("a constraint, as on the sphere |x|^2 = N"),
    /** A planted state. */
    PLANTED("a planted state"),
    /** A dynamics with a temperature. */
    TEMPERATURE("a temperature"),
    /** A {@link Driven} landscape. */
    CONTROL("a control that a protocol can move"),
    /** A {@link ContactLandscape}. */
    CONTACTS("contacts that can be counted"),
    /** A dynamics whose steppers are a {@link Ladder}. */
    LADDER("a ladder of temperatures, as tempering has");

    private final String phrase;

    Need(String phrase) {
        this.phrase = phrase;
    }

    /** The need in words, for messages: "a gradient". */
    public String phrase() {
        return phrase;
    }
}
