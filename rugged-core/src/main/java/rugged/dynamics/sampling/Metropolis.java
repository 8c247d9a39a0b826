package rugged.dynamics.sampling;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.DiscreteLandscape;
import rugged.api.model.Model;
import rugged.api.model.PairMoves;
import rugged.api.model.SpinLandscape;
import rugged.api.model.UnitMoves;
import rugged.api.motion.Sampler;
import rugged.api.moves.FlatMoves;
import rugged.dynamics.Order;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Metropolis dynamics: a local move is accepted with probability min(1, exp(-dE/T)). Of Ising spins it flips one, a discrete unit
 * takes one of its other values, each alike; on the sphere it rotates a pair (x_i, x_j) by an angle uniform in [-d, d], which keeps |x|^2, and a vector unit in the plane of two of its
 * coordinates; in flat space coordinates or vectors of them change by normal numbers. A sweep is one attempted move for each unit or coordinate, and time counts sweeps; k_B = 1. At T = 0 moves that do not raise the energy are accepted.
 *
 * <p>Samples exp(-E/T) exactly. Every attempt draws the same random numbers whether accepted or not, so that two copies given the same streams stay
 * comparable. In flat space the step may be adapted to an acceptance, and only in the sweeps of {@code settling}, which no average should include. Sequential single-spin sweeps are not ergodic where every flip is free.
 *
 * <p>Source: Metropolis, Rosenbluth, Rosenbluth, Teller and Teller, J. Chem. Phys. 21, 1087 (1953).
 */
@Named(
        value = "metropolis",
        title = "Metropolis Monte Carlo",
        doc = "Local moves accepted with min(1, exp(-dE/T)): single spin flips, other values of a unit, rotations of"
                + " pairs on the sphere or of vectors, normal steps of weights in flat space."
                + " Time in sweeps.",
        source = "Metropolis et al., J. Chem. Phys. 21, 1087 (1953)",
        year = 1953,
        topics = {"thermal", "Monte Carlo"})
public record Metropolis(
        @Param(
                doc = "temperature of the bath",
                symbol = "T",
                unit = "J",
                def = "0.5",
                min = 0.0,
                reason = "in the glassy phase of the p = 3 spherical model (T_d = 0.612)")
        double temperature,

        @Param(doc = "order of the attempts: random or sequential", def = "random")
        Order order,

        @Param(
                doc = "largest angle of a rotation, of a pair on the sphere or of a vector, in radians",
                symbol = "d",
                def = "0.5",
                min = 0.0,
                max = Math.PI,
                above = true,
                reason = "energy changes are then of the order of T = 0.5 to 1 in models with forces of order 1")
        double angle,

        Strides strides)
        implements SweepSpec {
    /** With the usual strides in flat space. */
    public Metropolis(double temperature, Order order, double angle) {
        this(temperature, order, angle, Strides.USUAL);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.LOCAL_MOVES);
    }

    @Override
    public Sampler start(Model model, double[] x, Streams random) {
        Sweep sweep = switch (model) {
            case SpinLandscape spins -> new SpinSweeps(spins, x, order, false);
            case DiscreteLandscape units -> new UnitSweeps(units, x, order, false);
            case UnitMoves vectors -> VectorSweeps.metropolis(vectors, x, order, angle);
            case PairMoves pairs -> new PairRotations(pairs, x, order, angle);
            case FlatMoves weights -> new FlatSweeps(weights, x, order, strides);
            default ->
                throw new BadParameter(
                        "dynamics",
                        "metropolis",
                        "needs discrete units, vector units, pair moves on a sphere or weights whose moves have a"
                                + " known cost",
                        "langevin moves in any landscape with a gradient");
        };
        return new Sweeps(sweep, temperature, random.stream("noise", 0));
    }

    /** N local moves cost about as much as two gradients, in a model whose couplings each name several coordinates, and those of weights more. */
    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        Set<Need> offers = landscape.offers();
        boolean flat = offers.contains(Need.GRADIENT) && !offers.contains(Need.CONSTRAINT);
        return flat ? strides.evaluations() : 2.0;
    }

    @Override
    public Metropolis atTemperature(double other) {
        return new Metropolis(other, order, angle, strides);
    }
}
