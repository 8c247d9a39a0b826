package rugged.study;

/** The version of everything that decides which numbers a point gives. */
public final class Numerics {
    /** Part of every point's key. It goes up with every change after which the same parameters and seed give other numbers. */
    public static final String VERSION = "3";

    private Numerics() {}
}
