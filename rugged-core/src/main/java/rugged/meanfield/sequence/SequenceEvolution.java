package rugged.meanfield.sequence;

import java.util.Arrays;
import java.util.Optional;
import rugged.num.FixedPointMixing;

/**
 * State evolution of a student of r units who minimises sum_mu l(y_mu, h_mu, w^T w/d) + (lambda/2) |w|^2, h_l = x_l w/sqrt(d), for d and n = alpha d to infinity. With the answers g of the {@link ProximalMap} to the {@link JointOutputs},
 *
 * <pre>
 *   q^ = alpha sum_l E[g_l g_l^T]      V^ = alpha sum_l E[-dg_l/domega_l]      Q^ = 2 alpha E[dl/dQ]
 *   m^ = alpha sum_l E[score_l g_l^T]  mean^ = alpha sum_l E[a_lk g_l]
 * </pre>
 *
 * <p>and weights of an eigenvalue s of the covariance of tokens, w = A(s) (s m^^T w' + mean^ u + sqrt(s) q^^{1/2} xi) with A(s) = (lambda + s V^ + Q^)^{-1},
 *
 * <pre>
 *   V = &lt;s A&gt;   m = &lt;s^2 m^ A&gt;   mean = &lt;A mean^&gt;   C(s) = A (s^2 m^^T m^ + mean^ mean^^T + s q^) A   q = &lt;s C&gt;   w^T w/d = &lt;C&gt;
 * </pre>
 *
 * <p>brackets being means over the d eigenvalues. The direction u is orthogonal to the teacher. What a loss sees of Q is taken at the last &lt;C&gt;, so that a fixed point is consistent. Exact for a convex loss; of another it is the replica-symmetric
 * fixed point that is reached from a start, which belongs to a minimum only as long as V^{-1} + l'' is positive and replica symmetry holds.
 *
 * <p>Source: Cui, arXiv:2409.13904, from which the equations for means, covariance and products of units were derived anew. Integrals of one number omega are good to 1e-10; others as {@link Found} says, and those over more than five numbers as scramblings of the points differ.
 */
public final class SequenceEvolution {
    private static final int COARSE = 1296;
    private static final int MIDDLE = 4096;
    private static final int FINE = 20736;
    private static final int MOST = 500;
    private static final int FEW = 60;
    private static final int DEPTH = 5;
    private static final double TOLERANCE = 1e-10;
    private static final double ROUGH = 1e-8;
    private static final double SEED = 1e-3;
    private static final double SHORTER = 0.5;
    private static final double LONGER = 1.05;
    private static final double SHORTEST = 0.01;
    private static final double FARTHEST = 0.3;
    private static final double LARGE_DECAY = 0.1;
    private static final double STEP = 0.1;
    /** V of a start in units of the variance: so small that losses which are not convex leave the proximal map one answer; where that leads nowhere, 1 is tried. */
    public static final double UNSURE = 0.1;

    private final SequenceLaw law;
    private final TokenLaw tokenLaw;
    private final UnitLoss loss;
    private final double decay;
    private final int scrambling;
    private final double[] values;
    private final double[] shares;

    /** @param decay lambda */
    public SequenceEvolution(SequenceLaw law, TokenLaw tokenLaw, UnitLoss loss, double decay) {
        this(law, tokenLaw, loss, decay, 0);
    }

    /**
     * @param decay lambda
     * @param scrambling which of the scramblings of the points of integration, where {@link #scrambled} says that there are several
     */
    public SequenceEvolution(SequenceLaw law, TokenLaw tokenLaw, UnitLoss loss, double decay, int scrambling) {
        this.scrambling = scrambling;
        this.law = law;
        this.tokenLaw = tokenLaw;
        this.loss = loss;
        this.decay = decay;
        double[] all = tokenLaw.eigenvalues(law.d());
        values = Arrays.stream(all).distinct().toArray();
        shares = new double[values.length];
        int at = 0;
        for (double value : all) {
            if (value != values[at]) at++;
            shares[at] += 1.0 / all.length;
        }
    }

    /**
     * A fixed point.
     *
     * @param overlaps there
     * @param training mean loss of the examples that are learnt from, without the penalty
     * @param iterations taken
     * @param coarser overlaps with a quarter of the points of integration: what they differ by is the error
     * @param error of the training loss, alike
     */
    public record Found(
            SequenceOverlaps overlaps, double training, int iterations, SequenceOverlaps coarser, double error) {
        /** The largest error of an overlap, beside 1. */
        public double distance() {
            return overlaps.distance(coarser);
        }
    }

