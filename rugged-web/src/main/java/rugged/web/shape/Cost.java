package rugged.web.shape;

/**
 * What a study costs at a size on this machine.
 *
 * @param size quick, laptop or paper
 * @param points points
 * @param seconds wall time, as likely as not
 * @param words the same in words
 * @param memory bytes
 * @param disk bytes
 */
public record Cost(String size, long points, double seconds, String words, double memory, double disk) {}
