package rugged.num.spectral;

import java.util.function.BiConsumer;

/** A symmetric matrix known by its products, for tests. */
public record Products(int dimension, BiConsumer<double[], double[]> product) implements SymmetricOperator {
    @Override
    public void apply(double[] v, double[] av) {
        product.accept(v, av);
    }

    /** All its eigenvalues, in increasing order. */
    public double[] eigenvalues() {
        return DenseSpectrum.of(this, false).values();
    }
}
