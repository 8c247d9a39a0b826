package rugged.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NamedTensor;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.named_parameter_iterator;
import org.bytedeco.pytorch.named_parameter_list;
import rugged.api.model.Supervised.Layer;

/**
 * The parameters of a module as one vector x[N], in the order in which the module names them. They are views of one stretch of memory, so that going to another x is one copy.
 * What is kept is referred to until the garbage collector frees it; all else belongs to the scope of a call.
 */
final class ModuleWeights {
    private final List<Tensor> parameters = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private final List<long[]> shapes = new ArrayList<>();
    private final TensorVector all;
    private final FlatTensor values;
    private final FlatTensor direction;
    private final Numbers numbers = new Numbers();
    private double[] part = new double[0];

    /**
     * @param list the named parameters of the module, on their device and in their precision; a tensor with several names counts once
     * @param learnt the names of those that are to be learnt; the others stay what they are
     * @param single whether they are in single precision
     */
    ModuleWeights(named_parameter_list list, Set<String> learnt, boolean single) {
        collect(list, learnt);
        all = new TensorVector(parameters.toArray(Tensor[]::new));
        try (NoGradGuard _ = new NoGradGuard()) {
            TensorVector pieces = new TensorVector();
            for (Tensor one : parameters) pieces.push_back(one.detach().reshape(-1));
            values = new FlatTensor(torch.cat(pieces), layers, shapes, single);
            direction = new FlatTensor(values.whole().clone(), layers, shapes, single);
            for (int k = 0; k < parameters.size(); k++) parameters.get(k).set_data(values.piece(k));
        }
        for (Tensor one : parameters) {
            one.set_requires_grad(true);
            one.retainReference();
        }
        all.retainReference();
    }

    /** Names of the parameters that were to be learnt when the module was saved. */
    static Set<String> learnt(named_parameter_list list) {
        Set<String> names = new HashSet<>();
        each(list, (name, tensor) -> {
            if (tensor.requires_grad()) names.add(name);
        });
        return names;
    }

    /** By their number: the end of the list is not to be compared with. */
    private static void each(named_parameter_list list, BiConsumer<String, Tensor> visit) {
        named_parameter_iterator at = list.begin();
        long count = list.size();
        for (long k = 0; k < count; k++) {
            if (k > 0) at.increment();
            NamedTensor named = at.multiply();
            visit.accept(named.name().getString(), new Tensor(named.value()));
        }
    }

    private void collect(named_parameter_list list, Set<String> learnt) {
        each(list, (name, one) -> {
            if (!learnt.contains(name) || parameters.stream().anyMatch(earlier -> earlier.is_same(one))) return;
            int from = layers.isEmpty() ? 0 : layers.getLast().to();
            parameters.add(one);
            layers.add(new Layer(name, from, Math.addExact(from, Math.toIntExact(one.numel()))));
            long[] shape = new long[(int) one.dim()];
            for (int d = 0; d < shape.length; d++) shape[d] = one.size(d);
            shapes.add(shape);
        });
    }

    /** N. */
    int dimension() {
        return layers.getLast().to();
    }

    /** The names of its parameters. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Layer layer : layers) names.add(layer.name());
        return names;
    }

    /** Each parameter by its name. */
    List<Layer> layers() {
        return List.copyOf(layers);
    }

    /** The tensors, to differentiate with respect to. */
    TensorVector tensors() {
        return all;
    }

    /** Goes to x[N]. */
    void at(double[] x) {
        values.write(x);
    }

    /** Turns the {@link #direction} to v[N]. */
    void turn(double[] v) {
        direction.write(v);
    }

    /** The direction in the shape of parameter k. */
    Tensor direction(int k) {
        return direction.piece(k);
    }

    /** Overwrites g[N] with derivatives, or adds them. What does not depend on a parameter has none with respect to it. */
    void read(TensorVector derivatives, double[] g, boolean add) {
        if (add && part.length < g.length) part = new double[g.length];
        double[] to = add ? part : g;
        for (int k = 0; k < layers.size(); k++) {
            Layer layer = layers.get(k);
            Tensor one = derivatives.get(k);
            if (one.defined()) numbers.read(one, to, layer.from(), layer.to() - layer.from());
            else Arrays.fill(to, layer.from(), layer.to(), 0.0);
        }
        if (add) for (int i = 0; i < g.length; i++) g[i] += part[i];
    }

    /** x[N] as it stands. */
    double[] values() {
        double[] x = new double[dimension()];
        try (PointerScope _ = new PointerScope()) {
            numbers.read(values.whole(), x, 0, x.length);
        }
        return x;
    }
}
