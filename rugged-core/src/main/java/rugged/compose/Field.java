package rugged.compose;

import java.util.Set;
import java.util.random.RandomGenerator;
import rugged.api.Need;
import rugged.api.model.Batch;
import rugged.api.model.Inference;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.model.PairMoves;
import rugged.api.model.SpinLandscape;
import rugged.api.model.StochasticLandscape;
import rugged.api.model.VectorField;
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
     * The model with energy E(x) - h.x. The disorder is shared; local fields and the configuration of a spin model are those of the model given, so it
     * must be a fork that nobody else uses.
     *
     * @param model the model without field
     * @param needs what the dynamics asks of it, which decides between the interfaces of a model that has several
     */
    public Model on(Model model, Set<Need> needs) {
        return switch (model) {
            case SpinLandscape spins -> new Spins(spins, h, new double[h.length]);
            case StochasticLandscape patterns
            when needs.contains(Need.PATTERNS) -> new Patterns(patterns, new Tilted(patterns, h));
            case PairMoves pairs when needs.contains(Need.LOCAL_MOVES) -> new Pairs(pairs, new Tilted(pairs, h));
            case Landscape landscape -> new Tilted(landscape, h);
            case VectorField field -> new Pushed(field, h);
            case Inference inference ->
                throw new IllegalArgumentException("a field acts on configurations; this model has messages");
        };
    }

    /** The landscape without a field that it may be in: what a field does not change, such as second derivatives, can be asked there. */
    public static Landscape without(Landscape landscape) {
        return switch (landscape) {
            case Tilted tilted -> tilted.base();
            case Patterns patterns -> patterns.base;
            case Pairs pairs -> pairs.base;
            default -> landscape;
        };
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

    /** Spins in a field; {@code s} follows the configuration. Saved as the spins are, so that it can take over the state of a model without field. */
    private record Spins(SpinLandscape base, double[] h, double[] s) implements SpinLandscape {
        @Override
        public int dimension() {
            return base.dimension();
        }

        @Override
        public double extent() {
            return base.extent();
        }

        @Override
        public void load(double[] configuration) {
            base.load(configuration);
            System.arraycopy(configuration, 0, s, 0, s.length);
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(s, 0, into, 0, s.length);
        }

        @Override
        public double energy() {
            double work = 0.0;
            for (int i = 0; i < s.length; i++) work += h[i] * s[i];
            return base.energy() - work;
        }

        @Override
        public double flipCost(int i) {
            return base.flipCost(i) + 2.0 * h[i] * s[i];
        }

        @Override
        public void flip(int i) {
            base.flip(i);
            s[i] = -s[i];
        }

        @Override
        public byte[] save() {
            return base.save();
        }

        @Override
        public void restore(byte[] saved) {
            base.restore(saved);
            base.state(s);
        }

        @Override
        public void randomise(double[] into, RandomGenerator random) {
            base.randomise(into, random);
        }

        @Override
        public SpinLandscape fork() {
            Spins copy = new Spins(base.fork(), h, new double[s.length]);
            copy.load(s);
            return copy;
        }
    }

    /** What every landscape in a field has of the tilted one. */
    private interface InField extends Landscape {
        /** The landscape in the field, without the interfaces by which a dynamics drives it. */
        Tilted tilted();

        @Override
        default int dimension() {
            return tilted().dimension();
        }

        @Override
        default double extent() {
            return tilted().extent();
        }

        @Override
        default double energy(double[] x) {
            return tilted().energy(x);
        }

        @Override
        default double energyAndGradient(double[] x, double[] g) {
            return tilted().energyAndGradient(x, g);
        }

        @Override
        default void hessianVector(double[] x, double[] v, double[] hv) {
            tilted().hessianVector(x, v, hv);
        }

        @Override
        default Manifold manifold() {
            return tilted().manifold();
        }

        @Override
        default void randomise(double[] x, RandomGenerator random) {
            tilted().randomise(x, random);
        }

        @Override
        default double rounding() {
            return tilted().rounding();
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

    /** A landscape of local moves in a field. */
    private record Pairs(PairMoves base, Tilted tilted) implements PairMoves, InField {
        @Override
        public double energyChange(double[] x, int i, double newI, int j, double newJ) {
            double[] field = tilted.field();
            return base.energyChange(x, i, newI, j, newJ) - field[i] * (newI - x[i]) - field[j] * (newJ - x[j]);
        }

        @Override
        public PairMoves fork() {
            PairMoves fork = base.fork();
            return new Pairs(fork, new Tilted(fork, tilted.field()));
        }
    }
}
