package rugged.api.motion;

import rugged.api.SamplerSpec;

/**
 * A trajectory that samples exp(-E/T) exactly, whatever its step, and can hand its state to another: what a rung of parallel tempering has to be. Whoever writes
 * a sampler of this kind, and describes it by a {@link SamplerSpec}, can temper it.
 */
public interface Sampler extends Stepper {
    /** E of the present state. */
    double energy();

    /** Exchanges the states of two samplers that one description started in one model; temperature, noise and clock stay. */
    void exchange(Sampler other);

    /** Another temperature from now on. */
    void temperature(double temperature);
}
