package rugged.observable.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Small vibrations about the state, with kinetic energy (1/2) sum m_i v_i^2, m the {@link Landscape#inertia} of coordinates: frequencies omega_k = sqrt(lambda_k) of the eigenvalues
 * lambda of M^(-1/2) H M^(-1/2), in increasing order, and participation ratios
 *
 * <pre>P_k = 1/(B sum_b (|e_b|^2)^2)</pre>
 *
 * <p>of the eigenvectors over the B bodies, |e_b|^2 the sum over the coordinates of a body: 1 for a mode in which all move alike, 1/B for one body that moves alone. Eigenvalues within {@value Modes#ZERO} of the largest around 0 are zero modes,
 * counted together with the symmetries and rattlers that the landscape knows of; those further below 0 are unstable, and counted. Neither is among the frequencies. The part without stress counts what the contacts alone would hold.
 * They mean what they are used for in a minimum. A rattler that happens to touch leaves the spring of that contact on its neighbour. Density of states: the histogram of the frequencies.
 *
 * <p>With {@code shapes: k} the displacements of the k lowest of these modes stand beside their frequencies, M^(-1/2) e of the eigenvectors e, of length 1 where masses are 1, body by body: 8 k N bytes a time. The sign of a
 * mode means nothing, nor does the choice among modes of equal frequency.
 *
 * <p>All eigenvectors of the matrix: no error but rounding, N products and about 9 N^3 operations, 32 N^2 bytes, 16 N bytes a time on disk.
 *
 * <p>Source: Silbert, Liu and Nagel, Phys. Rev. Lett. 95, 098301 (2005).
 */
@Named(
        value = "vibrations",
        title = "Vibrations",
        doc = "Frequencies and participation ratios of all modes as arrays, and the numbers of zero and unstable"
                + " modes.",
        source = "Silbert, Liu and Nagel, Phys. Rev. Lett. 95, 098301 (2005)",
        year = 2005,
        topics = {"one time", "arrays", "curvature", "jamming"})
public record Vibrations(
        @Param(
                doc = "whole: of the Hessian; unstressed: of the part that contacts have as springs without force",
                def = "whole")
        Part part,

        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every,

        @Param(
                doc = "displacements of so many of the lowest modes are kept as well; none if left out",
                min = 1,
                max = 1e4)
        Optional<Integer> shapes)
        implements ObservableSpec {
    /** Of what. */
    public enum Part {
        /** The Hessian. */
        WHOLE(Operator.HESSIAN),
        /** Without the pre-stress. */
        UNSTRESSED(Operator.UNSTRESSED);

        private final Operator operator;

        /** The operator. */
        Operator operator() {
            return operator;
        }

        Part(Operator operator) {
            this.operator = operator;
        }
    }

    /** Multiply-adds for all eigenvectors, over N^3. */
    private static final double OPERATIONS = 9.0;

    /** omega_k. */
    public Quantity frequencies() {
        return array("frequencies", "\u03c9_{k}", "frequency of mode k, from the lowest up, zero modes left out, of ");
    }

    /** P_k. */
    public Quantity participation() {
        return array("mode_participation", "P_{k}", "participation ratio over bodies of mode k of ");
    }

    /** The lowest modes. */
    public Quantity displacements() {
        return Quantity.array(
                "modes" + part.operator.suffix(),
                "u_{k}",
                "",
                List.of("t"),
                List.of("mode", "body", "coordinate"),
                "displacement of each body in mode k, from the lowest frequency up, of " + part.operator.phrase());
    }

    /** All zero modes. */
    public Quantity zeroModes() {
        return number("zero_modes", "n_{0}", "zero modes, symmetries and coordinates of rattlers included, of ");
    }

    /** Unstable modes. */
    public Quantity unstable() {
        return number("unstable_modes", "n_{-}", "eigenvalues below 0 of ");
    }

    private Quantity array(String name, String symbol, String definition) {
        String suffix = part.operator.suffix();
        return Quantity.array(
                name + suffix, symbol, "", List.of("t"), List.of("mode"), definition + part.operator.phrase());
    }

    private Quantity number(String name, String symbol, String definition) {
        return new Quantity(
                name + part.operator.suffix(), symbol, "", List.of("t"), definition + part.operator.phrase());
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(List.of(frequencies(), participation(), zeroModes(), unstable()));
        if (shapes.isPresent()) all.add(displacements());
        return List.copyOf(all);
    }

    @Override
    public Set<Need> needs() {
        return part.operator.needs();
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
        return (2.0 + shapes.orElse(0)) * landscape.knownDimension() / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        DenseCost.refusal(model.dimension()).ifPresent(why -> {
            throw new BadParameter("part", part, why, "a smaller landscape");
        });
        Landscape landscape = (Landscape) model;
        WeightedOperator operator = new WeightedOperator(StateOperator.of(part.operator, landscape), landscape);
        int body = landscape.coordinatesOfBody();
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                Modes modes = Modes.of(operator.at(now.state(r)), body, shapes.orElse(0));
                put(modes, r, now.time(), out);
                if (shapes.isPresent()) out.put(displacements(), r, moved(modes, landscape), now.time());
            }
        });
    }

    static NamedArray moved(Modes modes, Landscape landscape) {
        int n = landscape.dimension();
        int body = landscape.coordinatesOfBody();
        int count = modes.shapes().length;
        double[] flat = new double[count * n];
        for (int k = 0; k < count; k++)
            for (int i = 0; i < n; i++) flat[k * n + i] = modes.shapes()[k][i] / Math.sqrt(landscape.inertia(i));
        return new NamedArray(List.of("mode", "body", "coordinate"), List.of(count, n / body, body), flat);
    }

    private void put(Modes modes, int r, double t, Sink out) {
        out.put(frequencies(), r, NamedArray.vector("mode", modes.frequencies()), t);
        out.put(participation(), r, NamedArray.vector("mode", modes.participation()), t);
        out.put(zeroModes(), r, modes.zero(), Double.NaN, t);
        out.put(unstable(), r, modes.unstable(), Double.NaN, t);
    }
}