    /** The overlaps of a start whose weights are hint w' + lean u + noise, of length 1 for each unit; each unit of the student has one of the teacher's, in turn. Less than a thousandth of either counts as that, since none at all would be none for ever where signs mean nothing. */
    public static SequenceOverlaps start(SequenceLaw law, TokenLaw tokens, double known, double leaning) {
        double hint = Math.max(known, SEED);
        double lean = Math.max(leaning, SEED);
        int r = law.student();
        int t = law.teacher();
        double s = tokens.variance();
        double[] m = new double[t * r];
        double[] mean = new double[r];
        double[] norm = new double[r * r];
        double[] v = new double[r * r];
        for (int k = 0; k < r; k++) {
            m[k % t * r + k] = hint * s;
            mean[k] = lean;
            for (int i = 0; i < r; i++) norm[i * r + k] = lean * lean + (i % t == k % t ? hint * hint : 0.0);
            norm[k * r + k] = 1.0;
            v[k * r + k] = UNSURE * s;
        }
        double[] q = norm.clone();
        for (int k = 0; k < q.length; k++) q[k] *= s;
        return new SequenceOverlaps(m, q, mean, norm, v);
    }

    /** Whether integrals are over so many numbers that their points are scrambled at random. */
    public boolean scrambled() {
        return outputs(COARSE).scrambled();
    }

    private JointOutputs outputs(int points) {
        return new JointOutputs(law, tokenLaw, loss, points, true, scrambling);
    }

    /** One iteration. */
    public SequenceOverlaps next(SequenceOverlaps now) {
        return weights(new Answers(now, FINE));
    }

    /** From a start until nothing moves, with few points of integration and then with more; empty where it does not come to rest. */
    public Optional<Found> from(SequenceOverlaps start) {
        Optional<Found> rough = iterate(start, COARSE, ROUGH);
        if (rough.isEmpty()) rough = iterate(start.unsure(1.0 / UNSURE), COARSE, ROUGH);
        if (rough.isEmpty()) return rough;
        Optional<Found> middle = refine(rough.get(), MIDDLE);
        if (middle.isEmpty()) return middle;
        Optional<Found> fine = refine(middle.get(), FINE);
        return fine.map(found -> new Found(
                found.overlaps,
                found.training,
                found.iterations,
                middle.get().overlaps,
                Math.abs(found.training - middle.get().training)));
    }

    /** The fixed point near another, by mixing what was tried: from a point that plain steps came to, so that it is not one that they would leave. */
    private Optional<Found> refine(Found near, int points) {
        double[] x = near.overlaps.flat();
        FixedPointMixing mixing = new FixedPointMixing(x.length, DEPTH);
        for (int k = 1; k <= FEW; k++) {
            SequenceOverlaps at = near.overlaps.filled(x);
            Answers answers = new Answers(at, points);
            SequenceOverlaps next = weights(answers);
            double change = next.distance(at);
            if (!Double.isFinite(change) || answers.held) break;
            if (change < TOLERANCE)
                return Optional.of(new Found(next, answers.training, near.iterations + k, next, 0.0));
            mixing.next(x, next.flat());
        }
        return iterate(near.overlaps, points, TOLERANCE);
    }

    /** The same from a larger decay downwards, for convex losses whose decay is small. */
    public Optional<Found> minimum() {
        SequenceOverlaps at = start(law, tokenLaw, 0.1, law.label() == SequenceLabel.CLUSTER ? 0.1 : SEED);
        for (double now = LARGE_DECAY; now > decay * (1.0 + 1e-9) && now > 1e-12; now *= STEP) {
            Optional<Found> found =
                    new SequenceEvolution(law, tokenLaw, loss, now, scrambling).iterate(at, COARSE, ROUGH);
            if (found.isEmpty()) return found;
            at = found.get().overlaps;
        }
        return from(at);
    }

    /**
     * Steps are shortened where one goes back on the one before, as along means that tokens share, and lengthened where it goes on. Of a loss that is not convex no step changes lengths or V by more than a part of them: from a start whose weights are much longer than those of the
     * minimum whole steps overshoot by factors and leave the minimum that it lies near.
     */
    private Optional<Found> iterate(SequenceOverlaps start, int points, double tolerance) {
        SequenceOverlaps at = start;
        double share = 1.0;
        double[] last = start.flat();
        java.util.Arrays.fill(last, 0.0);
        for (int k = 1; k <= MOST; k++) {
            Answers answers = new Answers(at, points);
            SequenceOverlaps next = weights(answers);
            double change = next.distance(at);
            if (!Double.isFinite(change)) return Optional.empty();
            if (change < tolerance && !answers.held)
                return Optional.of(new Found(next, answers.training, k, next, 0.0));
            share = at.goesBack(next, last) ? Math.max(SHORTEST, SHORTER * share) : Math.min(1.0, LONGER * share);
            at = at.towards(next, loss.convex() ? share : Math.min(share, FARTHEST / at.way(next)));
        }
        return Optional.empty();
    }

