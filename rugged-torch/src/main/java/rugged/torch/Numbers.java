package rugged.torch;

import org.bytedeco.pytorch.Tensor;

/** Reads numbers of tensors into arrays, with scratch of its own. Tensors that are made on the way belong to the scope of the caller. */
final class Numbers {
    private float[] rounded = new float[0];

    /** Overwrites to[from ... from + count) with the elements of a tensor in single or double precision, last index fastest. */
    void read(Tensor tensor, double[] to, int from, int count) {
        Tensor here = tensor.is_cuda() ? tensor.cpu() : tensor;
        Tensor whole = here.is_contiguous() ? here : here.contiguous();
        if (whole.element_size() == Double.BYTES) {
            whole.data_ptr_double().get(to, from, count);
            return;
        }
        if (rounded.length < count) rounded = new float[count];
        whole.data_ptr_float().get(rounded, 0, count);
        for (int i = 0; i < count; i++) to[from + i] = rounded[i];
    }
}
