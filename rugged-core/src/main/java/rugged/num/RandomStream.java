package rugged.num;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.RandomProviderState;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** One random stream: Philox 4x64, normals by the ziggurat of Commons RNG, and a position that can be saved. */
public final class RandomStream implements RandomGenerator {
    private final Philox source;
    private final ZigguratSampler.NormalizedGaussian normal;

    RandomStream(long key0, long key1) {
        source = new Philox(key0, key1);
        normal = ZigguratSampler.NormalizedGaussian.of(source);
    }

    @Override
    public long nextLong() {
        return source.nextLong();
    }

    @Override
    public int nextInt() {
        return source.nextInt();
    }

    @Override
    public int nextInt(int bound) {
        return source.nextInt(bound);
    }

    @Override
    public boolean nextBoolean() {
        return source.nextBoolean();
    }

    @Override
    public double nextDouble() {
        return source.nextDouble();
    }

    @Override
    public double nextGaussian() {
        return normal.sample();
    }

    /** Overwrites out with uniform numbers in [0, 1), those of {@link #nextDouble} one after the other. */
    public void uniforms(double[] out) {
        source.uniforms(out);
    }

    /** Overwrites out with independent standard normals. */
    public void normals(double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = normal.sample();
    }

    /** The position in the stream. */
    public byte[] save() {
        return ((RandomProviderDefaultState) source.saveState()).getState();
    }

    /** Continues from a saved position. */
    public void load(byte[] saved) {
        RandomProviderState state = new RandomProviderDefaultState(saved);
        source.restoreState(state);
    }
}
