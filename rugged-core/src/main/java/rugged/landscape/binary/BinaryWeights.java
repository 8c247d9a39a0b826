package rugged.landscape.binary;

import java.util.Arrays;
import rugged.api.model.Planted;
import rugged.api.model.SpinLandscape;
import rugged.num.Packed;

/** The weights of a binary perceptron, all +1 at first, whatever keeps the fields of its patterns in step with them: everything is an integer, so that what is recomputed is what was kept in step. */
abstract sealed class BinaryWeights implements SpinLandscape, Planted permits GaussianPerceptron, SignPerceptron {
    final Patterns patterns;
    final PatternLaw law;
    /** The weights [N]. */
    final double[] s;

    BinaryWeights(Patterns patterns, PatternLaw law) {
        this.patterns = patterns;
        this.law = law;
        s = new double[patterns.n];
        Arrays.fill(s, 1.0);
    }

    /** Computes what is kept in step from the weights. */
    abstract void recompute();

    @Override
    public final int dimension() {
        return s.length;
    }

    @Override
    public final int at(int i) {
        return s[i] > 0.0 ? 1 : 0;
    }

    @Override
    public final void load(double[] x) {
        System.arraycopy(x, 0, s, 0, s.length);
        recompute();
    }

    @Override
    public final void state(double[] x) {
        System.arraycopy(s, 0, x, 0, s.length);
    }

    @Override
    public final void plantedState(double[] x) {
        patterns.teach(x);
    }

    @Override
    public final byte[] save() {
        return new Packed.Writer().put(s).bytes();
    }

    @Override
    public final void restore(byte[] saved) {
        new Packed.Reader(saved).read(s);
        recompute();
    }
}
