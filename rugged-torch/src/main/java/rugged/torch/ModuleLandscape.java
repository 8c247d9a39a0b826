package rugged.torch;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.model.Batch;
import rugged.api.model.Supervised;

/**
 * A module on its examples. Examples are taken in chunks, in their order, and each chunk has a scope of its own, so that memory does not climb. Forks share the examples
 * and have a copy of the module each.
 */
final class ModuleLandscape implements Supervised {
    private static final double DOUBLE = 1e-14;
    private static final double SINGLE = 1e-6;
    /** Examples that go forward at once. */
    private static final int CHUNK = 1024;

    private final ModulePass pass;
    private final ModuleExamples examples;
    private final ModuleWeights weights;
    private final ModuleCurvature curvature;
    private final ModuleSetting setting;
    private final double[] saved;
    private final Numbers numbers = new Numbers();
    private double[] each = new double[0];
    /** Weights 1/of of the last losses, and of how many. */
    private Tensor means = new Tensor();

    private int among;

    ModuleLandscape(ModulePass pass, ModuleExamples examples, double[] saved) {
        this.pass = pass;
        this.examples = examples;
        this.saved = saved;
        setting = pass.setting;
        weights = pass.weights;
        curvature = new ModuleCurvature(pass, examples, CHUNK);
    }

    @Override
    public ModuleLandscape fork() {
        return new ModuleLandscape(pass.fork(), examples, saved);
    }

    @Override
    public int dimension() {
        return weights.dimension();
    }

    @Override
    public double extent() {
        return 1.0;
    }

    @Override
    public double rounding() {
        return setting.single() ? SINGLE : DOUBLE;
    }

    @Override
    public int patterns() {
        return examples(Part.TRAIN);
    }

    @Override
    public int outputs() {
        return setting.outputs();
    }

    @Override
    public int examples(Part part) {
        return examples.count(part);
    }

    @Override
    public int classes() {
        return examples.data.classes();
    }

    @Override
    public List<Layer> layers() {
        return weights.layers();
    }

    @Override
    public void targets(Part part, double[] y) {
        System.arraycopy(examples.targets(part), 0, y, 0, examples(part));
    }

    /** The parameters of the file; shuffled where that is asked for, those of each tensor among themselves: their law stays. */
    @Override
    public void randomise(double[] x, RandomGenerator random) {
        System.arraycopy(saved, 0, x, 0, saved.length);
        if (!setting.shuffled()) return;
        for (Layer layer : weights.layers()) {
            for (int i = layer.to() - 1; i > layer.from(); i--) {
                int j = layer.from() + random.nextInt(i - layer.from() + 1);
                double kept = x[i];
                x[i] = x[j];
                x[j] = kept;
            }
        }
    }

    private double shared(double[] x) {
        if (setting.l2() == 0.0) return 0.0;
        double sum = 0.0;
        for (double value : x) sum += value * value;
        return 0.5 * setting.l2() * sum;
    }

    private void addShared(double weight, double[] x, double[] g) {
        if (setting.l2() == 0.0) return;
        for (int i = 0; i < x.length; i++) g[i] += weight * setting.l2() * x[i];
    }

    private int chunk(Part part, int from) {
        return Math.min(CHUNK, examples(part) - from);
    }

    private Tensor losses(Part part, int from, int count) {
        return setting.loss().of(pass.outputs(examples.inputs(part, from, count)), examples.labels(part, from, count));
    }

    @Override
    public double energy(double[] x) {
        weights.at(x);
        double sum = 0.0;
        for (int from = 0; from < patterns(); from += CHUNK) {
            try (PointerScope _ = new PointerScope();
                    NoGradGuard _ = new NoGradGuard()) {
                sum += sum(losses(Part.TRAIN, from, chunk(Part.TRAIN, from)));
            }
        }
        return sum / patterns() + shared(x);
    }

    /** Overwrites g with the gradient of w.losses, or adds it; returns the sum of the losses. */
    private double pull(Tensor losses, Tensor w, double[] g, boolean add) {
        weights.read(pass.derivatives(losses, w, false, false), g, add);
        return sum(losses);
    }

    /** Their sum; they are then in {@link #each}. */
    private double sum(Tensor losses) {
        int count = (int) losses.numel();
        if (each.length < count) each = new double[CHUNK];
        numbers.read(losses, each, 0, count);
        double sum = 0.0;
        for (int a = 0; a < count; a++) sum += each[a];
        return sum;
    }

