package rugged.web.shape.run;

import java.util.List;

/**
 * A figure that a study draws.
 *
 * @param name its name
 * @param title one line
 * @param y quantity
 * @param x what it is drawn against
 * @param xScale linear or log
 * @param yScale linear or log
 * @param page figures of which it is made; empty for a plain one
 * @param residual whether there are theory and simulation to subtract
 */
public record FigureItem(
        String name,
        String title,
        String y,
        String x,
        String xScale,
        String yScale,
        List<String> page,
        boolean residual) {}
