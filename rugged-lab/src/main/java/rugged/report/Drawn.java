package rugged.report;

/**
 * One figure of a run.
 *
 * @param name file name without ending
 * @param title its title
 * @param specification Vega-Lite, the data inside
 * @param svg the drawing
 */
record Drawn(String name, String title, String specification, String svg) {}
