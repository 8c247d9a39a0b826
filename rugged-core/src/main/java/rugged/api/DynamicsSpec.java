package rugged.api;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.model.Model;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Stepper;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Kind;
import rugged.params.Spec;

/** Describes a dynamics: how a state moves. It sees models through the interfaces of this package only. */
@Kind("dynamics")
public interface DynamicsSpec extends Spec {
    /** What the landscape must offer. */
    Set<Need> needs();

    /** What the dynamics offers to observables, such as {@link Need#TEMPERATURE}. */
    default Set<Need> provides() {
        return EnumSet.noneOf(Need.class);
    }

    /**
     * Starts a trajectory.
     *
     * @param model the landscape; the stepper may keep it, and shares it with steppers that are advanced by the same thread
     * @param x initial state x[N]; copied
     * @param random streams of this replica: two steppers given the same streams draw the same noise
     */
    Stepper start(Model model, double[] x, Streams random);

    /** The unit of {@link Stepper#time}: "1/J" for continuous time, "sweep", "step", "epoch". */
    String timeUnit();

    /** Time advanced by one step when it is fixed; 0 when the dynamics can stop at any time. Observation times are rounded to multiples of it. */
    double quantum(LandscapeSpec landscape);

    /** Expected gradient evaluations (or evaluations of like cost) for one unit of time: used to predict the cost of a plan. */
    double evaluationsPerUnitTime(LandscapeSpec landscape);

    /** Time after which a minimiser has usually arrived and stops: used to predict the cost of a plan. Infinite for what does not stop by itself. */
    default double usualArrival() {
        return Double.POSITIVE_INFINITY;
    }

    /** One sentence when this dynamics must not be used with these parameters on this landscape, for example an unstable step. */
    default Optional<String> objection(LandscapeSpec landscape) {
        return Optional.empty();
    }

    /** T of the bath; 0 for a deterministic descent, NaN where a temperature means nothing. */
    default double temperature() {
        return Double.NaN;
    }

    /** The same dynamics in a bath of another temperature. Only called where {@link #provides} contains {@link Need#TEMPERATURE}. */
    default DynamicsSpec atTemperature(double temperature) {
        throw new BadParameter(
                "temperature", temperature, "this dynamics has no bath", "choose one that offers a temperature");
    }

    /** Vectors of length N that are kept for one trajectory beside its state: gradient, candidate, velocity, scratch, directions that were searched. */
    default double vectors() {
        return 5;
    }

    /** Bytes that one trajectory keeps beside its state and those vectors: matrices, one number for each pattern. Used to predict the memory of a plan. */
    default double memory(LandscapeSpec landscape) {
        return 0.0;
    }

    /** eta where one step moves by eta times a gradient (or an estimate of it), plus noise; NaN where steps are something else. */
    default double learningRate() {
        return Double.NaN;
    }

    /**
     * f where the gradient of a step is an estimate with covariance f C, C that of the P pattern gradients at the state
     * (see {@link StochasticLandscape}): 1/B for B independent draws, (P - B)/(B (P - 1)) for a fresh subset, 0 for the full gradient. NaN where steps
     * are something else, or not independent of each other (shuffled passes).
     *
     * @param patterns P
     */
    default double noiseFactor(int patterns) {
        return Double.NaN;
    }
}