    /** The overlaps of the weights that answer so. */
    private SequenceOverlaps weights(Answers now) {
        int r = law.student();
        int t = law.teacher();
        SequenceOverlaps sum = new SequenceOverlaps(
                new double[t * r], new double[r * r], new double[r], new double[r * r], new double[r * r]);
        double[] pulls = SmallMatrix.product(SmallMatrix.transposed(now.pull, t, r), now.pull, r, t, r);
        for (int k = 0; k < values.length; k++) {
            double s = values[k];
            double[] a = new double[r * r];
            double[] core = new double[r * r];
            for (int i = 0; i < r; i++)
                for (int j = 0; j < r; j++) {
                    int at = i * r + j;
                    a[at] = (i == j ? decay : 0.0) + s * now.stiffness[at] + now.products[at];
                    core[at] = s * s * pulls[at] + now.mean[i] * now.mean[j] + s * now.square[at];
                }
            a = now.inverse(a);
            double[] norm = SmallMatrix.product(a, SmallMatrix.product(core, a, r, r, r), r, r, r);
            add(shares[k], norm, sum.norm());
            add(shares[k] * s, norm, sum.q());
            add(shares[k] * s, a, sum.v());
            add(shares[k] * s * s, SmallMatrix.product(now.pull, a, t, r, r), sum.m());
            add(shares[k], SmallMatrix.product(a, now.mean, r, r, 1), sum.mean());
        }
        return sum;
    }

    private static void add(double share, double[] what, double[] to) {
        for (int k = 0; k < to.length; k++) to[k] += share * what[k];
    }

    /** The averages over examples. */
    private final class Answers {
        final int r = law.student();
        final int t = law.teacher();
        final double[] square = new double[r * r];
        final double[] stiffness = new double[r * r];
        final double[] pull = new double[t * r];
        final double[] mean = new double[r];
        final double[] products = new double[r * r];
        double training;
        /** Whether the weights would have answered without end, as far from a minimum: they were held by more decay. */
        boolean held;

        Answers(SequenceOverlaps at, int points) {
            ProximalMap map = new ProximalMap(loss, law.tokens(), r);
            double[] inverse = SmallMatrix.inverse(at.v(), r);
            double[] slope = new double[law.tokens() * r];
            double[] one = new double[r * r];
            outputs(points).forEach(at, (weight, cluster, omega, y, score) -> {
                map.solve(y, omega, at.v(), inverse, at.norm());
                training += weight * loss.slopes(y, map.h, at.norm(), slope, one);
                add(weight * law.alpha(), cluster, map, score);
                if (loss.seesProducts())
                    for (int a = 0; a < one.length; a++) products[a] += 2.0 * weight * law.alpha() * one[a];
            });
        }

        /** The inverse of lambda + s V^ + Q^, with as much added to the diagonal as makes it positive. */
        double[] inverse(double[] of) {
            double scale = 0.0;
            for (int i = 0; i < r; i++) scale += Math.abs(of[i * r + i]);
            double[] inverse = SmallMatrix.inverse(of, r);
            for (double more = 0.1 * scale; !Double.isFinite(inverse[0]) && more < 1e300; more *= 2.0) {
                held = true;
                for (int i = 0; i < r; i++) of[i * r + i] += more;
                inverse = SmallMatrix.inverse(of, r);
            }
            return inverse;
        }

        private void add(double weight, int cluster, ProximalMap map, double[] score) {
            for (int a = 0; a < stiffness.length; a++) stiffness[a] += weight * map.stiffness[a];
            for (int l = 0; l < law.tokens(); l++) {
                double amplitude = tokenLaw.amplitude(l, law.tokens(), cluster);
                for (int k = 0; k < r; k++) {
                    double g = weight * map.g[l * r + k];
                    mean[k] += amplitude * g;
                    for (int i = 0; i < r; i++) square[i * r + k] += map.g[l * r + i] * g;
                    for (int a = 0; a < t; a++) pull[a * r + k] += score[l * t + a] * g;
                }
            }
        }
    }
}
