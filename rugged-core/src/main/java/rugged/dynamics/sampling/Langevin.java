package rugged.dynamics.sampling;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.Footed;
import rugged.dynamics.flow.Foothold;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Overdamped Langevin dynamics, dx = -grad E dt + sqrt(2T) dW, by Euler-Maruyama: x' = x + dt F(x) + sqrt(2 T dt) xi, retracted on the manifold, with F the
 * downhill gradient in the tangent space and xi independent standard normals. Friction 1 defines the unit of time; k_B = 1.
 *
 * <p>On the sphere the radial part of the noise and the retraction together are the multiplier's drift, so that the law is that of
 * ds = -(grad H + mu s) dt + sqrt(2T) dW. Weak order 1: averages are off by O(dt) (on a curvature k the variance is T/(k (1 - k dt/2)), exactly). One
 * gradient a step. At T = 0 it is the Euler scheme of the gradient flow.
 *
 * <p>Source: Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993) for the sphere; Kloeden and Platen, Numerical Solution of Stochastic
 * Differential Equations (1992), section 9.1 for the scheme.
 */
@Named(
        value = "langevin",
        title = "Langevin dynamics",
        doc = "Overdamped motion in a heat bath: downhill drift and white noise of temperature T, friction 1, on"
                + " flat space or on the sphere.",
        source = "Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"thermal", "aging"})
public record Langevin(
        @Param(
                doc = "temperature of the bath",
                symbol = "T",
                unit = "J",
                def = "0.5",
                min = 0.0,
                reason = "in the glassy phase of the p = 3 spherical model (T_d = 0.612)")
        double temperature,

        @Param(
                doc = "time step",
                symbol = "dt",
                unit = "1/J",
                def = "0.01",
                min = 0.0,
                above = true,
                reason = "the energy of the p = 3 spherical model is then off by less than 0.005")
        double dt,

        @Param(
                doc = "what time counts: flow (dt times steps), or steps",
                def = "flow",
                reason = "steps puts it on one axis with the optimisers")
        Clock clock,

        Stability stability)
        implements DynamicsSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Walk((Landscape) model, x, temperature, dt, clock.tick(dt), random.stream("noise", 0));
    }

    @Override
    public String timeUnit() {
        return clock.unit();
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return clock.tick(dt);
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0 / clock.tick(dt);
    }

    @Override
    public double learningRate() {
        return dt;
    }

    @Override
    public double noiseFactor(int patterns) {
        return 0.0;
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return stability.objection("dt", dt, landscape);
    }

    @Override
    public Langevin atTemperature(double other) {
        return new Langevin(other, dt, clock, stability);
    }

    private static final class Walk implements Footed {
        private final Foothold here;
        private final double dt;
        private final double tick;
        private final double amplitude;
        private final RandomStream random;
        private final double[] noise;
        private final double[] candidate;
        private final double[] scratch;
        private boolean drawn;
        private boolean proposed;

        Walk(Landscape landscape, double[] x, double temperature, double dt, double tick, RandomStream random) {
            here = new Foothold(landscape, x);
            this.dt = dt;
            this.tick = tick;
            this.amplitude = Math.sqrt(2.0 * temperature * dt);
            this.random = random;
            noise = new double[x.length];
            candidate = new double[x.length];
            scratch = new double[x.length];
        }

        @Override
        public Foothold here() {
            return here;
        }

        @Override
        public double[] wanted() {
            if (!here.known()) return here.x();
            if (!proposed) propose();
            return candidate;
        }

        private void propose() {
            if (!drawn && amplitude > 0.0) random.normals(noise);
            double[] x = here.x();
            double[] drift = here.drift();
            for (int i = 0; i < x.length; i++) candidate[i] = x[i] + dt * drift[i] + amplitude * noise[i];
            here.retract(candidate);
            drawn = true;
            proposed = true;
        }

        @Override
        public boolean take(double energy, double[] g) {
            here.evaluated();
            if (!here.known()) {
                here.begin(energy, g);
                here.settle();
                return false;
            }
            proposed = false;
            here.downhill(candidate, g);
            boolean moved = here.move(candidate, energy, g);
            if (moved) drawn = false;
            here.settle();
            return moved;
        }

        @Override
        public double[] gradientScratch() {
            return scratch;
        }

        @Override
        public double time() {
            return here.steps() * tick;
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer();
            here.save(out);
            out.put(random.save()).put(drawn ? 1 : 0);
            if (drawn) out.put(noise);
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            here.load(in);
            random.load(in.readBytes());
            drawn = in.readInt() == 1;
            if (drawn) in.read(noise);
            proposed = false;
        }
    }
}
