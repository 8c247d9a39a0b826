package rugged.web.shape;

/**
 * A study like another.
 *
 * @param name its name
 * @param title its title
 * @param score weighted Jaccard index, in [0, 1]
 * @param why what both have, in words
 */
public record Similar(String name, String title, double score, String why) {}
