package rugged.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.record.Library;
import rugged.api.record.NamedArray;
import rugged.num.Streams;
import rugged.params.Kind;
import rugged.params.Spec;

/**
 * Describes an analysis: a number that no single run has, drawn from what all runs of a study recorded (an exponent with its bootstrap error, a collapse, a
 * verdict in words). A pure function of the records: it can be repeated at any time and never makes anything run.
 */
@Kind("analysis")
public interface AnalysisSpec extends Spec {
    /** Names of the quantities that it reads. */
    Set<String> reads();

    /** What it writes. */
    List<Quantity> quantities();

    /**
     * One sentence when it can make nothing of what the study records.
     *
     * @param recorded every quantity that is recorded or computed, by name
     */
    default Optional<String> objection(Map<String, Quantity> recorded) {
        return Optional.empty();
    }

    /** The youngest waiting time that counts; what leaves none of a study's own is refused while planning. */
    default double youngest() {
        return 0.0;
    }

    /** Whether it is handed the theories of the study as well, each as a group of one sample without a seed. */
    default boolean besideTheories() {
        return false;
    }

    /**
     * Does it.
     *
     * @param groups what was recorded, one group for each set of parameters; groups without the quantities read may be among them
     * @param random streams for a bootstrap, the same at every repetition
     * @param out takes numbers and words
     */
    void analyse(List<Group> groups, Streams random, Conclusions out);

    /**
     * All samples with one set of parameters.
     *
     * @param coordinates the parameters that take several values in the study, by path, seeds left out
     * @param samples one for each seed, in the order of the seeds
     * @param ratios the quantities that are quotients of two recorded ones
     * @param theory the name of the theory that solved it; empty for what was simulated
     */
    record Group(
            Map<String, String> coordinates, List<Sample> samples, Map<String, Quantity.Ratio> ratios, String theory) {
        /** What was simulated. */
        public Group(Map<String, String> coordinates, List<Sample> samples, Map<String, Quantity.Ratio> ratios) {
            this(coordinates, samples, ratios, "");
        }

        /** Without quotients. */
        public Group(Map<String, String> coordinates, List<Sample> samples) {
            this(coordinates, samples, Map.of());
        }

        /** Whether it was simulated. */
        public boolean simulated() {
            return theory.isEmpty();
        }

        /** Whether it has every coordinate that another one has: a theory of few parameters stands beside many systems. */
        public boolean within(Group other) {
            return coordinates.entrySet().containsAll(other.coordinates.entrySet());
        }
    }

    /** One sample of the disorder: its replicas are averaged. */
    interface Sample {
        /** Its seed, in words. */
        String seed();

        /** The records of a quantity in increasing order of its axes; empty when it was not recorded. */
        List<Reading> readings(String quantity);

        /** The arrays of a quantity in the order in which they were recorded; empty when it was not recorded. Read anew at each question. */
        default List<Recorded> arrays(String quantity) {
            return List.of();
        }

        /** The records of a kind that its protocol collected, in the order in which they were found; none while the point is under way. */
        default List<Library.Entry> collected(String kind) {
            return List.of();
        }
    }

    /**
     * One recorded value.
     *
     * @param axes in the order of the quantity's axes
     * @param value mean over replicas
     */
    record Reading(double[] axes, double value) {}

    /**
     * One recorded array.
     *
     * @param replica the replica, or {@link Sink#ALL}
     * @param axes in the order of the quantity's axes
     * @param values its numbers
     */
    record Recorded(int replica, double[] axes, NamedArray values) {}

    /** Takes what an analysis finds. */
    interface Conclusions {
        /** A number for a group, with one standard error (NaN when unknown); a value of NaN says that it is undefined there. */
        void put(Group group, Quantity quantity, double value, double standardError, double... axes);

        /**
         * The same with a systematic error beside the statistical one.
         *
         * @param systematic largest deviation that a choice of the analysis makes, such as that of a level
         */
        default void putSystematic(
                Group group, Quantity quantity, double value, double standardError, double systematic, double... axes) {
            put(group, quantity, value, standardError, axes);
        }

        /** Says that a number is undefined for a group, and why: a few words that go on from what the number is. */
        default void undefined(Group group, Quantity quantity, String why, double... axes) {
            put(group, quantity, Double.NaN, Double.NaN, axes);
        }

        /** A sentence for the reader, with its numbers. */
        void say(String sentence);
    }
}
