package rugged.compose;

import java.util.Set;
import java.util.random.RandomGenerator;
import rugged.api.Need;
import rugged.api.bayesian.GaussianParts;
import rugged.api.contrast.Contrasted;
import rugged.api.lessons.FreshExamples;
import rugged.api.lessons.StoredExamples;
import rugged.api.model.Batch;
import rugged.api.model.DiscreteBlocks;
import rugged.api.model.DiscreteLandscape;
import rugged.api.model.Inference;
import rugged.api.model.Landscape;
import rugged.api.model.LocalFields;
import rugged.api.model.Model;
import rugged.api.model.PairMoves;
import rugged.api.model.Propagation;
import rugged.api.model.SpinLandscape;
import rugged.api.model.StochasticLandscape;
import rugged.api.model.UnitMoves;
import rugged.api.model.VectorBlocks;
import rugged.api.model.VectorField;
import rugged.api.moves.FlatMoves;
import rugged.api.physical.PhysicalNetwork;
import rugged.geometry.Manifold;

/**
 * A linear field -h.x, to be put on any model: the probe of response functions. A field on a plain landscape is {@link Tilted}, which {@link Lockstep}
 * knows; the other models keep, in the field, the interface by which a dynamics drives them.
 */
public final class Field {
    private final double[] h;

    /** @param h the field h[N]; kept, not copied */
    public Field(double[] h) {
        this.h = h;
    }

    /**
     * The model with energy E(x) - h.x. The disorder is shared; local fields and the configuration of a model of discrete units are those of the model given, so it
     * must be a fork that nobody else uses.
     *
     * @param model the model without field
     * @param needs what the dynamics asks of it, which decides between the interfaces of a model that has several
     */
    public Model on(Model model, Set<Need> needs) {
        return switch (model) {
            case SpinLandscape.InBlocks blocks
            when needs.contains(Need.BLOCKS) -> new UnitsInField.SpinsInBlocks(blocks, h, new double[h.length]);
            case DiscreteBlocks blocks
            when needs.contains(Need.BLOCKS) -> new UnitsInField.InBlocks(blocks, h, new double[h.length]);
            case SpinLandscape spins -> new UnitsInField.Spins(spins, h, new double[h.length]);
            case DiscreteLandscape units -> new UnitsInField.Units(units, h, new double[h.length]);
            case Contrasted machine
            when needs.contains(Need.CONTRAST) -> new ContrastInField(machine, new Tilted(machine, h));
            case GaussianParts parts
            when needs.contains(Need.GAUSSIAN_PARTS) ->
                new PartsInField(parts, new Tilted(parts, h), new double[h.length]);
            case StoredExamples examples
            when needs.contains(Need.STORED_EXAMPLES) -> new LessonsInField.Stored(examples, new Tilted(examples, h));
            case FreshExamples examples
            when needs.contains(Need.FRESH_EXAMPLES) -> new LessonsInField.Fresh(examples, new Tilted(examples, h));
            case PhysicalNetwork network
            when needs.contains(Need.CIRCUIT) -> new CircuitInField(network, new Tilted(network, h));
            case StochasticLandscape patterns
            when needs.contains(Need.PATTERNS) -> new Patterns(patterns, new Tilted(patterns, h));
            case VectorBlocks blocks
            when needs.contains(Need.BLOCKS) -> new MovesInField.VectorsInBlocks(blocks, new Tilted(blocks, h));
            case LocalFields vectors
            when needs.contains(Need.LOCAL_LAW) || needs.contains(Need.LOCAL_MOVES) ->
                new MovesInField.Fields(vectors, new Tilted(vectors, h));
            case UnitMoves vectors
            when needs.contains(Need.LOCAL_MOVES) -> new MovesInField.Vectors(vectors, new Tilted(vectors, h));
            case PairMoves pairs
            when needs.contains(Need.LOCAL_MOVES) -> new MovesInField.Pairs(pairs, new Tilted(pairs, h));
            case FlatMoves weights
            when needs.contains(Need.LOCAL_MOVES) -> new MovesInField.Flat(weights, new Tilted(weights, h));
            case Landscape landscape -> new Tilted(landscape, h);
            case VectorField field -> new Pushed(field, h);
            case Propagation net -> new Passed(net, h);
            case Inference inference ->
                throw new IllegalArgumentException("a field acts on configurations; this model has messages");
        };
    }

