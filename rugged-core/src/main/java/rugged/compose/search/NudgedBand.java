package rugged.compose.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.api.model.Landscape;
import rugged.geometry.Manifold;
import rugged.num.Vectors;

/**
 * The doubly nudged elastic band between two states: images on a way from one to the other feel the gradient across the way, springs along it, and of the springs' force across it the part that is orthogonal to the gradient there. The
 * tangent points to the neighbour of higher energy; at an extremum it is the mean of both sides, weighted by differences of energy. The band is relaxed by FIRE and not to its end: its maxima are where searches for transition states
 * begin. Scratch of its own: one thread.
 *
 * <p>Source: Trygubenko and Wales, J. Chem. Phys. 120, 2082 (2004); Henkelman and Jonsson, J. Chem. Phys. 113, 9978 (2000), for the tangent. One gradient an image and iteration.
 */
public final class NudgedBand {
    private static final double FIRST_STEP = 0.02;
    private static final double LONGEST = 0.1;
    private static final double MIX = 0.1;
    private static final double GROW = 1.1;
    private static final double SHRINK = 0.5;
    private static final double FADE = 0.99;

    private final Landscape landscape;
    private final Manifold manifold;
    private final double spring;
    private final double[][] x;
    private final double[] energies;
    private final double[][] force;
    private final double[][] velocity;
    private final double[] g;
    private final double[] before;
    private final double[] after;
    private final double[] tangent;
    private long evaluations;

    /**
     * A straight way, drawn back on the manifold.
     *
     * @param a one end [N], copied
     * @param b the other, aligned with it, copied
     * @param images between them
     * @param spring constant of the springs
     */
    public NudgedBand(Landscape landscape, double[] a, double[] b, int images, double spring) {
        this.landscape = landscape;
        this.spring = spring;
        manifold = landscape.manifold();
        int n = a.length;
        x = new double[images + 2][];
        double[] way = new double[n];
        manifold.difference(a, b, way);
        for (int k = 0; k < x.length; k++) {
            x[k] = a.clone();
            Vectors.add(x[k], (double) k / (x.length - 1), way);
            manifold.retract(x[k]);
        }
        x[x.length - 1] = b.clone();
        energies = new double[x.length];
        energies[0] = landscape.energy(x[0]);
        energies[x.length - 1] = landscape.energy(x[x.length - 1]);
        force = new double[x.length][n];
        velocity = new double[x.length][n];
        g = new double[n];
        before = new double[n];
        after = new double[n];
        tangent = new double[n];
    }

    /** The work done so far, in gradients. */
    public long evaluations() {
        return evaluations;
    }

    /** Relaxes all images together. */
    public void relax(int iterations) {
        double step = FIRST_STEP;
        double mix = MIX;
        for (double[] v : velocity) Arrays.fill(v, 0.0);
        for (int iteration = 0; iteration < iterations; iteration++) {
            forces();
            double power = 0.0;
            double speeds = 0.0;
            double forces = 0.0;
            for (int k = 1; k < x.length - 1; k++) {
                power += Vectors.dot(force[k], velocity[k]);
                speeds += Vectors.dot(velocity[k], velocity[k]);
                forces += Vectors.dot(force[k], force[k]);
            }
            if (!(forces > 0.0) || Double.isInfinite(forces)) return;
            if (power < 0.0) {
                step *= SHRINK;
                mix = MIX;
                for (double[] v : velocity) Arrays.fill(v, 0.0);
            } else {
                double along = mix * Math.sqrt(speeds / forces);
                for (int k = 1; k < x.length - 1; k++)
                    for (int i = 0; i < g.length; i++)
                        velocity[k][i] = (1.0 - mix) * velocity[k][i] + along * force[k][i];
                step *= GROW;
                mix *= FADE;
            }
            for (int k = 1; k < x.length - 1; k++) {
                Vectors.add(velocity[k], step, force[k]);
                double length = step * Vectors.norm(velocity[k]);
                if (length > LONGEST) Vectors.scale(velocity[k], LONGEST / length);
                Vectors.add(x[k], step, velocity[k]);
                manifold.retract(x[k]);
            }
        }
        forces();
    }

    private void forces() {
        for (int k = 1; k < x.length - 1; k++) {
            energies[k] = landscape.energyAndGradient(x[k], force[k]);
            manifold.tangent(x[k], force[k]);
            evaluations++;
        }
        for (int k = 1; k < x.length - 1; k++) nudge(k);
    }

    /** Makes the doubly nudged force of an image of its gradient. */
    private void nudge(int k) {
        manifold.difference(x[k - 1], x[k], before);
        manifold.difference(x[k], x[k + 1], after);
        tangent(k);
        System.arraycopy(force[k], 0, g, 0, g.length);
        Vectors.add(g, -Vectors.dot(g, tangent), tangent);
        double across = Vectors.norm(g);
        // the springs' gradient: k (before - after)
        double[] pull = before;
        for (int i = 0; i < pull.length; i++) pull[i] = spring * (before[i] - after[i]);
        double along = Vectors.dot(pull, tangent);
        Vectors.add(pull, -along, tangent);
        if (across > 0.0) Vectors.add(pull, -Vectors.dot(pull, g) / (across * across), g);
        for (int i = 0; i < g.length; i++) force[k][i] = -(g[i] + along * tangent[i] + pull[i]);
        manifold.tangent(x[k], force[k]);
    }

    private void tangent(int k) {
        double up = energies[k + 1] - energies[k];
        double down = energies[k] - energies[k - 1];
        double first;
        double second;
        if (up > 0.0 && down > 0.0) {
            first = 0.0;
            second = 1.0;
        } else if (up < 0.0 && down < 0.0) {
            first = 1.0;
            second = 0.0;
        } else {
            double more = Math.max(Math.abs(up), Math.abs(down));
            double less = Math.min(Math.abs(up), Math.abs(down));
            boolean higherBehind = energies[k + 1] > energies[k - 1];
            first = higherBehind ? less : more;
            second = higherBehind ? more : less;
            if (more == 0.0) {
                first = 1.0;
                second = 1.0;
            }
        }
        for (int i = 0; i < tangent.length; i++) tangent[i] = first * before[i] + second * after[i];
        double length = Vectors.norm(tangent);
        if (length > 0.0) Vectors.scale(tangent, 1.0 / length);
    }

    /**
     * An image that is higher than both of its neighbours.
     *
     * @param x where it is
     * @param tangent along the way, of length 1
     */
    public record Top(double[] x, double[] tangent) {}

    /** All of them, along the way; the highest of all images where none is. */
    public List<Top> tops() {
        List<Top> tops = new ArrayList<>();
        int highest = 1;
        for (int k = 1; k < x.length - 1; k++) {
            if (energies[k] > energies[highest]) highest = k;
            if (energies[k] > energies[k - 1] && energies[k] >= energies[k + 1]) tops.add(top(k));
        }
        if (tops.isEmpty() && x.length > 2) tops.add(top(highest));
        return tops;
    }

    private Top top(int k) {
        manifold.difference(x[k - 1], x[k], before);
        manifold.difference(x[k], x[k + 1], after);
        tangent(k);
        return new Top(x[k].clone(), tangent.clone());
    }

    /** Energies along the way, ends among them; not to be changed. */
    public double[] energies() {
        return energies;
    }
}
