package rugged.landscape.paths;

import java.util.Arrays;
import rugged.meanfield.diluted.PathSigns;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Draws the couplings of one network, and what configuration is known to go with them: for one input pattern the first weight of a path is the sign of its input and all others +1, which satisfies every path. */
final class PathCouplings {
    private final PathSigns kind;
    private final double satisfied;
    private final RandomStream signs;
    private final RandomStream weights;
    private final boolean[] input;

    PathCouplings(PathLaw law) {
        kind = law.couplings();
        satisfied = 0.5 * (1.0 + Math.tanh(1.0 / law.planting()));
        Streams streams = Streams.of(law.seed());
        signs = streams.stream("couplings", 0);
        weights = streams.stream("hidden", 0);
        input = new boolean[law.width()];
        RandomStream pattern = streams.stream("input", 0);
        for (int i = 0; i < input.length; i++) input[i] = pattern.nextBoolean();
    }

    /** The configuration that is known, as far as it is before paths are drawn. */
    double[] hidden(int kept) {
        if (!kind.hides()) return new double[0];
        double[] hidden = new double[kept];
        Arrays.fill(hidden, 1.0);
        if (kind == PathSigns.PLANTED) for (int i = 0; i < kept; i++) hidden[i] = weights.nextBoolean() ? 1.0 : -1.0;
        return hidden;
    }

    /** The next coupling, of a path that begins at a unit; for planted ones whether it is satisfied. */
    double next(int unit) {
        return switch (kind) {
            case IID -> signs.nextBoolean() ? 1.0 : -1.0;
            case INPUT -> input[unit] ? 1.0 : -1.0;
            case GAUSS -> signs.nextGaussian();
            case PLANTED -> signs.nextDouble() < satisfied ? 1.0 : -1.0;
        };
    }

    /** The coupling of a path that is active; tells the hidden weights the sign of its input. */
    double along(int[] path, double coupling, double[] hidden) {
        if (kind == PathSigns.INPUT) hidden[path[0]] = coupling;
        if (kind != PathSigns.PLANTED) return coupling;
        double product = coupling;
        for (int i : path) product *= hidden[i];
        return product;
    }
}
