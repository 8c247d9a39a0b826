package rugged.checks.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Model;
import rugged.data.DigitLabels;
import rugged.data.Normalisation;
import rugged.data.RandomExamples;
import rugged.data.Strokes;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Order;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientDescent;
import rugged.dynamics.flow.GradientFlow;
import rugged.dynamics.minimise.NewtonCg;
import rugged.dynamics.physical.EquilibriumPropagation;
import rugged.dynamics.physical.FrequencyPropagation;
import rugged.dynamics.physical.LearningParameters;
import rugged.dynamics.physical.LearningParameters.Rounding;
import rugged.dynamics.rules.AdaTron;
import rugged.dynamics.rules.Hebb;
import rugged.dynamics.rules.Lessons;
import rugged.dynamics.rules.PerceptronRule;
import rugged.dynamics.sampling.BlockHeatBath;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.Tempering;
import rugged.dynamics.stochastic.Adam;
import rugged.dynamics.stochastic.ContrastiveDivergence;
import rugged.dynamics.stochastic.Sgd;
import rugged.landscape.Precision;
import rugged.landscape.binary.BinaryPerceptronMixing;
import rugged.landscape.binary.PatternLaw;
import rugged.landscape.boltzmann.BoltzmannLearning;
import rugged.landscape.convolution.ConvolutionalNetwork;
import rugged.landscape.convolution.NetworkLayer;
import rugged.landscape.narrow.MultiIndexRisk;
import rugged.landscape.narrow.SequenceRisk;
import rugged.landscape.network.Activation;
import rugged.landscape.network.DeepNetwork;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.landscape.network.Posterior;
import rugged.landscape.packing.Packing;
import rugged.landscape.perceptron.Perceptron;
import rugged.landscape.rules.SoftCommittee;
import rugged.landscape.rules.StudentPerceptron;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.meanfield.rules.LearningRule;
import rugged.meanfield.rules.Rehearsal;
import rugged.num.Streams;
import rugged.num.boltzmann.UnitValues;
import rugged.params.Catalogue;
import rugged.params.Samples;
import rugged.params.Schema;

/** Small examples of everything that contracts are checked on: the test landscapes, and the whole catalogue at small sizes. */
final class Bestiary {
    /** The size given to catalogue landscapes that have a parameter n. */
    static final int SMALL = 13;

    private Bestiary() {}

    /** Landscapes whose every property is known. */
    static List<LandscapeSpec> testLandscapes() {
        return List.of(
                new GaussianWell(9, 0.3, 2.0),
                new QuadraticSphere(9, 0.7, 1.5),
                new Regression(5, 12, 3),
                new SmallIsing(9, 1.0, 0.2, 4),
                new SmallUnits(8, true, 6),
                new SmallUnits(8, false, 7),
                new SmallVectors(6, 3, 0.2, 5));
    }

    /** A network with three relus on the data that networks have by default. */
    static LandscapeSpec network() {
        Catalogue.Entry entry =
                Catalogue.standard().find("landscape", "network").orElseThrow();
        LandscapeSpec spec =
                (LandscapeSpec) Samples.of(entry, Catalogue.standard()).orElseThrow();
        return Schema.changed(spec, "layers", List.of(3));
    }

    /** A small network on pictures. */
    static LandscapeSpec pictures() {
        return Schema.changed(
                network(), "data", new Strokes(20, 10, DigitLabels.CLASSES, Normalisation.STANDARD, 0, 1));
    }

    /** A deep network of a few units. */
    static LandscapeSpec deep() {
        Catalogue.Entry entry =
                Catalogue.standard().find("landscape", "deep-network").orElseThrow();
        LandscapeSpec usual =
                (LandscapeSpec) Samples.of(entry, Catalogue.standard()).orElseThrow();
        return Schema.changed(Schema.changed(usual, "width", 6), "depth", 3);
    }

    /** A network of conductances, as it is by default. */
    static LandscapeSpec circuit() {
        Catalogue.Entry entry =
                Catalogue.standard().find("landscape", "physical-network").orElseThrow();
        return (LandscapeSpec) Samples.of(entry, Catalogue.standard()).orElseThrow();
    }

