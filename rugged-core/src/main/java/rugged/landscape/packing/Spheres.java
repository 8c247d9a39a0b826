package rugged.landscape.packing;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Contacts;
import rugged.api.model.Driven;
import rugged.api.model.ParticleLandscape;
import rugged.geometry.Manifold;

/** Discs or spheres in a periodic box. The list of pairs is scratch: results do not depend on it. */
final class Spheres implements Driven, ContactLandscape, ParticleLandscape, PairTouching {
    private final Sizes sizes;
    private final Repulsion repulsion;
    private final Manifold manifold;
    private final Neighbours pairs;
    private final ContactSweep sweep;
    private final double[] scratch;
    private final double[] way;
    private final double inverseLength;
    private double fraction;

    Spheres(Sizes sizes, Repulsion repulsion, double fraction) {
        this.sizes = sizes;
        this.repulsion = repulsion;
        double[] lengths = new double[sizes.space()];
        Arrays.fill(lengths, sizes.length());
        manifold = Manifold.periodic(lengths);
        this.fraction = fraction;
        pairs = new Neighbours(sizes, sizes.scale(fraction));
        sweep = new ContactSweep(sizes, repulsion);
        scratch = new double[dimension()];
        way = new double[sizes.space()];
        inverseLength = 1.0 / sizes.length();
    }

    @Override
    public int dimension() {
        return sizes.space() * sizes.particles();
    }

    /** Energies are reported per particle. */
    @Override
    public double extent() {
        return sizes.particles();
    }

    @Override
    public Manifold manifold() {
        return manifold;
    }

    @Override
    public double control() {
        return fraction;
    }

    @Override
    public void control(double value) {
        sizes.require(value);
        fraction = value;
        pairs.scale(sizes.scale(value));
    }

    /** The typical overlap (a E/N)^(1/a), which vanishes linearly at jamming for either repulsion. */
    @Override
    public double residual(double[] x) {
        return repulsion.overlap(energy(x) / sizes.particles());
    }

    @Override
    public Spheres fork() {
        return new Spheres(sizes, repulsion, fraction);
    }

    @Override
    public double energy(double[] x) {
        return energyAndGradient(x, scratch);
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        pairs.update(x);
        return sweep.energyAndGradient(pairs, x, g);
    }

    /** A pair in contact adds V'' n (n.w) + (V'/r) (w - n (n.w)) with w = v_j - v_i: the second term is the pre-stress, V' being negative. */
    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        product(x, v, hv, 1.0);
    }

    /** V'' n (n.w) of each pair in contact. */
    @Override
    public void unstressedVector(double[] x, double[] v, double[] hv) {
        product(x, v, hv, 0.0);
    }

    /** @param stressed 1 with the pre-stress, 0 without */
    private void product(double[] x, double[] v, double[] hv, double stressed) {
        pairs.update(x);
        Arrays.fill(hv, 0.0);
        int d = way.length;
        int[] first = pairs.first();
        int[] second = pairs.second();
        double[] inverse = pairs.inverse();
        double[] n = way;
        for (int k = 0; k < pairs.count(); k++) {
            int i = first[k];
            int j = second[k];
            double r = difference(x, i, j);
            double delta = 1.0 - r * inverse[k];
            if (!(delta > 0.0)) continue;
            double stretch = repulsion.curvature(delta) * inverse[k] * inverse[k];
            double stress = stressed * -repulsion.slope(delta) * inverse[k] / r;
            double along = 0.0;
            for (int a = 0; a < d; a++) along += n[a] * (v[j + a] - v[i + a]);
            along *= (stretch - stress) / (r * r);
            for (int a = 0; a < d; a++) {
                double part = stress * (v[j + a] - v[i + a]) + along * n[a];
                hv[j + a] += part;
                hv[i + a] -= part;
            }
        }
    }

    /** Overwrites the scratch with the way between the particles whose coordinates begin at i and j, and returns its length. */
    private double difference(double[] x, int i, int j) {
        double square = 0.0;
        for (int a = 0; a < way.length; a++) {
            double apart = x[j + a] - x[i + a];
            way[a] = apart - sizes.length() * Math.rint(apart * inverseLength);
            square += way[a] * way[a];
        }
        return Math.sqrt(square);
    }

    @Override
    public Contacts contacts(double[] x) {
        return new ContactGraph(this, x).contacts();
    }

    @Override
    public long[] violated(double[] x) {
        return new ContactGraph(this, x).pairs();
    }

    @Override
    public double[] gaps(double[] x) {
        // a list of this very state: one of an earlier state holds all contacts, and not all gaps
        Neighbours near = new Neighbours(sizes, sizes.scale(fraction));
        near.update(x);
        ContactGraph graph = new ContactGraph(this, x);
        int d = way.length;
        double[] gaps = new double[near.count()];
        int count = 0;
        for (int k = 0; k < near.count(); k++) {
            int i = near.first()[k];
            int j = near.second()[k];
            double gap = difference(x, i, j) * near.inverse()[k] - 1.0;
            if (gap > 0.0 && gap < near.reach() && graph.bear(i / d, j / d)) gaps[count++] = gap;
        }
        return Arrays.copyOf(gaps, count);
    }

    @Override
    public int coordinatesOfBody() {
        return sizes.space();
    }

    @Override
    public int space() {
        return sizes.space();
    }

    @Override
    public double[] box() {
        return sizes.sides();
    }

    @Override
    public double[] semiAxes(int particle) {
        double radius = sizes.scale(fraction) * sizes.radii()[particle];
        return new double[] {radius, radius};
    }

    @Override
    public List<Load> loads(double[] x) {
        return new ContactGraph(this, x).loads();
    }

    @Override
    public int[] contactsOf(double[] x) {
        return new ContactGraph(this, x).degrees();
    }

    @Override
    public double reach() {
        return pairs.reach();
    }

    /** All translations, and the motions of each rattler. */
    @Override
    public double[][] zeroModes(double[] x) {
        return new ContactGraph(this, x).zeroModes();
    }

    @Override
    public int freedoms() {
        return sizes.space();
    }

    @Override
    public void touching(double[] x, Told told) {
        pairs.update(x);
        int d = way.length;
        for (int k = 0; k < pairs.count(); k++) {
            int i = pairs.first()[k];
            int j = pairs.second()[k];
            double delta = 1.0 - difference(x, i, j) * pairs.inverse()[k];
            if (!(delta > 0.0)) continue;
            double slope = repulsion.slope(delta);
            told.pair(i / d, j / d, delta, slope, slope * pairs.inverse()[k]);
        }
    }

    @Override
    public Sizes sizes() {
        return sizes;
    }

    /** How often the list of pairs was made. */
    long builds() {
        return pairs.builds();
    }

    /** Independent and uniform, numbered along a curve. */
    @Override
    public void randomise(double[] x, RandomGenerator random) {
        manifold.randomise(x, random);
        sizes.along(x, sizes.space());
    }
}
