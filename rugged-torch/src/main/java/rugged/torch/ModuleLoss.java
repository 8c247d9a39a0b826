package rugged.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import rugged.landscape.network.NetworkLoss;

/**
 * The losses of a network, by libtorch, so that it can differentiate through them twice: the loss of each of B examples with outputs o[B, K].
 *
 * @param kind which, resolved
 * @param margin of the hinge
 */
record ModuleLoss(NetworkLoss kind, double margin) {
    private static final long NO_REDUCTION = 0;
    private static final long NO_IGNORED = -100;

    /** l[B]; labels [B] are numbers of classes for several outputs, signs or values for one. */
    Tensor of(Tensor outputs, Tensor labels) {
        return switch (kind) {
            case CROSS_ENTROPY ->
                torch.cross_entropy_loss(outputs, labels, new TensorOptional(), NO_REDUCTION, NO_IGNORED, 0.0);
            // softplus would be cut off at 20, where 2e-9 is missing
            case LOGISTIC -> torch.log_sigmoid(outputs.squeeze(1).mul(labels)).neg();
            case HINGE ->
                half(outputs.squeeze(1)
                        .mul(labels)
                        .neg()
                        .add(new Scalar(margin))
                        .clamp_min(new Scalar(0.0)));
            case SOFT_HINGE -> {
                Scalar sharpness = new Scalar(NetworkLoss.SHARPNESS);
                Tensor gaps = outputs.squeeze(1).mul(labels).sub(new Scalar(margin));
                yield torch.log_sigmoid(gaps.mul(sharpness)).neg().div(sharpness);
            }
            case SQUARED -> half(outputs.size(1) == 1 ? outputs.squeeze(1).sub(labels) : fromUnit(outputs, labels));
            case AUTO -> throw new IllegalStateException("the loss was not resolved");
        };
    }

    /** Whether labels are numbers of classes. */
    static boolean indexed(NetworkLoss kind, int outputs) {
        return kind == NetworkLoss.CROSS_ENTROPY || (kind == NetworkLoss.SQUARED && outputs > 1);
    }

    private static Tensor fromUnit(Tensor outputs, Tensor labels) {
        return outputs.sub(torch.one_hot(labels, outputs.size(1)).to(outputs.scalar_type()));
    }

    /** Half the square of each row. */
    private static Tensor half(Tensor differences) {
        Tensor squares = differences.square();
        Tensor rows = squares.dim() == 1 ? squares : squares.sum(1);
        return rows.mul(new Scalar(0.5));
    }
}
