package rugged.api;

import rugged.params.Kind;
import rugged.params.Spec;

/** Describes examples to learn: from files, or drawn by seed. Loading is a pure function of the spec (and of the files it names). */
@Kind("data")
public interface DataSpec extends Spec {
    /** What will be loaded, without loading it. */
    Outline outline();

    /**
     * What the user should know of the data before anything runs; empty when there is nothing. Here data that {@link #load} would refuse are refused already, where that can be found out in
     * seconds.
     */
    default String remark() {
        return "";
    }

    /** The examples. Called once for each model; the arrays are not changed afterwards by anybody. */
    Examples load();

    /**
     * What data consist of.
     *
     * @param patterns P, training examples
     * @param tests test examples
     * @param width d, numbers of one input
     * @param labels what labels are
     * @param classes number of classes; 2 for signs, 0 for values
     */
    record Outline(int patterns, int tests, int width, Examples.Labels labels, int classes) {}
}
