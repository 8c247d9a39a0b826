package rugged.validation;

import rugged.api.DynamicsSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.landscape.glass.PSpin;
import rugged.meanfield.Mixture;
import rugged.num.Streams;

/** The spherical model and one trajectory in it, as the checks of this package need them. */
public final class Trial {
    private Trial() {}

    /** The 3-spin glass with full couplings in double precision. */
    static PSpin threeSpin(int n, double planted, double covarianceScale, long seed) {
        return new PSpin(
                n,
                Mixture.pure(3),
                PSpin.Couplings.FULL,
                rugged.landscape.Precision.FLOAT64,
                PSpin.Storage.PACKED,
                planted,
                covarianceScale,
                seed);
    }

    /** A random start, drawn from the seed. */
    public static double[] randomStart(Landscape landscape, long seed) {
        double[] x = new double[landscape.dimension()];
        landscape.randomise(x, Streams.of(seed).stream("start", 0));
        return x;
    }

    /** A trajectory with the noise of the seed. */
    public static Stepper trajectory(DynamicsSpec dynamics, Landscape landscape, double[] x, long seed) {
        return dynamics.start(landscape, x, Streams.of(seed).family("noise", 0));
    }
}
