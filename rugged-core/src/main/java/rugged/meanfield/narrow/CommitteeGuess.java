package rugged.meanfield.narrow;

/** Probabilities of the three labels of a committee of two whose hidden fields are h ~ N(omega, V), and the most probable of them. Holds what was asked last: one thread; nothing is allocated. */
public final class CommitteeGuess {
    private final Quadrant quadrant = new Quadrant();
    private double above;
    private double below;

    /** Asks for h ~ N(omega, V). */
    public void at(double omega1, double omega2, double v11, double v22, double v12) {
        double root1 = Math.sqrt(v11);
        double root2 = Math.sqrt(v22);
        double a = omega1 / root1;
        double b = omega2 / root2;
        double r = Math.clamp(v12 / (root1 * root2), -1.0, 1.0);
        above = quadrant.both(a, b, r);
        below = quadrant.both(-a, -b, r);
    }

    /** Of a label -1, 0 or 1; to 1e-15 of all, not of itself. */
    public double probability(int y) {
        if (y > 0) return above;
        if (y < 0) return below;
        return Math.max(0.0, 1.0 - above - below);
    }

    /** The most probable label; 0 where it is as probable as another. */
    public int label() {
        double neither = 1.0 - above - below;
        if (above > neither && above >= below) return 1;
        return below > neither ? -1 : 0;
    }
}
