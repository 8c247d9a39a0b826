package rugged.api;

import java.util.List;
import rugged.api.model.Controlled;
import rugged.api.model.Model;
import rugged.api.motion.Ensemble;
import rugged.api.motion.Task;
import rugged.api.record.Library;
import rugged.api.record.NamedArray;

/**
 * What a protocol works with. The runner makes every leg durable: after an interruption the protocol is run again from its first line, legs that were
 * completed return at once with their stored end, and the leg under way goes on from its checkpoint. A protocol must therefore be a deterministic
 * function of what the bench returns, and needs no checkpoint code of its own.
 */
public interface Bench {
    /** The landscape. */
    Model model();

    /** The dynamics of the study. */
    DynamicsSpec dynamics();

    /** All replicas at the starting states of the study, at time 0. */
    Ensemble start(DynamicsSpec dynamics);

    /**
     * All replicas at the starting states of the study, at time 0, for a run beforehand that finds something out, such as a temperature to match: nobody
     * observes it, its end is not kept, and the noise of what is started later does not depend on it.
     */
    Ensemble pilot(DynamicsSpec dynamics);

    /**
     * All replicas at states[R][N] that the protocol has found, at time 0, observed from here on, with noise of their own: a measurement that begins when a pilot
     * has found the system ready, a quench from a state that was kept.
     *
     * @param states a deterministic function of what the bench returned before; copied
     */
    Ensemble startAt(double[][] states, DynamicsSpec dynamics);

    /** As {@link #startAt}, seen by nobody as a {@link #pilot} is. */
    Ensemble pilotAt(double[][] states, DynamicsSpec dynamics);

    /**
     * Puts all replicas of an ensemble at other states[R][N] that the protocol has found, and says that it is then: where the observables that follow it look next, on a way that a pilot has gone.
     * Their dynamics begin anew there.
     *
     * @param states a deterministic function of what the bench returned before; copied
     * @param time not before the ensemble's own
     */
    void move(Ensemble ensemble, double[][] states, double time);

    /**
     * Moves the control of a {@link Controlled} landscape. All ensembles stay where they are and feel the landscape at the new value from now on: their dynamics begin
     * anew there, as by {@link #change}.
     */
    void drive(double control);

    /** The width of the landscape of the study, which is a {@link WidthFamily}. */
    int width();

    /**
     * Builds the landscape of the study, a {@link WidthFamily}, at another width: {@link #model} is the new one, and ensembles that are started from here on are on it, at starting states of their own for each call. Those
     * that were started before stay on theirs.
     */
    void rebuild(int width);

    /**
     * Records a finding of the protocol itself, which its {@link ProtocolSpec#quantities} must name.
     *
     * @param axes the values of the quantity's axes, in order
     */
    void record(Quantity quantity, double value, double... axes);

    /** The same of an array. */
    void record(Quantity quantity, NamedArray values, double... axes);

    /**
     * Carries out tasks that do not depend on one another, on this thread and on others that are idle, and returns what they found, in the order of the tasks: the same bits whatever the number of threads. What was found is
     * durable task by task; an exception of a task ends the point.
     *
     * @param tasks a deterministic function of what the bench returned before
     * @param from the part of all work of the point that is done before them, for the report of progress
     * @param to the same behind them
     */
    List<byte[]> carryOut(List<? extends Task> tasks, double from, double to);

    /** What this point collects for good; empty at the beginning. */
    Library library();

    /** The same replicas where they are, under another dynamics from now on (a new temperature, a minimiser after a bath). */
    Ensemble change(Ensemble ensemble, DynamicsSpec dynamics);

    /**
     * One leg: advances through the schedule (times since the start of the run), asking the observables at each of its times. Replicas that converge stay
     * where they are and are still observed. Times that lie before the ensemble's own are passed over, so a leg may name ages of an earlier one.
     */
    void follow(Ensemble ensemble, Schedule schedule);
}
