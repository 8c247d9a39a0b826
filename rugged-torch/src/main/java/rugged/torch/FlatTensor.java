package rugged.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import rugged.api.model.Supervised.Layer;

/**
 * A vector of N numbers on the device with views of its pieces in the shapes of parameters: all of them are set by one copy. Made once and referred to until the garbage collector
 * frees it.
 */
final class FlatTensor {
    private final List<Tensor> pieces = new ArrayList<>();
    /** On the device, and beside it where that is not the processor. */
    private final Tensor flat;

    private final Tensor host;
    private final int length;
    private final float[] rounded;

    /**
     * @param flat [N], of its own
     * @param layers what is where
     * @param shapes of the pieces
     * @param single whether in single precision
     */
    FlatTensor(Tensor flat, List<Layer> layers, List<long[]> shapes, boolean single) {
        this.flat = flat;
        length = (int) flat.numel();
        rounded = new float[single ? length : 0];
        host = flat.is_cuda() ? flat.cpu() : flat;
        for (int k = 0; k < layers.size(); k++) {
            Layer layer = layers.get(k);
            Tensor piece =
                    flat.narrow(0, layer.from(), layer.to() - layer.from()).view(shapes.get(k));
            piece.retainReference();
            pieces.add(piece);
        }
        flat.retainReference();
        host.retainReference();
    }

    /** A view of parameter k. */
    Tensor piece(int k) {
        return pieces.get(k);
    }

    /** All of it. */
    Tensor whole() {
        return flat;
    }

    /** Goes to x[N]. */
    void write(double[] x) {
        if (rounded.length == length) {
            for (int i = 0; i < length; i++) rounded[i] = (float) x[i];
            FloatPointer memory = host.data_ptr_float();
            memory.put(rounded, 0, length);
        } else {
            DoublePointer memory = host.data_ptr_double();
            memory.put(x, 0, length);
        }
        if (host == flat) return;
        try (NoGradGuard _ = new NoGradGuard()) {
            flat.copy_(host);
        }
    }
}
