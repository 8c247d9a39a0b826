package rugged.torch;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import rugged.api.Examples;
import rugged.api.model.Batch;
import rugged.api.model.Supervised.Part;

/** Inputs and labels as tensors, on the device; shared by all threads, which only read them. Tensors that are given out belong to the scope of the caller. */
final class ModuleExamples {
    private final Tensor[] inputs = new Tensor[Part.values().length];
    private final Tensor[] labels = new Tensor[Part.values().length];
    private final int[] counts = new int[Part.values().length];
    final Examples data;

    ModuleExamples(Examples data, ModuleSetting setting) {
        this.data = data;
        try (PointerScope _ = new PointerScope()) {
            Device device = Libtorch.device(setting.processor());
            torch.ScalarType type = setting.single() ? torch.ScalarType.Float : torch.ScalarType.Double;
            boolean indexed = ModuleLoss.indexed(setting.loss().kind(), setting.outputs());
            for (Part part : Part.values()) {
                double[] targets = targets(part);
                int p = part.ordinal();
                counts[p] = targets.length;
                double[] numbers = part == Part.TRAIN ? data.inputs() : data.testInputs();
                inputs[p] = tensor(numbers, setting.shape(targets.length)).to(device, type);
                labels[p] = tensor(targets, targets.length).to(device, indexed ? torch.ScalarType.Long : type);
                inputs[p].retainReference();
                labels[p].retainReference();
            }
        }
    }

    private static Tensor tensor(double[] numbers, long... shape) {
        return numbers.length == 0 ? torch.zeros(shape) : Tensor.create(numbers, shape);
    }

    /** Labels as numbers. */
    double[] targets(Part part) {
        return part == Part.TRAIN ? data.targets() : data.testTargets();
    }

    /** Number of examples. */
    int count(Part part) {
        return counts[part.ordinal()];
    }

    /** Inputs [count, ...] of successive examples. */
    Tensor inputs(Part part, int from, int count) {
        return rows(inputs[part.ordinal()], part, from, count);
    }

    /** Their labels [count]. */
    Tensor labels(Part part, int from, int count) {
        return rows(labels[part.ordinal()], part, from, count);
    }

    private Tensor rows(Tensor all, Part part, int from, int count) {
        return count == count(part) ? all : all.narrow(0, from, count);
    }

    /** Weights [count], as labels are where they are numbers. */
    Tensor weights(double[] w, int from, int count) {
        Tensor like = inputs[Part.TRAIN.ordinal()];
        double[] these = from == 0 && count == w.length ? w : Arrays.copyOfRange(w, from, from + count);
        return tensor(these, count).to(like.device(), like.scalar_type());
    }

    /** The numbers of successive examples of a batch, for the two that follow. */
    Tensor numbers(Batch batch, int from, int count) {
        long[] index =
                Arrays.stream(batch.index(), from, from + count).asLongStream().toArray();
        return torch.tensor(index).to(inputs[Part.TRAIN.ordinal()].device(), torch.ScalarType.Long);
    }

    /** Inputs of training examples with these numbers. */
    Tensor inputs(Tensor numbers) {
        return inputs[Part.TRAIN.ordinal()].index_select(0, numbers);
    }

    /** Their labels. */
    Tensor labels(Tensor numbers) {
        return labels[Part.TRAIN.ordinal()].index_select(0, numbers);
    }
}
