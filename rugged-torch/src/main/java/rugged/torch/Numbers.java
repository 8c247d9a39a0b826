package rugged.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Numbers of tensors in arrays. Tensors that are made on the way belong to the scope of the caller. */
final class Numbers {
    private Numbers() {}

    /** Overwrites to[from ... from + count) with the elements of a tensor, last index fastest. */
    static void read(Tensor tensor, double[] to, int from, int count) {
        Tensor here = tensor.detach();
        if (here.is_cuda()) here = here.cpu();
        if (here.scalar_type() != torch.ScalarType.Double) here = here.to(torch.ScalarType.Double);
        here.contiguous().data_ptr_double().get(to, from, count);
    }
}
