package rugged.compose.symmetry;

import java.util.Arrays;
import rugged.geometry.Symmetry;

/**
 * What leaves the energy of free atoms as it is: translations, rotations, inversion, and permutations of like atoms. States hold (x_1, y_1, z_1, x_2, ...), of atoms whose bonds are about 1 long.
 *
 * <p>Two states that are copies of one another, or nearly, are laid on each other by pairs of atoms that are as far from the centre and from each other in both, each of which fixes a rotation and a rotary
 * reflection: every pair is tried, so that nothing depends on luck. States that differ more are brought near by turns of assignment and rotation from fifteen starts, none of them random: an upper bound of their distance.
 *
 * <p>The order of a state is the number of permutations that keep all distances to 2e-3, twice that where all atoms lie in a plane, which a reflection keeps: 2 prod_s N_s!/o copies up to rotation.
 */
public final class AtomSymmetry implements Symmetry {
    /** How far from a plane atoms may lie, root mean square. */
    private static final double FLAT = 1e-3;

    private final double logCopies;
    private final PointGroup group;
    private final OrthogonalFit fit = new OrthogonalFit();
    private final AtomFrames frames;
    private final AtomTurns turns;
    private final double[] a;
    private final double[] b;
    private final double[] axes = new double[9];
    private final double[] spread = new double[3];

    /** @param species of each atom, from 0 on: atoms of one species are alike */
    public AtomSymmetry(int[] species) {
        group = new PointGroup(species);
        AtomMatch match = new AtomMatch(species, fit);
        frames = new AtomFrames(species, match);
        turns = new AtomTurns(species, match, fit);
        a = new double[3 * species.length];
        b = new double[3 * species.length];
        logCopies = Math.log(2.0) + logPermutations(species);
    }

    private static double logPermutations(int[] species) {
        int[] count = new int[Arrays.stream(species).max().orElse(0) + 1];
        double sum = 0.0;
        for (int kind : species) sum += Math.log(++count[kind]);
        return sum;
    }

    @Override
    public double align(double[] to, double[] from, double[] moved) {
        double[] centre = centred(to, a);
        centred(from, b);
        AtomMatch best = frames.align(a, b);
        if (!best.found()) turns.align(a, b);
        double distance = best.place(b, moved);
        for (int i = 0; i < moved.length; i++) moved[i] += centre[i % 3];
        return distance;
    }

    @Override
    public double order(double[] x) {
        centred(x, a);
        fit.axes(a, axes, spread);
        return group.permutations(a) * (spread[2] < FLAT ? 2 : 1);
    }

    @Override
    public double logCopies() {
        return logCopies;
    }

    private static double[] centred(double[] x, double[] into) {
        double[] centre = new double[3];
        for (int i = 0; i < x.length; i++) centre[i % 3] += x[i];
        for (int k = 0; k < 3; k++) centre[k] /= x.length / 3.0;
        for (int i = 0; i < x.length; i++) into[i] = x[i] - centre[i % 3];
        return centre;
    }
}
