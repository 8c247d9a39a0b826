package rugged.landscape.glass;

import java.util.Locale;
import rugged.api.Cost;
import rugged.landscape.Precision;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;

/**
 * What a spherical p-spin costs, counted entry by entry, and whether this JVM can hold it.
 *
 * @param distinct whether only tuples of distinct indices carry a coupling
 * @param packed whether couplings are kept in memory
 */
record PSpinCost(Mixture mixture, boolean distinct, boolean packed, Precision precision) {
    /** Share of the heap that couplings may take. */
    private static final double SHARE = 0.9;

    private static final double GIB = 0x1.0p30;

    /** State, gradient, converted copies and the normals drawn ahead: doubles per coordinate, and in all. */
    private static final double SCRATCH = 16.0;

    private static final double AHEAD = 4096.0 + 256.0;

    /** With n spins. */
    Cost of(int n) {
        double memory = Double.BYTES * SCRATCH * n;
        double traffic = memory;
        double operations = 0;
        for (int p : mixture.orders()) {
            double count = MultiIndex.count(n, p, distinct);
            if (p == 1) {
                memory += Double.BYTES * count;
                operations += count;
                continue;
            }
            Tensor.Layout layout = Tensor.Layout.of(n, p, distinct, precision);
            double stored = packed ? layout.total() : layout.triangle(0);
            memory += stored * precision.bytes() + Double.BYTES * (AHEAD + 2.0 * p * n);
            traffic += packed ? stored * precision.bytes() : 0.0;
            operations += 2.0 * count;
        }
        return new Cost(memory, traffic, operations);
    }

    /** Refuses what does not fit, and says what would. */
    void require(int n) {
        double limit = SHARE * Runtime.getRuntime().maxMemory();
        double needed = of(n).memory();
        if (needed <= limit) return;
        int feasible = 2;
        int tooLarge = n;
        while (tooLarge - feasible > 1) {
            int middle = (feasible + tooLarge) >>> 1;
            if (of(middle).memory() <= limit) feasible = middle;
            else tooLarge = middle;
        }
        String instead =
                "n up to " + feasible + " fits; storage: on-the-fly needs no memory, precision: float32 half of it";
        require(needed, "n", n, instead);
    }

    /** Refuses more memory than this JVM may use. */
    static void require(double needed, String parameter, int value, String instead) {
        double limit = SHARE * Runtime.getRuntime().maxMemory();
        if (needed <= limit) return;
        String message = String.format(
                Locale.ROOT,
                "the couplings need %.2f GiB, more than the %.2f GiB this JVM may use",
                needed / GIB,
                limit / GIB);
        throw new BadParameter(parameter, value, message, instead);
    }
}
