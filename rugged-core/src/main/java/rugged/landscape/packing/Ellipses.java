package rugged.landscape.packing;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Contacts;
import rugged.api.model.Driven;
import rugged.api.model.ParticleLandscape;
import rugged.geometry.EllipsePair;
import rugged.geometry.Manifold;

/**
 * Ellipses in a periodic box: coordinates (x, y, theta) of each. A pair with contact function F below 1 costs V(1 - sqrt F). The list of pairs is that of the discs around
 * them, and scratch: results do not depend on it.
 */
final class Ellipses implements Driven, ContactLandscape, ParticleLandscape, PairTouching {
    private final Sizes sizes;
    private final double aspect;
    private final Contact contact;
    private final Repulsion repulsion;
    private final Manifold manifold;
    private final Neighbours pairs;
    private final EllipsePair pair;
    private final double[] centres;
    private final double[] shapes;
    private final double[] scratch;
    private final double inverseLength;
    private double fraction;
    private double scale;
    private double wayX;
    private double wayY;
    private double start;

    /** @param sizes with the long semi-axes as radii */
    Ellipses(Sizes sizes, double aspect, Contact contact, Repulsion repulsion, double fraction) {
        this.sizes = sizes;
        this.aspect = aspect;
        this.contact = contact;
        this.repulsion = repulsion;
        this.fraction = fraction;
        manifold = Manifold.periodic(sizes.length(), sizes.length(), Math.PI);
        scale = sizes.scale(fraction);
        pairs = new Neighbours(sizes, scale);
        pair = new EllipsePair(contact == Contact.PERRAM_WERTHEIM);
        centres = new double[2 * sizes.particles()];
        shapes = new double[3 * sizes.particles()];
        scratch = new double[dimension()];
        inverseLength = 1.0 / sizes.length();
    }

    @Override
    public int dimension() {
        return 3 * sizes.particles();
    }

    @Override
    public int freedoms() {
        return 3;
    }

    @Override
    public int coordinatesOfBody() {
        return 3;
    }

    /** Mass 1; about the centre (a^2 + b^2)/4, as of a uniform plate. */
    @Override
    public double inertia(int coordinate) {
        if (coordinate % 3 < 2) return 1.0;
        double longer = scale * sizes.radii()[coordinate / 3];
        double shorter = longer / aspect;
        return 0.25 * (longer * longer + shorter * shorter);
    }

    @Override
    public double extent() {
        return sizes.particles();
    }

    @Override
    public Manifold manifold() {
        return manifold;
    }

    @Override
    public Sizes sizes() {
        return sizes;
    }

    @Override
    public double control() {
        return fraction;
    }

    @Override
    public void control(double value) {
        sizes.require(value);
        fraction = value;
        scale = sizes.scale(value);
        pairs.scale(scale);
    }

    @Override
    public double residual(double[] x) {
        return repulsion.overlap(energy(x) / sizes.particles());
    }

    @Override
    public Ellipses fork() {
        return new Ellipses(sizes, aspect, contact, repulsion, fraction);
    }

    @Override
    public double energy(double[] x) {
        return energyAndGradient(x, scratch);
    }

    /** Centres, pairs and shapes of a state; shapes are those of the diameters at scale 1. */
    private void take(double[] x) {
        double[] radii = sizes.radii();
        for (int i = 0; i < radii.length; i++) {
            centres[2 * i] = x[3 * i];
            centres[2 * i + 1] = x[3 * i + 1];
            double longer = radii[i] * radii[i];
            EllipsePair.shape(longer, longer / (aspect * aspect), x[3 * i + 2], shapes, 3 * i);
        }
        pairs.update(centres);
    }

    /** Evaluates the k-th pair, unless even the discs around it are apart; returns whether it overlaps. */
    private boolean overlaps(int k) {
        double square = way(pairs, k);
        double inverse = pairs.inverse()[k];
        if (!(square * inverse * inverse < 1.0)) return false;
        take(pairs, k);
        if (pair.apart(wayX / scale, wayY / scale, start)) return false;
        pair.evaluate(wayX / scale, wayY / scale, start);
        return pair.value() < 1.0;
    }

    /** The way between two centres, and its square. */
    private double way(Neighbours list, int k) {
        int i = list.first()[k];
        int j = list.second()[k];
        wayX = centres[j] - centres[i];
        wayY = centres[j + 1] - centres[i + 1];
        wayX -= sizes.length() * Math.rint(wayX * inverseLength);
        wayY -= sizes.length() * Math.rint(wayY * inverseLength);
        return wayX * wayX + wayY * wayY;
    }