    /** The test landscapes and every landscape of the catalogue with its defaults, at a small size. */
    static List<LandscapeSpec> landscapes() {
        List<LandscapeSpec> all = new ArrayList<>(testLandscapes());
        for (Catalogue.Entry entry : Catalogue.standard().entries("landscape")) {
            LandscapeSpec spec = (LandscapeSpec) Samples.of(entry, Catalogue.standard())
                    .orElseThrow(() -> new AssertionError(entry.name() + " has no valid spec of defaults"));
            all.add(sized(spec, SMALL));
        }
        return all;
    }

    /** The landscape with another n, where it has that parameter. */
    static LandscapeSpec sized(LandscapeSpec spec, int n) {
        return switch (spec) {
            case GaussianWell well -> new GaussianWell(n, well.least(), well.most());
            case QuadraticSphere ball -> new QuadraticSphere(n, ball.field(), ball.spread());
            case Regression regression -> regression;
            case Network network -> smooth(network);
            case ConvolutionalNetwork network -> windows(network);
            case DeepNetwork network -> deep(network);
            case SmallUnits units -> units;
            case SmallVectors vectors -> vectors;
            case SmallIsing ising -> new SmallIsing(n, ising.coupling(), ising.field(), ising.seed());
            case Packing packing -> Schema.changed(packing, "particles", 10);
            case BoltzmannLearning machine -> machine(machine);
            case MultiIndexRisk student -> Schema.changed(student, "d", n);
            case SequenceRisk students -> Schema.changed(students, "d", n);
            case Posterior posterior -> posterior(posterior);
            case Perceptron perceptron -> new Perceptron(n, 1.0, 0.5, perceptron.seed()); // few kinks, and none near
            default -> Schema.read(spec, "n").isPresent() ? Schema.changed(spec, "n", n) : spec;
        };
    }

    /** A small network without kinks: differences across a kink are no derivatives. */
    private static LandscapeSpec smooth(Network network) {
        LandscapeSpec small = Schema.changed(network, "data", new RandomExamples(60, 20, 10, 0, 1));
        return Schema.changed(small, "activation", Activation.TANH);
    }

    /** A few narrow layers on little data. */
    private static LandscapeSpec deep(DeepNetwork network) {
        LandscapeSpec small = Schema.changed(network, "data", new RandomExamples(20, 10, 6, 0, 1));
        return Schema.changed(Schema.changed(small, "width", 8), "depth", 4);
    }

    /** A small network of windows without kinks, in double precision: differences of single precision are rounding. */
    private static LandscapeSpec windows(ConvolutionalNetwork network) {
        Strokes few = new Strokes(30, 10, DigitLabels.CLASSES, Normalisation.STANDARD, 0, 1);
        List<NetworkLayer> layers = Stream.of("conv 2 5 stride 3 padding 0", "pool 2", "residual conv 2 3", "norm")
                .map(NetworkLayer::parse)
                .toList();
        LandscapeSpec small = Schema.changed(Schema.changed(network, "data", few), "layers", layers);
        return Schema.changed(Schema.changed(small, "activation", Activation.TANH), "precision", Precision.FLOAT64);
    }

    /** A small Bayesian network of two hidden layers. */
    private static LandscapeSpec posterior(Posterior posterior) {
        LandscapeSpec small = Schema.changed(posterior, "data", new RandomExamples(20, 10, 6, 0, 1));
        return Schema.changed(small, "layers", List.of(4, 3));
    }

    /** A small linear Bayesian network, whose layers can be drawn in turn. */
    static LandscapeSpec linearPosterior() {
        Catalogue.Entry entry =
                Catalogue.standard().find("landscape", "posterior").orElseThrow();
        LandscapeSpec spec =
                posterior((Posterior) Samples.of(entry, Catalogue.standard()).orElseThrow());
        return Schema.changed(Schema.changed(spec, "activation", HiddenUnit.LINEAR), "layers", List.of(4));
    }

    /** A small machine on examples without structure. */
    private static LandscapeSpec machine(BoltzmannLearning machine) {
        LandscapeSpec small = Schema.changed(machine, "data", new RandomExamples(60, 20, 7, 0, 1));
        return Schema.changed(Schema.changed(small, "hidden", 4), "scale", 0.3);
    }

