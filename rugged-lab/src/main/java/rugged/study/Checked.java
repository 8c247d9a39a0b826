package rugged.study;

import java.util.List;
import java.util.Optional;
import rugged.params.Problem;

/**
 * A study read and checked: either every mistake in it, or its plan.
 *
 * @param problems all mistakes, in the order of the file
 * @param plan the plan; present exactly when there is no mistake
 */
public record Checked(List<Problem> problems, Optional<Plan> plan) {
    public Checked {
        problems = List.copyOf(problems);
        if (problems.isEmpty() != plan.isPresent())
            throw new IllegalArgumentException("a plan exists exactly when nothing is wrong");
    }

    /** The mistakes, one a line. */
    public String said() {
        return String.join("\n", problems.stream().map(Problem::toString).toList());
    }
}
