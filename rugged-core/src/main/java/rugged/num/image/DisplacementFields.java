package rugged.num.image;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws displacement fields from a {@link DisplacementLaw}: two products of a few sines with random coefficients a component, O(n^2 c). Holds scratch, for one thread. */
public final class DisplacementFields {
    private final int pixels;
    private final int cutoff;
    /** sin(k pi x/(n - 1)) [c n], 0 at both ends. */
    private final double[] sines;
    /** 1/sqrt(i^2 + j^2) of a mode, 0 where there is none [c c]. */
    private final double[] deviations;
    /** Coefficients summed over one index: [c n]. */
    private final double[] half;

    public DisplacementFields(DisplacementLaw law) {
        pixels = law.pixels();
        cutoff = law.cutoff();
        sines = new double[cutoff * pixels];
        half = new double[cutoff * pixels];
        deviations = new double[cutoff * cutoff];
        for (int i = 1; i <= cutoff; i++) {
            for (int x = 1; x < pixels - 1; x++)
                sines[(i - 1) * pixels + x] = StrictMath.sin(i * StrictMath.PI * x / (pixels - 1.0));
            for (int j = 1; j <= cutoff; j++)
                if (law.holds(i, j)) deviations[(i - 1) * cutoff + j - 1] = 1.0 / Math.sqrt(i * i + j * j);
        }
    }

    /**
     * Overwrites dx and dy [n n] with a field in pixels, row by row. It draws one normal number for each mode and component, whatever the temperature: the same stream gives the same field at another
     * temperature but for its size.
     */
    public void draw(RandomGenerator random, double temperature, double[] dx, double[] dy) {
        if (!(temperature >= 0.0)) throw new IllegalArgumentException("temperature must be >= 0");
        double scale = pixels * Math.sqrt(temperature);
        component(random, scale, dx);
        component(random, scale, dy);
    }

    private void component(RandomGenerator random, double scale, double[] field) {
        Arrays.fill(half, 0.0);
        for (int i = 0; i < cutoff; i++) {
            for (int j = 0; j < cutoff; j++) {
                double deviation = deviations[i * cutoff + j];
                if (deviation == 0.0) continue;
                double c = scale * deviation * random.nextGaussian();
                int from = i * pixels;
                int to = j * pixels;
                for (int x = 0; x < pixels; x++) half[to + x] += c * sines[from + x];
            }
        }
        for (int y = 0; y < pixels; y++) {
            int to = y * pixels;
            double first = sines[y];
            for (int x = 0; x < pixels; x++) field[to + x] = first * half[x];
            for (int j = 1; j < cutoff; j++) {
                double s = sines[j * pixels + y];
                int from = j * pixels;
                for (int x = 0; x < pixels; x++) field[to + x] += s * half[from + x];
            }
        }
    }
}
