package rugged.api;

import rugged.api.model.Model;
import rugged.api.motion.Sampler;
import rugged.num.Streams;

/** Describes a dynamics whose trajectories are {@link Sampler}s: one that parallel tempering can take as its move. */
public interface SamplerSpec extends DynamicsSpec {
    @Override
    Sampler start(Model model, double[] x, Streams random);

    @Override
    SamplerSpec atTemperature(double temperature);
}
