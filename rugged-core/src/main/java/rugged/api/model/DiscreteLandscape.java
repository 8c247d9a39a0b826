package rugged.api.model;

import java.util.random.RandomGenerator;
import rugged.api.LandscapeSpec;
import rugged.api.Need;

/**
 * An energy of N units, each with one of a few values: Ising spins, the q states of a Potts model, the 0 and 1 of a Boltzmann machine. How many there are may differ
 * from unit to unit; one that is clamped has a single value. Values are numbered from 0, and {@link #value} says which number stands for each in a state x[N].
 *
 * <p>The model holds the configuration and keeps in step with it whatever makes local energies cheap. {@link LandscapeSpec#provides} names {@link Need#UNITS}.
 */
public non-sealed interface DiscreteLandscape extends Model {
    /** q_i, the number of values of unit i, at least 1. */
    int values(int i);

    /** The number that stands for value v of unit i in a state: v itself by default. Increases with v. */
    default double value(int i, int v) {
        return v;
    }

    /**
     * Whether the values are names of equal standing, of which it matters only whether two are the same, as in the Potts model; else they are numbers. Where they are
     * names nothing is measured from an origin, and {@link LandscapeSpec#origin} says so.
     */
    default boolean names() {
        return false;
    }

    /** The value that unit i has. */
    int at(int i);

    /** Overwrites costs[from + v], for the q_i values v of unit i, with E(s with v there) - E(s): 0 for the value that it has. */
    void costs(int i, double[] costs, int from);

    /** Gives unit i the value v. */
    void set(int i, int v);

    /** Takes the configuration x[N] and recomputes what is kept in step. x is not modified. */
    void load(double[] x);

    /** Copies the configuration into x[N]. */
    default void state(double[] x) {
        for (int i = 0; i < x.length; i++) x[i] = value(i, at(i));
    }

    /** E of the configuration held. */
    double energy();

    /**
     * Everything that {@link #set} keeps in step, so that a resumed run continues to the same bits (what {@link #load} recomputes would differ in the last
     * ones).
     */
    byte[] save();

    /** The inverse of {@link #save}. */
    void restore(byte[] saved);

    /** The largest q_i: the length of scratch for {@link #costs}. */
    default int mostValues() {
        int most = 1;
        for (int i = 0; i < dimension(); i++) most = Math.max(most, values(i));
        return most;
    }

    /** The value of unit i for which the number x stands; -1 where there is none. */
    default int indexOf(int i, double x) {
        for (int v = 0; v < values(i); v++) if (value(i, v) == x) return v;
        return -1;
    }

    /** Overwrites x[N] with independent values, each unit's equally likely. */
    @Override
    default void randomise(double[] x, RandomGenerator random) {
        for (int i = 0; i < x.length; i++) x[i] = value(i, random.nextInt(values(i)));
    }

    @Override
    default void energies(double[][] xs, double[] es) {
        for (int r = 0; r < xs.length; r++) {
            load(xs[r]);
            es[r] = energy();
        }
    }

    /** Of names the squared distance of the q_i corners of a simplex around 0, of length 1: 2 q_i/(q_i - 1) for each unit that differs. */
    @Override
    default double squaredDifference(double[] a, double[] b) {
        double sum = 0.0;
        if (names()) {
            for (int i = 0; i < a.length; i++) if (a[i] != b[i]) sum += 2.0 * values(i) / (values(i) - 1.0);
            return sum;
        }
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }

    /** Of names the mean of 1 for each unit that agrees and -1/(q_i - 1) for each that differs: 1 of equal states, 0 in the mean of independent ones. */
    @Override
    default double overlap(double[] a, double[] b) {
        double sum = 0.0;
        if (names()) for (int i = 0; i < a.length; i++) sum += a[i] == b[i] ? 1.0 : -1.0 / (values(i) - 1.0);
        else for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum / a.length;
    }

    @Override
    default double violation(double[] x) {
        for (int i = 0; i < x.length; i++) if (indexOf(i, x[i]) < 0) return Double.POSITIVE_INFINITY;
        return 0.0;
    }

    @Override
    default String place(double[] x) {
        for (int i = 0; i < x.length; i++) if (indexOf(i, x[i]) < 0) return x[i] + " is no value of unit " + i;
        return "";
    }

    @Override
    default DiscreteLandscape beside() {
        return fork();
    }

    @Override
    DiscreteLandscape fork();
}
