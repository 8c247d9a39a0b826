package rugged.compose.symmetry;

/** The best way found so far to lay atoms b on atoms a, both about their centres: which atom goes to which, and how all are turned. Its own scratch: one thread. */
final class AtomMatch {
    private final int[] species;
    private final OrthogonalFit fit;
    private final int[] order;
    private final int[] best;
    private final double[] rotation = new double[9];
    private final double[] bestRotation = new double[9];
    private double distance;

    AtomMatch(int[] species, OrthogonalFit fit) {
        this.species = species;
        this.fit = fit;
        order = new int[species.length];
        best = new int[species.length];
    }

    void forget() {
        distance = Double.POSITIVE_INFINITY;
    }

    boolean found() {
        return distance < Double.POSITIVE_INFINITY;
    }

    double distance() {
        return distance;
    }

    /** Which atom of b goes to each of a, in the attempt under way: to be overwritten before {@link #offer}. */
    int[] order() {
        return order;
    }

    /** The rotation that the last offer came to. */
    double[] rotation() {
        return rotation;
    }

    /** Turns b as suits {@link #order} best, keeps it where it is nearer than what was known, and returns the distance. */
    double offer(double[] a, double[] b) {
        fit.fit(a, b, order, rotation);
        double sum = 0.0;
        for (int i = 0; i < species.length; i++)
            for (int k = 0; k < 3; k++) {
                double difference = a[3 * i + k] - turned(rotation, b, order[i], k);
                sum += difference * difference;
            }
        double reached = Math.sqrt(sum);
        if (reached < distance) {
            distance = reached;
            System.arraycopy(order, 0, best, 0, best.length);
            System.arraycopy(rotation, 0, bestRotation, 0, 9);
        }
        return reached;
    }

    /** Overwrites moved with the best, and returns its distance. */
    double place(double[] b, double[] moved) {
        for (int i = 0; i < species.length; i++)
            for (int k = 0; k < 3; k++) moved[3 * i + k] = turned(bestRotation, b, best[i], k);
        return distance;
    }

    private static double turned(double[] r, double[] b, int atom, int k) {
        return r[3 * k] * b[3 * atom] + r[3 * k + 1] * b[3 * atom + 1] + r[3 * k + 2] * b[3 * atom + 2];
    }
}
