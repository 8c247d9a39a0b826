package rugged.landscape.convolution;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import rugged.api.Examples;
import rugged.landscape.Precision;
import rugged.landscape.network.DoublePrecisionPass;
import rugged.landscape.network.NetworkPasses;
import rugged.landscape.network.NetworkSetting;
import rugged.landscape.network.NetworkStart;
import rugged.landscape.network.PassModel;
import rugged.landscape.network.SinglePrecisionPass;

/** A network of layers of any kind on its examples. */
final class ConvolutionModel extends PassModel {
    /** Numbers that the examples of a chunk leave behind, about: they stay in the second-level cache. */
    private static final int NUMBERS = 1 << 17;

    private static final int LEAST_CHUNK = 4;
    private static final int MOST_CHUNK = 1024;

    private final NetworkPlan plan;
    private final NetworkSetting setting;
    private final Examples data;

    ConvolutionModel(NetworkPlan plan, NetworkSetting setting, Examples data) {
        super(
                plan.outputs(),
                plan.units(),
                Math.clamp(NUMBERS / plan.units(), LEAST_CHUNK, MOST_CHUNK),
                capacity -> passes(plan, setting, data.width(), capacity),
                setting,
                data);
        this.plan = plan;
        this.setting = setting;
        this.data = data;
    }

    private static NetworkPasses passes(NetworkPlan plan, NetworkSetting setting, int width, int capacity) {
        if (setting.precision() == Precision.FLOAT64)
            return new DoublePrecisionPass(new DoubleChain(plan, setting.activation(), capacity));
        FloatChain chain = new FloatChain(plan, setting.activation(), capacity);
        return new SinglePrecisionPass(chain, width, plan.outputs(), plan.parameters(), capacity);
    }

    @Override
    public ConvolutionModel fork() {
        return new ConvolutionModel(plan, setting, data);
    }

    @Override
    public int dimension() {
        return plan.parameters();
    }

    @Override
    public List<Layer> layers() {
        return plan.named();
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        Arrays.fill(x, 0.0);
        for (LayerPlan layer : plan.layers())
            if (layer.fan() > 0)
                NetworkStart.layer(
                        x,
                        layer.weights(),
                        layer.fan(),
                        layer.out().channels(),
                        layer.deviation(),
                        setting.initialisation(),
                        random);
    }
}
