package rugged.landscape.glass;

import java.util.Locale;
import rugged.api.Cost;
import rugged.params.BadParameter;

/** What a spherical p-spin costs, counted entry by entry, and whether this JVM can hold it. */
final class PSpinCost {
    /** Share of the heap that couplings may take. */
    private static final double SHARE = 0.9;

    private static final double GIB = 0x1.0p30;

    /** State, gradient, converted copies and the normals drawn ahead: doubles per coordinate, and in all. */
    private static final double SCRATCH = 16.0;

    private static final double AHEAD = 4096.0 + 256.0;

    private PSpinCost() {}

    static Cost of(PSpin spec) {
        boolean strict = spec.couplings() == PSpin.Couplings.DISTINCT;
        boolean packed = spec.storage() == PSpin.Storage.PACKED;
        double memory = Double.BYTES * SCRATCH * spec.n();
        double traffic = memory;
        double operations = 0;
        for (int p : spec.mixture().orders()) {
            double count = MultiIndex.count(spec.n(), p, strict);
            if (p == 1) {
                memory += Double.BYTES * count;
                operations += count;
                continue;
            }
            Tensor.Layout layout = Tensor.Layout.of(spec.n(), p, strict, spec.precision());
            double stored = packed ? layout.total() : layout.triangle(0);
            memory += stored * spec.precision().bytes() + Double.BYTES * (AHEAD + 2.0 * p * spec.n());
            traffic += packed ? stored * spec.precision().bytes() : 0.0;
            operations += 2.0 * count;
        }
        return new Cost(memory, traffic, operations);
    }

    /** Refuses what does not fit, and says what would. */
    static void require(PSpin spec) {
        double limit = SHARE * Runtime.getRuntime().maxMemory();
        double needed = of(spec).memory();
        if (needed <= limit) return;
        int feasible = 2;
        int tooLarge = spec.n();
        while (tooLarge - feasible > 1) {
            int middle = (feasible + tooLarge) >>> 1;
            if (of(sized(spec, middle)).memory() <= limit) feasible = middle;
            else tooLarge = middle;
        }
        String instead =
                "n up to " + feasible + " fits; storage: on-the-fly needs no memory, precision: float32 half of it";
        require(needed, "n", spec.n(), instead);
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

    private static PSpin sized(PSpin spec, int n) {
        return new PSpin(
                n,
                spec.mixture(),
                spec.couplings(),
                spec.precision(),
                spec.storage(),
                spec.planted(),
                spec.covarianceScale(),
                spec.seed());
    }
}