    /** Shapes of a pair, and where its contact is looked for first. */
    private void take(Neighbours list, int k) {
        int one = list.first()[k] >> 1;
        int two = list.second()[k] >> 1;
        double[] radii = sizes.radii();
        pair.shapes(shapes, 3 * one, 3 * two);
        start = radii[one] / (radii[one] + radii[two]);
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        take(x);
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int k = 0; k < pairs.count(); k++) {
            if (!overlaps(k)) continue;
            int i = 3 * (pairs.first()[k] >> 1);
            int j = 3 * (pairs.second()[k] >> 1);
            double mu = Math.sqrt(pair.value());
            double delta = 1.0 - mu;
            sum += repulsion.energy(delta);
            double first = -repulsion.slope(delta) / (2.0 * mu);
            double fx = first * pair.slopeX() / scale;
            double fy = first * pair.slopeY() / scale;
            g[i] -= fx;
            g[i + 1] -= fy;
            g[i + 2] += first * pair.slopeFirst();
            g[j] += fx;
            g[j + 1] += fy;
            g[j + 2] += first * pair.slopeSecond();
        }
        return sum;
    }

    /** Of each pair E'' (F'.v) F' + E' F'' v, with dE/dF = -V'/(2 mu) and d2E/dF2 = V''/(4 mu^2) + V'/(4 mu^3), mu = sqrt F. */
    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        product(x, v, hv, 1.0);
    }

    /** V''/(4 mu^2) (F'.v) F' of each pair, which is V'' (delta'.v) delta'. */
    @Override
    public void unstressedVector(double[] x, double[] v, double[] hv) {
        product(x, v, hv, 0.0);
    }

    /** @param stressed 1 with the pre-stress, 0 without */
    private void product(double[] x, double[] v, double[] hv, double stressed) {
        take(x);
        Arrays.fill(hv, 0.0);
        for (int k = 0; k < pairs.count(); k++) {
            if (!overlaps(k)) continue;
            int i = 3 * (pairs.first()[k] >> 1);
            int j = 3 * (pairs.second()[k] >> 1);
            double mu = Math.sqrt(pair.value());
            double delta = 1.0 - mu;
            double slope = stressed * repulsion.slope(delta);
            double first = -slope / (2.0 * mu);
            double second = repulsion.curvature(delta) / (4.0 * mu * mu) + slope / (4.0 * mu * mu * mu);
            double dx = (v[j] - v[i]) / scale;
            double dy = (v[j + 1] - v[i + 1]) / scale;
            pair.along(dx, dy, v[i + 2], v[j + 2]);
            double along = second
                    * (pair.slopeX() * dx
                            + pair.slopeY() * dy
                            + pair.slopeFirst() * v[i + 2]
                            + pair.slopeSecond() * v[j + 2]);
            double px = (along * pair.slopeX() + first * pair.bendX()) / scale;
            double py = (along * pair.slopeY() + first * pair.bendY()) / scale;
            hv[i] -= px;
            hv[i + 1] -= py;
            hv[i + 2] += along * pair.slopeFirst() + first * pair.bendFirst();
            hv[j] += px;
            hv[j + 1] += py;
            hv[j + 2] += along * pair.slopeSecond() + first * pair.bendSecond();
        }
    }

    @Override
    public void touching(double[] x, Told told) {
        take(x);
        for (int k = 0; k < pairs.count(); k++) {
            if (!overlaps(k)) continue;
            double mu = Math.sqrt(pair.value());
            double slope = repulsion.slope(1.0 - mu);
            double force = slope / (2.0 * mu) * Math.hypot(pair.slopeX(), pair.slopeY()) / scale;
            told.pair(pairs.first()[k] >> 1, pairs.second()[k] >> 1, 1.0 - mu, slope, force);
        }
    }

    /** What a gradient at x takes. A pass of its own: the loop that matters counts nothing. */
    EllipseCount count(double[] x) {
        take(x);
        int near = 0;
        int iterated = 0;
        int touching = 0;
        long steps = 0;
        for (int k = 0; k < pairs.count(); k++) {
            double square = way(pairs, k);
            double inverse = pairs.inverse()[k];
            if (!(square * inverse * inverse < 1.0)) continue;
            near++;
            take(pairs, k);
            if (pair.apart(wayX / scale, wayY / scale, start)) continue;
            iterated++;
            steps += pair.steps(wayX / scale, wayY / scale, start);
            pair.evaluate(wayX / scale, wayY / scale, start);
            if (pair.value() < 1.0) touching++;
        }
        return new EllipseCount(pairs.count(), near, iterated, touching, steps);
    }

    @Override
    public Contacts contacts(double[] x) {
        return new ContactGraph(this, x).contacts();
    }

    @Override
    public long[] violated(double[] x) {
        return new ContactGraph(this, x).pairs();
    }

    /** mu - 1, mu the factor by which two ellipses have to be scaled to touch. */
    @Override
    public double[] gaps(double[] x) {
        take(x);
        // a list of this very state: one of an earlier state holds all contacts, and not all gaps
        Neighbours near = new Neighbours(sizes, scale);
        near.update(centres);
        ContactGraph graph = new ContactGraph(this, x);
        double[] gaps = new double[near.count()];
        int count = 0;
        for (int k = 0; k < near.count(); k++) {
            way(near, k);
            take(near, k);
            pair.evaluate(wayX / scale, wayY / scale, start);
            double gap = Math.sqrt(pair.value()) - 1.0;
            boolean bear = graph.bear(near.first()[k] >> 1, near.second()[k] >> 1);
            if (gap > 0.0 && gap < near.reach() && bear) gaps[count++] = gap;
        }
        return Arrays.copyOf(gaps, count);
    }

    @Override
    public int space() {
        return 2;
    }

    @Override
    public double[] box() {
        return sizes.sides();
    }

    @Override
    public double[] semiAxes(int particle) {
        double longer = scale * sizes.radii()[particle];
        return new double[] {longer, longer / aspect};
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

    /** Independent and uniform, numbered along a curve. */
    @Override
    public void randomise(double[] x, RandomGenerator random) {
        manifold.randomise(x, random);
        sizes.along(x, 3);
    }
}
