package rugged.compose.search;

import rugged.num.Packed;

/**
 * A stationary point as a search hands it over.
 *
 * @param end how the search ended; nothing else counts where it is not {@link End#FOUND}
 * @param energy E
 * @param logDeterminant ln of the product of its positive eigenvalues
 * @param negative its lowest eigenvalue, the negative one of a transition state
 * @param x the state [N]
 * @param mode the eigenvector of the lowest eigenvalue [N]
 * @param walked length of the way that was walked to it, in steps that followed the landscape; NaN where a minimiser of another kind came to it
 */
public record Stationary(
        End end, double energy, double logDeterminant, double negative, double[] x, double[] mode, double walked) {
    /** How a search ended. */
    public enum End {
        /** At a stationary point of the index that was looked for. */
        FOUND,
        /** It did not converge in the steps that it had. */
        UNFINISHED,
        /** At a point with an eigenvalue that cannot be told from 0. */
        FLAT,
        /** At a cluster that has fallen apart. */
        EVAPORATED,
        /** At a stationary point of more negative eigenvalues than were looked for, or fewer. */
        OTHER_INDEX
    }

    /** A search that found nothing. */
    static Stationary none(End end) {
        return new Stationary(end, Double.NaN, Double.NaN, Double.NaN, new double[0], new double[0], Double.NaN);
    }

    /** Whether it is one. */
    public boolean found() {
        return end == End.FOUND;
    }

    void write(Packed.Writer out) {
        out.put(end.ordinal()).put(energy).put(logDeterminant).put(negative).put(walked);
        put(out, x);
        put(out, mode);
    }

    static Stationary read(Packed.Reader in) {
        End end = End.values()[in.readInt()];
        double energy = in.readDouble();
        double logDeterminant = in.readDouble();
        double negative = in.readDouble();
        double walked = in.readDouble();
        return new Stationary(end, energy, logDeterminant, negative, numbers(in), numbers(in), walked);
    }

    private static void put(Packed.Writer out, double[] numbers) {
        out.put(numbers.length).put(numbers);
    }

    private static double[] numbers(Packed.Reader in) {
        double[] numbers = new double[in.readInt()];
        in.read(numbers);
        return numbers;
    }
}
