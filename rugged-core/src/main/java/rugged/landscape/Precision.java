package rugged.landscape;

/** How couplings are kept. */
public enum Precision {
    /** Double precision throughout. */
    FLOAT64(Double.BYTES),
    /** Couplings and the inner sums in single precision: half the memory and the time; relative error of a gradient about 1e-8 sqrt(N). */
    FLOAT32(Float.BYTES);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one coupling. */
    public int bytes() {
        return bytes;
    }
}