    /** A small machine that learns, of bits or of spins. */
    static LandscapeSpec machine(UnitValues units) {
        Catalogue.Entry entry =
                Catalogue.standard().find("landscape", "rbm-learning").orElseThrow();
        LandscapeSpec spec =
                (LandscapeSpec) Samples.of(entry, Catalogue.standard()).orElseThrow();
        return Schema.changed(machine((BoltzmannLearning) spec), "units", units);
    }

    /** A small network under the hinge loss, whose patterns are constraints. */
    static LandscapeSpec constraints() {
        LandscapeSpec small = Schema.changed(network(), "data", new RandomExamples(30, 0, 6, 0, 1));
        return Schema.changed(small, "loss", NetworkLoss.HINGE);
    }

    /** Messages of a small linear mixing. */
    static LandscapeSpec mixing() {
        return new BinaryPerceptronMixing(
                31,
                new PatternLaw(0.4, PerceptronTask.STORAGE, PatternEntries.GAUSSIAN, 0.0, 1),
                Double.POSITIVE_INFINITY);
    }

    /** A small student of sequences. */
    static LandscapeSpec sequences() {
        Catalogue.Entry entry =
                Catalogue.standard().find("landscape", "sequence-risk").orElseThrow();
        return sized((LandscapeSpec) Samples.of(entry, Catalogue.standard()).orElseThrow(), SMALL);
    }

    /** Variants of the dynamics of this project, and the defaults of any other in the catalogue. */
    static List<DynamicsSpec> dynamics() {
        List<DynamicsSpec> all = new ArrayList<>();
        for (GradientFlow.Method method : GradientFlow.Method.values()) {
            all.add(new GradientFlow(method, 0.03, 1e-6, 1e-12, 1e-8, new Stability(false)));
        }
        all.add(new GradientDescent(0.03, 0.0, Clock.FLOW, 1e-8, new Stability(false)));
        all.add(new GradientDescent(0.03, 0.0, Clock.STEPS, 1e-8, new Stability(false)));
        all.add(new GradientDescent(0.02, 0.8, Clock.FLOW, 1e-8, new Stability(false)));
        all.add(new Adam(
                0.01, new Batching(0, Sampling.REPLACEMENT), 0.9, 0.999, 1e-8, Clock.STEPS, 1e-8, Optional.empty()));
        all.add(new Adam(
                0.01, new Batching(5, Sampling.REPLACEMENT), 0.9, 0.999, 1e-8, Clock.STEPS, 1e-8, Optional.empty()));
        all.add(new Sgd(0.02, new Batching(5, Sampling.REPLACEMENT), 0.8, 0, Clock.STEPS, new Stability(false)));
        all.add(new Langevin(0.4, 0.02, Clock.FLOW, new Stability(false)));
        all.add(new Langevin(0.0, 0.02, Clock.FLOW, new Stability(false)));
        for (Sampling sampling : Sampling.values())
            all.add(new Sgd(0.02, new Batching(5, sampling), 0.0, 0.0, Clock.STEPS, new Stability(false)));
        all.add(new Sgd(0.02, new Batching(0.25, Sampling.EPOCH), 0.0, 0.0, Clock.FLOW, new Stability(false)));
        all.add(new NewtonCg(0.5, 2, 50, 0.5, 1, 1e-8));
        all.add(new NewtonCg(0.5, 2, 10, 0.5, 0.5, 1e-8));
        for (Order order : Order.values()) {
            all.add(new Metropolis(0.7, order, 0.5));
            all.add(new HeatBath(0.7, order));
            all.add(new Tempering(new HeatBath(1.0, order), 0.7, 1.5, 4, List.of(), 2, 24.0));
        }
        for (ContrastiveDivergence.Begin begin : ContrastiveDivergence.Begin.values()) all.add(contrast(begin, 1, 0.5));
        all.add(contrast(ContrastiveDivergence.Begin.PERSISTENT, 3, 0.0));
        for (Rehearsal order : Rehearsal.values()) {
            all.add(new Hebb(new Lessons(order, 0.8, 0.3, 0.02)));
            all.add(new PerceptronRule(new Lessons(order, 0.8, 0.0, 0.02)));
            all.add(new AdaTron(new Lessons(order, 0.8, 0.0, 0.02)));
        }
        all.add(new FrequencyPropagation(
                0.1, new LearningParameters(1.0, Clock.FLOW, 1e-4, 0.01, Rounding.RANDOM, 0.0, false)));
        all.add(new EquilibriumPropagation(
                0.5, true, new LearningParameters(1.0, Clock.STEPS, 0.0, 0.0, Rounding.NEAREST, 0.0, true)));
        all.add(new BlockHeatBath(0.7));
        all.add(new Tempering(new BlockHeatBath(1.0), 0.7, 1.5, 4, List.of(), 2, 24.0));
        all.add(new Tempering(new HamiltonianMonteCarlo(1.0, 0.3, 3), 0.7, 1.5, 4, List.of(), 1, 12.0));
        Set<Class<?>> known = new java.util.HashSet<>();
        for (DynamicsSpec spec : all) known.add(spec.getClass());
        for (Catalogue.Entry entry : Catalogue.standard().entries("dynamics")) {
            if (known.contains(entry.type())) continue;
            all.add((DynamicsSpec) Samples.of(entry, Catalogue.standard())
                    .orElseThrow(() -> new AssertionError(entry.name() + " has no valid spec of defaults")));
        }
        return all;
    }

