package rugged.num;

/** Mean and scatter of independent values, as they come (Welford, Technometrics 4, 419 (1962)). */
public final class RunningMean {
    private int count;
    private double mean;
    private double squares;

    /** One value more. */
    public void add(double value) {
        count++;
        double step = value - mean;
        mean += step / count;
        squares += step * (value - mean);
    }

    /** One value more, unless it is undefined. */
    public void addNumber(double value) {
        if (!Double.isNaN(value)) add(value);
    }

    /** n. */
    public int count() {
        return count;
    }

    /** The mean; NaN without values. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Sum of the squared deviations from the mean. */
    public double squares() {
        return squares;
    }

    /** sd, with divisor n - 1; NaN for fewer than two values. */
    public double deviation() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    /** sd / sqrt(n); NaN for fewer than two values. */
    public double error() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1.0) / count);
    }
}
