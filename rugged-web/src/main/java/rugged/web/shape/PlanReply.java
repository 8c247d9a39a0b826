package rugged.web.shape;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rugged.study.cost.Estimate;
import rugged.web.shape.run.RunItem;

/**
 * A plan, or everything that is wrong with the study.
 *
 * @param yaml the study as resolved; empty when it has mistakes
 * @param key name of its run folder
 * @param points points
 * @param evaluations gradients
 * @param seconds wall time; null when it has mistakes
 * @param memory bytes
 * @param memoryFree bytes there are
 * @param disk bytes
 * @param diskFree bytes there are; null when unknown
 * @param threads threads of a run
 * @param words the cost in words
 * @param errors mistakes, in the order of the file
 * @param warnings what one should know before starting
 * @param stored the run that holds these results already, or computes them; null for none
 * @param theory values with which the theories are solved, by the path under which a form shows them
 * @param command what does the same in a terminal
 */
public record PlanReply(
        String yaml,
        String key,
        long points,
        double evaluations,
        Estimate.@Nullable Seconds seconds,
        double memory,
        double memoryFree,
        double disk,
        @Nullable Double diskFree,
        int threads,
        String words,
        List<Mistake> errors,
        List<String> warnings,
        @Nullable RunItem stored,
        Map<String, String> theory,
        String command) {}
