package rugged.bench.peers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The same network as a libtorch user writes it: affine layers and relu, logistic loss of labels +-1 averaged over the batch, steps of gradient descent, and
 * Hessian-vector products by differentiating the gradient, whose graph is kept between products at the same parameters. With R > 1 replicas all tensors have
 * a first axis of length R, and products are batched.
 */
final class TorchNetwork implements AutoCloseable {
    private final int[] widths;
    private final int replicas;
    private final torch.ScalarType type;
    private final Tensor inputs;
    private final Tensor labels;
    private final List<Tensor> parameters = new ArrayList<>();
    private final PointerScope kept;
    private TensorVector graph = new TensorVector();
    private TensorVector direction = new TensorVector();

    /**
     * @param widths d, hidden widths, 1
     * @param x parameters of each replica, one after the other: for each layer W[in, out], then b[out]
     * @param inputs [P, d]
     * @param labels [P]
     */
    TorchNetwork(int[] widths, int replicas, double[] x, double[] inputs, double[] labels, torch.ScalarType type) {
        this.widths = widths;
        this.replicas = replicas;
        this.type = type;
        kept = new PointerScope();
        int patterns = labels.length;
        Tensor once = tensor(inputs, patterns, widths[0]);
        this.inputs = replicas == 1
                ? once
                : once.unsqueeze(0).expand(replicas, patterns, widths[0]).contiguous();
        Tensor signs = tensor(labels, patterns, 1);
        this.labels = replicas == 1 ? signs : signs.unsqueeze(0);
        parameters.addAll(split(x));
        for (Tensor parameter : parameters) parameter.set_requires_grad(true);
    }

    private Tensor tensor(double[] values, long... shape) {
        return Tensor.create(values, shape).to(type).clone();
    }

    private List<Tensor> split(double[] x) {
        List<Tensor> tensors = new ArrayList<>();
        int each = x.length / replicas;
        int at = 0;
        for (int l = 1; l < widths.length; l++) {
            tensors.add(part(x, each, at, widths[l - 1], widths[l]));
            at += widths[l - 1] * widths[l];
            tensors.add(part(x, each, at, 1, widths[l]));
            at += widths[l];
        }
        return tensors;
    }

    private Tensor part(double[] x, int each, int at, int rows, int columns) {
        double[] values = new double[replicas * rows * columns];
        for (int r = 0; r < replicas; r++)
            System.arraycopy(x, r * each + at, values, r * rows * columns, rows * columns);
        return replicas == 1 ? tensor(values, rows, columns) : tensor(values, replicas, rows, columns);
    }

    private Tensor loss() {
        Tensor a = inputs;
        for (int l = 0; l < parameters.size(); l += 2) {
            Tensor bias = parameters.get(l + 1);
            Tensor weights = parameters.get(l);
            Tensor z = replicas == 1 ? torch.addmm(bias, a, weights) : torch.baddbmm(bias, a, weights);
            a = l + 2 < parameters.size() ? torch.relu(z) : z;
        }
        Tensor losses = torch.softplus(a.mul(labels).neg());
        // every replica's loss is its own mean over patterns
        return replicas == 1 ? losses.mean() : losses.sum().mul(new Scalar(1.0 / labels.size(1)));
    }

    private TensorVector vector(List<Tensor> tensors) {
        return new TensorVector(tensors.toArray(new Tensor[0]));
    }

    /** One step x -= rate g; returns the loss, summed over replicas, where asked for: reading it makes the library wait. */
    void step(double rate) {
        try (PointerScope scope = new PointerScope()) {
            TensorVector gradient = torch.grad(new TensorVector(loss()), vector(parameters));
            try (NoGradGuard guard = new NoGradGuard()) {
                for (int k = 0; k < parameters.size(); k++) parameters.get(k).sub_(gradient.get(k), new Scalar(rate));
            }
        }
    }

    double value() {
        try (PointerScope scope = new PointerScope()) {
            return loss().item_double();
        }
    }

    double[] gradient() {
        try (PointerScope scope = new PointerScope()) {
            return flat(torch.grad(new TensorVector(loss()), vector(parameters)));
        }
    }

    /** Sets the direction, and differentiates once with a graph. */
    void along(double[] v) {
        try (PointerScope scope = new PointerScope()) {
            graph = torch.grad(
                    new TensorVector(loss()),
                    vector(parameters),
                    new TensorVector(),
                    new BoolOptional(true),
                    true,
                    false);
            direction = vector(split(v));
            graph.retainReference();
            direction.retainReference();
        }
    }

    /** H v by differentiating the gradient along v. */
    void hessianVector() {
        try (PointerScope scope = new PointerScope()) {
            product();
        }
    }

    double[] hessianVectorValue() {
        try (PointerScope scope = new PointerScope()) {
            return flat(product());
        }
    }

    private TensorVector product() {
        return torch.grad(graph, vector(parameters), direction, new BoolOptional(true), false, true);
    }

    private double[] flat(TensorVector tensors) {
        int count = 0;
        for (Tensor parameter : parameters) count += (int) parameter.numel();
        double[] all = new double[count];
        int at = 0;
        for (long k = 0; k < tensors.size(); k++) {
            int size = (int) parameters.get((int) k).numel();
            Tensor tensor = tensors.get(k);
            if (tensor.defined()) {
                java.nio.DoubleBuffer buffer =
                        tensor.to(torch.ScalarType.Double).contiguous().createBuffer();
                buffer.get(all, at, size);
            }
            at += size;
        }
        return all;
    }

    @Override
    public void close() {
        graph.close();
        direction.close();
        kept.close();
    }
}