    private static DynamicsSpec contrast(ContrastiveDivergence.Begin begin, int rungs, double momentum) {
        return new ContrastiveDivergence(
                0.05, new Batching(7, Sampling.EPOCH), 2, begin, rungs, 0.2, momentum, 1e-3, Clock.STEPS);
    }

    /** A dynamics on a landscape that offers what it needs. */
    record Pair(DynamicsSpec dynamics, LandscapeSpec landscape) {
        /** A time after which a few dozen steps have been done. */
        double time(double steps) {
            double quantum = dynamics.quantum(landscape);
            return quantum > 0.0 ? steps * quantum : 0.05 * steps;
        }

        @Override
        public String toString() {
            return dynamics + " on " + landscape;
        }
    }

    /** Every dynamics on every test landscape that meets its needs; those that need a network on a small one. */
    static Stream<Pair> pairs() {
        LandscapeSpec small = smooth((Network) network());
        return dynamics().stream()
                .flatMap(dynamics -> (needsNetwork(dynamics)
                                ? Stream.of(small)
                                : dynamics.needs().contains(Need.GAUSSIAN_PARTS)
                                        ? Stream.of(linearPosterior())
                                        : needsTeacher(dynamics)
                                                ? students()
                                                : dynamics.needs().contains(Need.CIRCUIT)
                                                        ? Stream.of(circuit())
                                                        : dynamics.needs().contains(Need.CONTRAST)
                                                                ? machines()
                                                                : testLandscapes().stream())
                        .filter(landscape -> landscape.offers().containsAll(dynamics.needs()))
                        .map(landscape -> new Pair(dynamics, landscape)));
    }

    private static Stream<LandscapeSpec> machines() {
        return Stream.of(UnitValues.values()).map(Bestiary::machine);
    }

    /** Students of stored and of fresh examples; the larger one has rows that are long enough for vectors. */
    private static Stream<LandscapeSpec> students() {
        return Stream.of(
                new StudentPerceptron(SMALL, 1.5, 0.1, 1.0, 0.3, LearningRule.ADATRON, 1),
                new StudentPerceptron(150, 0.5, 0.0, 1.0, 0.0, LearningRule.HEBB, 2),
                new SoftCommittee(SMALL, 2, List.of(0.4, 0.2), 0.05, 1));
    }

    private static boolean needsTeacher(DynamicsSpec dynamics) {
        return dynamics.needs().contains(Need.STORED_EXAMPLES)
                || dynamics.needs().contains(Need.FRESH_EXAMPLES);
    }

    private static boolean needsNetwork(DynamicsSpec dynamics) {
        return dynamics.needs().contains(Need.EXAMPLES) || dynamics.needs().contains(Need.DENSE_LAYERS);
    }

    /** A starting state of a model. */
    static double[] start(Model model, long seed) {
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(seed).stream("start", 0));
        return x;
    }

    /** What a landscape and a dynamics offer together. */
    static Set<Need> offered(LandscapeSpec landscape, DynamicsSpec dynamics) {
        Set<Need> offered = EnumSet.noneOf(Need.class);
        offered.addAll(landscape.offers());
        offered.addAll(dynamics.provides());
        return offered;
    }
}
