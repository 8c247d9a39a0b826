package rugged.dynamics.minimise;

import rugged.api.LandscapeSpec;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.num.kernel.Dots;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Fast inertial relaxation engine: molecular dynamics, v' = v - dt g and x' = x + dt v', with v mixed towards the direction of the force,
 * v = (1 - a) v - a |v| g/|g|, while the power -g.v is positive; when it is not, the motion stops, dt is halved and a starts again. On a manifold the
 * velocity is kept in the tangent space.
 *
 * <p>Source: Bitzek, Koskinen, Gaehler, Moseler and Gumbsch, Phys. Rev. Lett. 97, 170201 (2006). One gradient a step.
 */
@Named(
        value = "fire",
        title = "FIRE",
        doc = "Inertial minimiser: runs downhill, turns towards the force, stops when it climbs.",
        source = "Bitzek et al., Phys. Rev. Lett. 97, 170201 (2006)",
        year = 2006,
        topics = {"zero temperature", "minimisation", "optimisers"})
public record Fire(
        @Param(doc = "time step at the start", symbol = "dt", def = "0.1", min = 0.0, above = true)
        double dt,

        @Param(doc = "largest time step", def = "0.6", min = 0.0, above = true)
        double dtMax,

        @Param(doc = "downhill steps before the time step grows", def = "5", min = 0)
        int patience,

        @Param(doc = "how far a coordinate may move in one step", def = "0.5", min = 0.0, above = true)
        double longestStep,

        @MinimiserParameters.Tolerance double tolerance)
        implements MinimiserSpec {
    private static final double GROW = 1.1;
    private static final double SHRINK = 0.5;
    private static final double MIX = 0.1;
    private static final double FORGET = 0.99;

    /** Above 1 by more than a norm may be rounded. */
    private static final double SLACK = 1.0 + 1e-6;

    public Fire {
        if (dtMax < dt) throw new BadParameter("dt-max", dtMax, "is below the first time step", "at least dt = " + dt);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Minimisation((Landscape) model, x, tolerance, new Inertial(this, x.length));
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public double usualArrival() {
        return 800.0;
    }

    private static final class Inertial implements Method {
        private final Fire spec;
        private final double[] v;
        private final Dots dots = new Dots();
        private final double[] powerAndSpeed = new double[2];
        private double dt;
        private double mix = MIX;
        private int downhill;

        Inertial(Fire spec, int n) {
            this.spec = spec;
            v = new double[n];
            dt = spec.dt;
        }

        @Override
        public void step(Ground here) {
            double[] g = here.g();
            here.tangent(v);
            dots.withSquare(g, v, powerAndSpeed);
            double fastest = push(g, Math.sqrt(here.squaredSlope()));
            double reach = dt * fastest;
            here.propose(reach > spec.longestStep ? dt * spec.longestStep / reach : dt, v);
            if (here.finite()) here.accept();
            else here.fail("energy or gradient not finite after a step: try a smaller dt-max or longest-step", dt);
        }

        /**
         * Turns the velocity towards the force, or stops, and adds that of a step; returns its largest component, or a bound of it where even that is no more than the
         * longest step allows.
         */
        private double push(double[] g, double force) {
            double climb = powerAndSpeed[0];
            double speed = powerAndSpeed[1];
            double keep = 1.0;
            double factor = 0.0;
            if (climb < 0.0) {
                factor = mix * Math.sqrt(speed) / force;
                keep = 1.0 - mix;
                downhill++;
                if (downhill > spec.patience) {
                    dt = Math.min(dt * GROW, spec.dtMax);
                    mix *= FORGET;
                }
            } else if (speed > 0.0) {
                keep = 0.0;
                dt *= SHRINK;
                mix = MIX;
                downhill = 0;
            }
            double[] velocity = v;
            double time = dt;
            for (int i = 0; i < velocity.length; i++) velocity[i] = velocity[i] * keep + -factor * g[i] + -time * g[i];
            double bound = (keep * Math.sqrt(speed) + (factor + time) * force) * SLACK;
            return bound * time <= spec.longestStep ? bound : Vectors.largest(velocity);
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(v).put(dt).put(mix).put(downhill);
        }

        @Override
        public void load(Packed.Reader in) {
            in.read(v);
            dt = in.readDouble();
            mix = in.readDouble();
            downhill = in.readInt();
        }
    }
}
