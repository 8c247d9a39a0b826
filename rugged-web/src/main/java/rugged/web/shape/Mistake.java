package rugged.web.shape;

import rugged.params.Problem;

/**
 * A mistake in a study.
 *
 * @param line line of the text, from 1; 0 where it has none
 * @param column column, from 1
 * @param path path of the key
 * @param message what is wrong
 * @param allowed what would be accepted
 */
public record Mistake(int line, int column, String path, String message, String allowed) {
    /** The same, as the planner says it. */
    public static Mistake of(Problem problem) {
        return new Mistake(problem.line(), problem.column(), problem.path(), problem.message(), problem.allowed());
    }
}
