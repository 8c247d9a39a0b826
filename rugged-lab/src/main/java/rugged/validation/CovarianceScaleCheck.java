package rugged.validation;

import java.util.List;
import rugged.api.CheckSpec;
import rugged.api.DynamicsSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientFlow;
import rugged.dynamics.sampling.Langevin;
import rugged.index.Named;
import rugged.num.Vectors;

/**
 * f to c f multiplies energies and temperatures by sqrt(c) and divides times by sqrt(c): with the same disorder, start and noise the trajectory is the same, state
 * by state.
 */
@Named(
        value = "pspin-scale",
        title = "Scale of the covariance",
        doc = "With the covariance multiplied by c, energies and temperatures by sqrt(c) and times divided by it,"
                + " trajectories coincide.",
        topics = {"spin glasses"})
public record CovarianceScaleCheck() implements CheckSpec {
    private static final int SPINS = 48;
    private static final double UNTIL = 2;
    private static final double STEP = 0.02;

    private record End(double energy, double[] x) {}

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "pspin.scale.langevin",
                        "energy, and overlap of the states, of a Langevin run and of the scaled one at its end",
                        "energy in J; without for the overlap"),
                new Group("pspin.scale.flow", "the same under gradient flow", "energy in J; without for the overlap"));
    }

    @Override
    public List<Row> rows() {
        End langevin = end(1, new Langevin(0.5, STEP, Clock.FLOW, new Stability(false)), UNTIL);
        End hotter = end(4, new Langevin(1.0, STEP / 2, Clock.FLOW, new Stability(false)), UNTIL / 2);
        End flow = end(1, flow(STEP), UNTIL);
        End quicker = end(2, flow(STEP / Math.sqrt(2)), UNTIL / Math.sqrt(2));
        String source = "exact scaling";
        return List.of(
                Row.exact(
                        "pspin.scale.langevin.e",
                        "energy at c = 4 over that at c = 1, T = 0.5 to 1",
                        hotter.energy() / langevin.energy(),
                        2,
                        1e-9,
                        source),
                Row.exact(
                        "pspin.scale.langevin.overlap",
                        "overlap of the two end states",
                        overlap(hotter, langevin),
                        1,
                        1e-9,
                        source),
                Row.exact(
                        "pspin.scale.flow.e",
                        "energy at c = 2 over that at c = 1",
                        quicker.energy() / flow.energy(),
                        Math.sqrt(2),
                        1e-9,
                        source),
                Row.exact(
                        "pspin.scale.flow.overlap",
                        "overlap of the two end states",
                        overlap(quicker, flow),
                        1,
                        1e-9,
                        source));
    }

    private static GradientFlow flow(double dt) {
        return new GradientFlow(GradientFlow.Method.HEUN, dt, 1e-6, 1e-12, 1e-8, new Stability(false));
    }

    private static End end(double c, DynamicsSpec dynamics, double until) {
        Landscape landscape =
                Trial.threeSpin(SPINS, Double.POSITIVE_INFINITY, c, 1).build();
        Stepper stepper = Trial.trajectory(dynamics, landscape, Trial.randomStart(landscape, 1), 1);
        stepper.advance(until);
        double[] x = new double[SPINS];
        stepper.state(x);
        return new End(landscape.energy(x) / SPINS, x);
    }

    private static double overlap(End a, End b) {
        return Vectors.dot(a.x(), b.x()) / SPINS;
    }
}
