package rugged.num;

/** 1/(1 + e^-z), without overflow on either side. */
public final class Sigmoid {
    private Sigmoid() {}

    /** Of z. */
    public static double of(double z) {
        double e = Math.exp(-Math.abs(z));
        return z >= 0.0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
    }
}
