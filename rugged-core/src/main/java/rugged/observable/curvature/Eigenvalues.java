package rugged.observable.curvature;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * All M eigenvalues of the Hessian, of its two parts (the Gauss-Newton matrix, and the curvature of the function itself) or of the covariance of pattern gradients in the tangent space of the state, in increasing order, as
 * {@link Spectrum} finds them by its dense route: no error but rounding, N products and N^3 operations, 32 N^2 bytes of memory, 8 M bytes a time and replica on disk.
 */
@Named(
        value = "eigenvalues",
        title = "All eigenvalues of the curvature",
        doc = "All eigenvalues of the Hessian, the Gauss-Newton matrix or the noise covariance as an array.",
        topics = {"one time", "arrays", "curvature"})
public record Eigenvalues(
        @Param(
                doc = "whose eigenvalues; unstressed and pre-stress are the parts of a Hessian of contacts",
                def = "hessian")
        Operator operator,

        @Param(doc = "only at every k-th observation time", def = "5", min = 1, max = 1e6)
        int every)
        implements ObservableSpec {
    /** Multiply-adds for all eigenvalues, over N^3. */
    private static final double OPERATIONS = 4.0 / 3.0;

    /** The eigenvalues. */
    public Quantity eigenvalues() {
        return Quantity.array(
                "eigenvalues" + operator.suffix(),
                "\u03bb_{k}",
                "",
                List.of("t"),
                List.of("k"),
                "eigenvalue k, from the smallest up, of " + operator.symbol());
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(eigenvalues());
    }

    @Override
    public Set<Need> needs() {
        return operator.needs();
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return DenseCost.refusal(landscape.knownDimension());
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return DenseCost.evaluations(landscape, OPERATIONS) / every;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        return DenseCost.memory(landscape);
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        return landscape.knownDimension() / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        DenseCost.refusal(model.dimension()).ifPresent(why -> {
            throw new BadParameter("operator", operator, why, "a smaller landscape");
        });
        Quantity quantity = eigenvalues();
        StateOperator at = StateOperator.of(operator, (Landscape) model);
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                at.at(now.state(r));
                double[] values = DenseSpectrum.of(at, false).values();
                out.put(quantity, r, NamedArray.vector("k", values), now.time());
            }
        });
    }
}
