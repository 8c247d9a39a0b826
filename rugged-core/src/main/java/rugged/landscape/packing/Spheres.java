package rugged.landscape.packing;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Contacts;
import rugged.api.model.Driven;
import rugged.geometry.Manifold;

/** Discs or spheres in a periodic box. The list of pairs is scratch: results do not depend on it. */
final class Spheres implements Driven, ContactLandscape {
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
        if (!(value > 0.0 && value <= Packing.DENSEST))
            throw new IllegalArgumentException("packing fraction out of range: " + value + " is not in (0, 1.5]");
        Packing.requireRoom(sizes, value);
        fraction = value;
        pairs.scale(sizes.scale(value));
    }

    /** The typical overlap (a E/N)^(1/a), which vanishes linearly at jamming for either repulsion. */
    @Override
    public double residual(double[] x) {
        double exponent = repulsion.exponent();
        return Math.pow(exponent * energy(x) / sizes.particles(), 1.0 / exponent);
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
            double stress = -repulsion.slope(delta) * inverse[k] / r;
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
        return ContactGraph.of(this, x).contacts();
    }

    /** All translations, and the motions of each rattler. */
    @Override
    public double[][] zeroModes(double[] x) {
        int d = sizes.space();
        boolean[] loose = ContactGraph.of(this, x).rattlers();
        int rattlers = 0;
        for (boolean one : loose) if (one) rattlers++;
        double[][] modes = new double[d * (1 + rattlers)][x.length];
        for (int a = 0; a < d; a++) for (int i = a; i < x.length; i += d) modes[a][i] = 1.0;
        int next = d;
        for (int i = 0; i < loose.length; i++)
            if (loose[i]) for (int a = 0; a < d; a++) modes[next++][i * d + a] = 1.0;
        return modes;
    }

    /** What is told of a pair in contact: the two particles, the overlap delta, and V'(delta). */
    @FunctionalInterface
    interface Touching {
        void pair(int i, int j, double delta, double slope);
    }

    /** Tells of all pairs in contact. Not for hot loops. */
    void touching(double[] x, Touching told) {
        pairs.update(x);
        int d = way.length;
        for (int k = 0; k < pairs.count(); k++) {
            int i = pairs.first()[k];
            int j = pairs.second()[k];
            double delta = 1.0 - difference(x, i, j) * pairs.inverse()[k];
            if (delta > 0.0) told.pair(i / d, j / d, delta, repulsion.slope(delta));
        }
    }

    Sizes sizes() {
        return sizes;
    }

    /** How often the list of pairs was made. */
    long builds() {
        return pairs.builds();
    }

    /**
     * Independent and uniform. Particles of one size are then numbered along a curve that keeps neighbours together, so that what is near in space is near in memory; this
     * changes names only.
     */
    @Override
    public void randomise(double[] x, RandomGenerator random) {
        manifold.randomise(x, random);
        int d = sizes.space();
        Integer[] order = new Integer[sizes.particles()];
        long[] keys = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            keys[i] = place(x, i * d);
        }
        double[] drawn = x.clone();
        double[] radii = sizes.radii();
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && radii[to] == radii[from]) to++;
            Arrays.sort(order, from, to, (i, j) -> Long.compare(keys[i], keys[j]));
            for (int i = from; i < to; i++) System.arraycopy(drawn, order[i] * d, x, i * d, d);
            from = to;
        }
    }

    /** The number of a fine cell along a curve that interleaves the digits of its columns. */
    private long place(double[] x, int at) {
        long key = 0;
        for (int bit = 11; bit >= 0; bit--) {
            for (int a = 0; a < sizes.space(); a++) {
                int column = (int) (x[at + a] / sizes.length() * 4096.0);
                key = key << 1 | column >> bit & 1;
            }
        }
        return key;
    }
}
