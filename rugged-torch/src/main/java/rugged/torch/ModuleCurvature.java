package rugged.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import rugged.api.model.Supervised.Part;

/**
 * Derivatives of derivatives of a module: products with its Hessian and with its Jacobian. The gradient is differentiated as any other function; where all training
 * examples go forward at once, its graph is kept for further products at the same x.
 */
final class ModuleCurvature {
    private final ModulePass pass;
    private final ModuleExamples examples;
    private final int chunk;

    /** The x whose graph is kept. */
    private double[] recorded = new double[0];

    private TensorVector gradient = new TensorVector();

    ModuleCurvature(ModulePass pass, ModuleExamples examples, int chunk) {
        this.pass = pass;
        this.examples = examples;
        this.chunk = chunk;
    }

    private Tensor loss(int from, int count) {
        Tensor outputs = pass.outputs(examples.inputs(Part.TRAIN, from, count));
        Tensor losses = pass.setting.loss().of(outputs, examples.labels(Part.TRAIN, from, count));
        return losses.sum().mul(new Scalar(1.0 / examples.count(Part.TRAIN)));
    }

    /** Overwrites hv[N] with the Hessian of the mean loss times v. */
    void product(double[] x, double[] v, double[] hv) {
        int patterns = examples.count(Part.TRAIN);
        boolean kept = patterns <= chunk;
        pass.weights.at(x);
        if (kept) record(x);
        for (int from = 0; from < patterns; from += chunk) {
            try (PointerScope scope = new PointerScope()) {
                TensorVector slopes = kept ? gradient : slopes(from, Math.min(chunk, patterns - from));
                along(slopes, v, pass.weights.tensors(), kept, hv, from > 0);
            }
        }
    }

    private TensorVector slopes(int from, int count) {
        Tensor loss = loss(from, count);
        return pass.derivatives(loss, loss.new_ones(), false, true);
    }

    private void record(double[] x) {
        if (Arrays.equals(recorded, x)) return;
        gradient.close();
        try (PointerScope scope = new PointerScope()) {
            gradient = slopes(0, examples.count(Part.TRAIN));
            gradient.retainReference();
        }
        recorded = x.clone();
    }

    /** Overwrites g[N] with the derivatives of slopes.v, or adds them. */
    private void along(TensorVector slopes, double[] v, TensorVector to, boolean kept, double[] g, boolean add) {
        List<Tensor> of = new ArrayList<>();
        List<Tensor> directions = new ArrayList<>();
        select(slopes, pass.weights.shaped(v), of, directions);
        if (of.isEmpty()) {
            if (!add) Arrays.fill(g, 0.0);
            return;
        }
        pass.weights.read(ModulePass.derivatives(vector(of), vector(directions), to, kept, false), g, add);
    }

    /** Those slopes that depend on anything, with their directions. */
    private static void select(TensorVector slopes, List<Tensor> all, List<Tensor> of, List<Tensor> directions) {
        for (int k = 0; k < all.size(); k++) {
            Tensor slope = slopes.get(k);
            if (!slope.defined() || !slope.requires_grad()) continue;
            of.add(slope);
            directions.add(all.get(k));
        }
    }

    private static TensorVector vector(List<Tensor> tensors) {
        return new TensorVector(tensors.toArray(Tensor[]::new));
    }

    /**
     * The derivative along v of rows y, of the shape of y: the weights u of the sum u.y are differentiated in place of it, which the gradient of u.y is linear in. The graph
     * of y is kept.
     */
    private Tensor forward(Tensor y, double[] v) {
        Tensor u = y.detach().mul(new Scalar(0.0)).set_requires_grad(true);
        TensorVector weighted = pass.derivatives(y, u, true, true);
        List<Tensor> of = new ArrayList<>();
        List<Tensor> directions = new ArrayList<>();
        select(weighted, pass.weights.shaped(v), of, directions);
        if (of.isEmpty()) return y.detach().mul(new Scalar(0.0));
        Tensor found = ModulePass.derivatives(vector(of), vector(directions), new TensorVector(u), true, false)
                .get(0);
        return found.defined() ? found : y.detach().mul(new Scalar(0.0));
    }

    /** Overwrites jv[examples K] with the derivatives of outputs along v. */
    void outputsAlong(double[] x, Part part, double[] v, double[] jv) {
        pass.weights.at(x);
        int k = pass.setting.outputs();
        for (int from = 0; from < examples.count(part); from += chunk) {
            int count = Math.min(chunk, examples.count(part) - from);
            try (PointerScope scope = new PointerScope()) {
                Tensor outputs = pass.outputs(examples.inputs(part, from, count));
                Numbers.read(forward(outputs, v), jv, from * k, count * k);
            }
        }
    }

    /** Overwrites d[P] with the derivatives of the losses along v. */
    void lossesAlong(double[] x, double[] v, double[] d) {
        pass.weights.at(x);
        int patterns = examples.count(Part.TRAIN);
        for (int from = 0; from < patterns; from += chunk) {
            int count = Math.min(chunk, patterns - from);
            try (PointerScope scope = new PointerScope()) {
                Tensor outputs = pass.outputs(examples.inputs(Part.TRAIN, from, count));
                Tensor losses = pass.setting.loss().of(outputs, examples.labels(Part.TRAIN, from, count));
                Numbers.read(forward(losses, v), d, from, count);
            }
        }
    }

    /** Overwrites hv[N] with the product of the Gauss-Newton matrix. */
    void gaussNewton(double[] x, double[] v, double[] hv) {
        pass.weights.at(x);
        int patterns = examples.count(Part.TRAIN);
        for (int from = 0; from < patterns; from += chunk) {
            int count = Math.min(chunk, patterns - from);
            try (PointerScope scope = new PointerScope()) {
                Tensor outputs = pass.outputs(examples.inputs(Part.TRAIN, from, count));
                Tensor turned = turned(outputs, forward(outputs, v), from, count);
                pass.weights.read(pass.derivatives(outputs, turned, false, false), hv, from > 0);
            }
        }
    }

    /** l''(o) times derivatives of the outputs, over P. */
    private Tensor turned(Tensor outputs, Tensor derivatives, int from, int count) {
        Tensor o = outputs.detach().set_requires_grad(true);
        Tensor sum = pass.setting
                .loss()
                .of(o, examples.labels(Part.TRAIN, from, count))
                .sum();
        TensorVector at = new TensorVector(o);
        TensorVector slopes =
                ModulePass.derivatives(new TensorVector(sum), new TensorVector(sum.new_ones()), at, true, true);
        Tensor found = ModulePass.derivatives(slopes, new TensorVector(derivatives), at, false, false)
                .get(0);
        Tensor bent = found.defined() ? found : o.detach().mul(new Scalar(0.0));
        return bent.mul(new Scalar(1.0 / examples.count(Part.TRAIN)));
    }
}
