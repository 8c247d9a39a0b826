package rugged.api;

/**
 * What a landscape costs, known before it is built.
 *
 * @param memory bytes that stay resident while it is used, shared between forks
 * @param traffic bytes read from memory for one gradient
 * @param operations multiply-adds for one gradient
 */
public record Cost(double memory, double traffic, double operations) {
    /** A small model of dimension n: nothing worth counting beyond its state. */
    public static Cost small(int n) {
        return new Cost(64.0 * n, 64.0 * n, 64.0 * n);
    }
}
