package rugged.meanfield.narrow;

/**
 * What a label of a committee of two says of its hidden fields h ~ N(omega, V) before it was seen. The committee answers
 *
 * <pre>y = sign(sign h_1 + sign h_2),   sign 0 = 0:   1 where both are positive, -1 where both are negative, 0 where they disagree</pre>
 *
 * <p>so that Z_y is the probability of one quadrant, or of two. Answers g = d log Z_y/d omega = V^-1 (E[h | y] - omega), and stiffness -dg/domega. Holds what was asked last: one thread; nothing is allocated.
 *
 * <p>Source: Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018), arXiv:1806.05451, who have the weight 1/2 for a disagreement where here it is a third label.
 */
public final class CommitteeChannel {
    private final Quadrant both = new Quadrant();
    private final Quadrant one = new Quadrant();
    private final Quadrant other = new Quadrant();
    private double logWeight;
    private double first;
    private double second;
    private double ownFirst;
    private double ownSecond;
    private double cross;

    /**
     * Asks what a label says.
     *
     * @param y -1, 0 or 1
     * @param v11 of V
     * @param v22 of V
     * @param v12 of V
     */
    public void at(int y, double omega1, double omega2, double v11, double v22, double v12) {
        if (y == 0) {
            disagree(omega1, omega2, v11, v22, v12);
            return;
        }
        both.at(y * omega1, y * omega2, v11, v22, v12);
        logWeight = both.logWeight();
        first = y * both.first();
        second = y * both.second();
        ownFirst = first * first - both.ownFirst();
        ownSecond = second * second - both.ownSecond();
        cross = first * second - both.cross();
    }

    private void disagree(double omega1, double omega2, double v11, double v22, double v12) {
        one.at(omega1, -omega2, v11, v22, -v12);
        other.at(-omega1, omega2, v11, v22, -v12);
        double most = Math.max(one.logWeight(), other.logWeight());
        double p = Math.exp(one.logWeight() - most);
        double n = Math.exp(other.logWeight() - most);
        double all = p + n;
        logWeight = most + Math.log(all);
        p /= all;
        n /= all;
        first = p * one.first() - n * other.first();
        second = -p * one.second() + n * other.second();
        ownFirst = first * first - p * one.ownFirst() - n * other.ownFirst();
        ownSecond = second * second - p * one.ownSecond() - n * other.ownSecond();
        cross = first * second + p * one.cross() + n * other.cross();
    }

    /** log Z_y. */
    public double logWeight() {
        return logWeight;
    }

    /** g_1. */
    public double first() {
        return first;
    }

    /** g_2. */
    public double second() {
        return second;
    }

    /** -dg_1/domega_1. */
    public double ownFirst() {
        return ownFirst;
    }

    /** -dg_2/domega_2. */
    public double ownSecond() {
        return ownSecond;
    }

    /** -dg_1/domega_2. */
    public double cross() {
        return cross;
    }
}