    /** The landscape without a field that it may be in: what a field does not change, such as second derivatives, can be asked there. */
    public static Landscape without(Landscape landscape) {
        return switch (landscape) {
            case Tilted tilted -> tilted.base();
            case InField inside -> inside.base();
            default -> landscape;
        };
    }

    /** A directed net whose layers feel h besides. */
    private record Passed(Propagation base, double[] h) implements Propagation {
        @Override
        public int dimension() {
            return base.dimension();
        }

        @Override
        public void fields(long layer, double[] x, double[] into) {
            base.fields(layer, x, into);
            for (int i = 0; i < into.length; i++) into[i] += h[i];
        }

        @Override
        public void randomise(double[] x, RandomGenerator random) {
            base.randomise(x, random);
        }

        @Override
        public Passed fork() {
            return new Passed(base.fork(), h);
        }
    }

    /** A field in a field: v(x) + h. */
    private record Pushed(VectorField base, double[] h) implements VectorField {
        @Override
        public int dimension() {
            return base.dimension();
        }

        @Override
        public double extent() {
            return base.extent();
        }

        @Override
        public void velocity(double[] x, double[] v, RandomGenerator random) {
            base.velocity(x, v, random);
            for (int i = 0; i < v.length; i++) v[i] += h[i];
        }

        @Override
        public Manifold manifold() {
            return base.manifold();
        }

        @Override
        public void randomise(double[] x, RandomGenerator random) {
            base.randomise(x, random);
        }

        @Override
        public Pushed fork() {
            return new Pushed(base.fork(), h);
        }
    }

    /** A landscape of patterns in a field: every batch feels the whole field. */
    private record Patterns(StochasticLandscape base, Tilted tilted) implements StochasticLandscape, InField {
        @Override
        public int patterns() {
            return base.patterns();
        }

        @Override
        public double energyAndGradient(double[] x, Batch batch, double[] g) {
            return tilted.tilt(x, base.energyAndGradient(x, batch, g), g);
        }

        @Override
        public void patternEnergies(double[] x, double[] e) {
            base.patternEnergies(x, e);
            double work = tilted.work(x);
            for (int mu = 0; mu < e.length; mu++) e[mu] -= work;
        }

        @Override
        public double weightedGradient(double[] x, double[] w, double[] g) {
            double sum = base.weightedGradient(x, w, g);
            double total = 0.0;
            for (double weight : w) total += weight;
            double[] h = tilted.field();
            for (int i = 0; i < g.length; i++) g[i] -= total * h[i];
            return sum - total * tilted.work(x);
        }

        @Override
        public void directional(double[] x, double[] v, double[] d) {
            base.directional(x, v, d);
            double work = tilted.work(v);
            for (int mu = 0; mu < d.length; mu++) d[mu] -= work;
        }

        /** (g_mu - h)^2 = g_mu^2 - 2 h g_mu + h^2, averaged. Allocates one gradient. */
        @Override
        public void squaredGradients(double[] x, double[] s) {
            base.squaredGradients(x, s);
            double[] mean = new double[x.length];
            base.energyAndGradient(x, mean);
            double[] h = tilted.field();
            for (int i = 0; i < s.length; i++) s[i] += h[i] * (h[i] - 2.0 * mean[i]);
        }

        @Override
        public StochasticLandscape fork() {
            StochasticLandscape fork = base.fork();
            return new Patterns(fork, new Tilted(fork, tilted.field()));
        }
    }
}
