package rugged.api.model;

/** A continuous landscape with a control, and with a measure of how far a minimum is from one of energy 0. */
public interface Driven extends Landscape, Controlled {
    /**
     * How far the minimum x[N] is from one of energy 0, in a measure that vanishes linearly with the distance of the control from its threshold: by default sqrt(2 E/extent), for
     * an energy that is the sum of squared violations.
     */
    default double residual(double[] x) {
        return Math.sqrt(2.0 * Math.max(0.0, energy(x)) / extent());
    }

    @Override
    Driven fork();
}
