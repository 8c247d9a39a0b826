package rugged.web.shape.run;

/**
 * A figure of a run.
 *
 * @param run the run
 * @param name the figure
 */
public record FigurePlace(String run, String name) {}
