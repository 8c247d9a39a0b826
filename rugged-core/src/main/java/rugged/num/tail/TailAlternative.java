package rugged.num.tail;

/** What numbers may follow instead of a power law: densities exp(-b ln x - s T(x)), s above 0. */
public enum TailAlternative {
    /** e^{-s x}. */
    EXPONENTIAL("an exponential", false),
    /** x^-b e^{-s ln^2(x/x_min)}: a normal law of ln x. */
    LOG_NORMAL("a log-normal law", true),
    /** x^-b e^{-s x}, of which the power law is the limit s = 0. */
    CUT_OFF("a power law with a cut-off", true);

    private final String words;
    private final boolean power;

    TailAlternative(String words, boolean power) {
        this.words = words;
        this.power = power;
    }

    /** In words. */
    public String words() {
        return words;
    }

    /** Whether it has a power of x beside T. */
    boolean power() {
        return power;
    }

    /** T of x = x_min y, in a unit of its own. */
    double statistic(double y, double unit) {
        double log = Math.log(y);
        return this == LOG_NORMAL ? log * log : y / unit;
    }
}
