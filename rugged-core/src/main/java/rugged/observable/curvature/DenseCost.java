package rugged.observable.curvature;

import java.util.Locale;
import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.num.spectral.DenseSpectrum;

/** What all eigenvalues of a landscape's matrix cost, for plans. */
final class DenseCost {
    private DenseCost() {}

    /**
     * In gradients: 2 N of them for the products that make the matrix, and its diagonalisation.
     *
     * @param operations multiply-adds of the diagonalisation over N^3
     */
    static double evaluations(LandscapeSpec landscape, double operations) {
        double n = landscape.knownDimension();
        if (Double.isNaN(n)) return 0.0;
        double work = Math.max(1.0, landscape.cost().operations());
        return 2.0 * n + operations * n * n * n / work;
    }

    /** Bytes. */
    static double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        return Double.isNaN(n) ? 0.0 : DenseSpectrum.bytes(n);
    }

    /** Why a matrix of n rows is too large, if it is. */
    static Optional<String> refusal(double n) {
        int largest = DenseSpectrum.largest(0.5 * Runtime.getRuntime().maxMemory());
        if (!(n > largest)) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "all eigenvalues of N = %.0f need %.3g GB; N = %d is the largest that fits; spectrum with method: slq"
                        + " needs no matrix",
                n,
                1e-9 * DenseSpectrum.bytes(n),
                largest));
    }
}
