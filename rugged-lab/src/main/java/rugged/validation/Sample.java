package rugged.validation;

/** Mean and standard error of independent values, as they come (Welford). */
final class Sample {
    private int count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double step = value - mean;
        mean += step / count;
        squares += step * (value - mean);
    }

    /** The mean; NaN without values. */
    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** sd / sqrt(n); NaN for fewer than two values. */
    double error() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1.0) / count);
    }
}
