package rugged.torch;

import java.util.Arrays;
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

    private final Numbers numbers = new Numbers();
    /** The x whose graph is kept. */
    private double[] recorded = new double[0];

    private Slopes gradient = new Slopes(new TensorVector(), new TensorVector());

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

    /**
     * A gradient: of each part that depends on anything, with the direction of the same shape.
     *
     * @param of parts
     * @param along directions, which turn with those of the weights
     */
    private record Slopes(TensorVector of, TensorVector along) {
        boolean none() {
            return of.size() == 0;
        }
    }

    /** Those of derivatives with respect to all parameters that depend on anything themselves. */
    private Slopes slopes(TensorVector derivatives) {
        TensorVector of = new TensorVector();
        TensorVector along = new TensorVector();
        for (int k = 0; k < derivatives.size(); k++) {
            Tensor slope = derivatives.get(k);
            if (!slope.defined() || !slope.requires_grad()) continue;
            of.push_back(slope);
            along.push_back(pass.weights.direction(k));
        }
        return new Slopes(of, along);
    }

    /** Overwrites hv[N] with the Hessian of the mean loss times v. */
    void product(double[] x, double[] v, double[] hv) {
        int patterns = examples.count(Part.TRAIN);
        boolean kept = patterns <= chunk;
        pass.weights.at(x);
        pass.weights.turn(v);
        if (kept) record(x);
        for (int from = 0; from < patterns; from += chunk) {
            try (PointerScope _ = new PointerScope()) {
                Slopes slopes = kept ? gradient : slopes(from, Math.min(chunk, patterns - from));
                along(slopes, kept, hv, from > 0);
            }
        }
    }

    private Slopes slopes(int from, int count) {
        Tensor loss = loss(from, count);
        return slopes(pass.derivatives(loss, loss.new_ones(), false, true));
    }

    private void record(double[] x) {
        if (Arrays.equals(recorded, x)) return;
        gradient.of.close();
        gradient.along.close();
        try (PointerScope _ = new PointerScope()) {
            gradient = slopes(0, examples.count(Part.TRAIN));
            gradient.of.retainReference();
            gradient.along.retainReference();
        }
        recorded = x.clone();
    }

    /** Overwrites g[N] with the derivatives of slopes along their directions, or adds them. */
    private void along(Slopes slopes, boolean kept, double[] g, boolean add) {
        if (slopes.none()) {
            if (!add) Arrays.fill(g, 0.0);
            return;
        }
        TensorVector all = pass.weights.tensors();
        pass.weights.read(ModulePass.derivatives(slopes.of, slopes.along, all, kept, false), g, add);
    }

    /**
     * The derivative along v of rows y, of the shape of y: the weights u of the sum u.y are differentiated in place of it, which the gradient of u.y is linear in. The graph
     * of y is kept.
     */
    private Tensor forward(Tensor y, double[] v) {
        Tensor u = y.detach().mul(new Scalar(0.0)).set_requires_grad(true);
        pass.weights.turn(v);
        Slopes weighted = slopes(pass.derivatives(y, u, true, true));
        if (weighted.none()) return y.detach().mul(new Scalar(0.0));
        Tensor found = ModulePass.derivatives(weighted.of, weighted.along, new TensorVector(u), true, false)
                .get(0);
        return found.defined() ? found : y.detach().mul(new Scalar(0.0));
    }

    /** Overwrites jv[examples K] with the derivatives of outputs along v. */
    void outputsAlong(double[] x, Part part, double[] v, double[] jv) {
        pass.weights.at(x);
        int k = pass.setting.outputs();
        for (int from = 0; from < examples.count(part); from += chunk) {
            int count = Math.min(chunk, examples.count(part) - from);
            try (PointerScope _ = new PointerScope()) {
                Tensor outputs = pass.outputs(examples.inputs(part, from, count));
                numbers.read(forward(outputs, v), jv, from * k, count * k);
            }
        }
    }

    /** Overwrites d[P] with the derivatives of the losses along v. */
    void lossesAlong(double[] x, double[] v, double[] d) {
        pass.weights.at(x);
        int patterns = examples.count(Part.TRAIN);
        for (int from = 0; from < patterns; from += chunk) {
            int count = Math.min(chunk, patterns - from);
            try (PointerScope _ = new PointerScope()) {
                Tensor outputs = pass.outputs(examples.inputs(Part.TRAIN, from, count));
                Tensor losses = pass.setting.loss().of(outputs, examples.labels(Part.TRAIN, from, count));
                numbers.read(forward(losses, v), d, from, count);
            }
        }
    }

    /** Overwrites hv[N] with the product of the Gauss-Newton matrix. */
    void gaussNewton(double[] x, double[] v, double[] hv) {
        pass.weights.at(x);
        int patterns = examples.count(Part.TRAIN);
        for (int from = 0; from < patterns; from += chunk) {
            int count = Math.min(chunk, patterns - from);
            try (PointerScope _ = new PointerScope()) {
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