    /** Weights 1/of for each of these losses; those of the last call, where they were the same. */
    private Tensor equal(Tensor losses, int of) {
        long count = losses.numel();
        if (among == of && means.numel() == count) return means;
        means.close();
        try (PointerScope _ = new PointerScope()) {
            means = losses.detach().mul(new Scalar(0.0)).add(new Scalar(1.0 / of));
            means.retainReference();
        }
        among = of;
        return means;
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        weights.at(x);
        double sum = 0.0;
        for (int from = 0; from < patterns(); from += CHUNK) {
            try (PointerScope _ = new PointerScope()) {
                Tensor losses = losses(Part.TRAIN, from, chunk(Part.TRAIN, from));
                sum += pull(losses, equal(losses, patterns()), g, from > 0);
            }
        }
        addShared(1.0, x, g);
        return sum / patterns() + shared(x);
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        weights.at(x);
        double sum = 0.0;
        for (int from = batch.from(); from < batch.to(); from += CHUNK) {
            try (PointerScope _ = new PointerScope()) {
                Tensor picked = examples.numbers(batch, from, Math.min(CHUNK, batch.to() - from));
                Tensor outputs = pass.outputs(examples.inputs(picked));
                Tensor losses = setting.loss().of(outputs, examples.labels(picked));
                sum += pull(losses, equal(losses, batch.size()), g, from > batch.from());
            }
        }
        addShared(1.0, x, g);
        return sum / batch.size() + shared(x);
    }

    @Override
    public void patternEnergies(double[] x, double[] e) {
        losses(x, Part.TRAIN, e);
        double shared = shared(x);
        for (int mu = 0; mu < e.length; mu++) e[mu] += shared;
    }

    @Override
    public double weightedGradient(double[] x, double[] w, double[] g) {
        weights.at(x);
        double sum = 0.0;
        double total = 0.0;
        for (double one : w) total += one;
        for (int from = 0; from < patterns(); from += CHUNK) {
            int count = chunk(Part.TRAIN, from);
            try (PointerScope _ = new PointerScope()) {
                pull(losses(Part.TRAIN, from, count), examples.weights(w, from, count), g, from > 0);
                for (int a = 0; a < count; a++) sum += w[from + a] * each[a];
            }
        }
        addShared(total, x, g);
        return sum + total * shared(x);
    }

    @Override
    public void directional(double[] x, double[] v, double[] d) {
        curvature.lossesAlong(x, v, d);
        if (setting.l2() == 0.0) return;
        double shared = 0.0;
        for (int i = 0; i < x.length; i++) shared += setting.l2() * x[i] * v[i];
        for (int mu = 0; mu < d.length; mu++) d[mu] += shared;
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        curvature.product(x, v, hv);
        addShared(1.0, v, hv);
    }

    @Override
    public void gaussNewtonVector(double[] x, double[] v, double[] hv) {
        curvature.gaussNewton(x, v, hv);
        addShared(1.0, v, hv);
    }

    @Override
    public void jacobianVector(double[] x, Part part, double[] v, double[] jv) {
        curvature.outputsAlong(x, part, v, jv);
    }

    @Override
    public void jacobianTransposed(double[] x, Part part, double[] w, double[] g) {
        weights.at(x);
        if (examples(part) == 0) Arrays.fill(g, 0.0);
        int k = outputs();
        for (int from = 0; from < examples(part); from += CHUNK) {
            int count = chunk(part, from);
            try (PointerScope _ = new PointerScope()) {
                Tensor outputs = pass.outputs(examples.inputs(part, from, count));
                Tensor these = Tensor.create(Arrays.copyOfRange(w, from * k, (from + count) * k), count, k);
                Tensor along = these.to(outputs.device(), outputs.scalar_type());
                weights.read(pass.derivatives(outputs, along, false, false), g, from > 0);
            }
        }
    }

    @Override
    public void outputs(double[] x, Part part, double[] o) {
        weights.at(x);
        int k = outputs();
        for (int from = 0; from < examples(part); from += CHUNK) {
            int count = chunk(part, from);
            try (PointerScope _ = new PointerScope();
                    NoGradGuard _ = new NoGradGuard()) {
                numbers.read(pass.outputs(examples.inputs(part, from, count)), o, from * k, count * k);
            }
        }
    }

    @Override
    public void losses(double[] x, Part part, double[] l) {
        weights.at(x);
        for (int from = 0; from < examples(part); from += CHUNK) {
            int count = chunk(part, from);
            try (PointerScope _ = new PointerScope();
                    NoGradGuard _ = new NoGradGuard()) {
                numbers.read(losses(part, from, count), l, from, count);
            }
        }
    }

    @Override
    public void margins(double[] x, Part part, double[] m) {
        int k = outputs();
        double[] o = new double[examples(part) * k];
        outputs(x, part, o);
        double[] y = examples.targets(part);
        Examples data = examples.data;
        for (int a = 0; a < examples(part); a++) {
            if (data.labels() == Labels.VALUES) m[a] = Double.NaN;
            else m[a] = data.labels() == Labels.SIGNS ? y[a] * o[a] : lead(o, a * k, k, (int) y[a]);
        }
    }

    /** By how much the output of a class exceeds the largest other. */
    private static double lead(double[] o, int at, int k, int own) {
        double other = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < k; i++) if (i != own) other = Math.max(other, o[at + i]);
        return o[at + own] - other;
    }
}
