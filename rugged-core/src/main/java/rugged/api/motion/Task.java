package rugged.api.motion;

import rugged.api.model.Model;
import rugged.num.Streams;

/**
 * A piece of a search that depends on no other: a quench from a random start, the way up from a minimum, some hops of a walker. A pure function of the landscape and of random numbers, so that it may be carried out on any
 * thread and at any time. Between two of them work can be interrupted: one should take seconds at most.
 */
@FunctionalInterface
public interface Task {
    /**
     * Does it.
     *
     * @param own the landscape, a fork of this thread's own that the task may keep nothing of
     * @param random streams of this task's own
     */
    Result run(Model own, Streams random);

    /**
     * What it found.
     *
     * @param found in a form that the protocol reads back; kept as it is
     * @param evaluations the work, in gradients
     */
    record Result(byte[] found, long evaluations) {}
}
