package rugged.meanfield.narrow;

import java.util.Optional;
import rugged.meanfield.binary.GaussianTail;
import rugged.num.FixedPointMixing;

/**
 * State evolution of a student of one unit who minimises sum_mu l(y_mu, w.x_mu/sqrt(d)) + (lambda/2) |w|^2, for d and n = alpha d to infinity, inputs standard normal:
 *
 * <pre>
 *   q^ = alpha E g^2     V^ = alpha E[-dg/domega]     m^ = alpha E[dg/dh*]
 *   V = 1/(lambda + V^)     m = m^ V     q = (m^^2 + q^) V^2
 * </pre>
 *
 * <p>omega ~ N(0, q), the teacher's output h* of variance V* = 1 - m^2/q around m omega/q, g the {@link MarginLoss#answer}. An iteration is a round of message passing on an instance, and the fixed point
 * is the minimum of the risk. With labels of signs, a = m omega/(q sqrt(V*)),
 *
 * <pre>E g^2 = 2 E Phi(a) g^2     E[-dg/domega] = 2 E Phi(a) (-g')     E[dg/dh*] = 2 E G(a) g/sqrt(V*)     training loss = 2 E Phi(a) l(1, omega + V g)</pre>
 *
 * <p>The ridge loss is closed: V solves lambda V + alpha V/(1 + V) = 1.
 *
 * <p>Source: Aubin, Krzakala, Lu and Zdeborova, NeurIPS 33, 12199 (2020), arXiv:2006.06560; Cui, arXiv:2409.13904.
 *
 * @param alpha examples for each weight
 * @param loss l
 * @param decay lambda
 * @param label signs, coins, or a mixture, y omega ~ N(snr m, q), m^ = alpha snr E[y g]; with the ridge loss also linear
 * @param noise standard deviation of linear labels; snr of a mixture
 */
public record RiskEvolution(double alpha, MarginLoss loss, double decay, TeacherLabel label, double noise) {
    private static final double SMALLEST = 1e-12;
    private static final int DEPTH = 6;
    private static final int PLAIN = 4;
    private static final int MOST = 2000;
    private static final double TOLERANCE = 1e-13;

    /** Below this decay the solution is followed from a larger one. */
    private static final double LARGE_DECAY = 0.1;

    private static final double STEP = 0.1;

    /** How far mixing may lead from the plain iteration, in artanh R and logarithms. */
    private static final double LEAP = 1.0;

    /** One iteration. */
    public StudentOverlaps next(StudentOverlaps now) {
        Sums sums = all(now);
        double v = 1.0 / (decay + sums.stiffness);
        double m = sums.pull * v;
        return new StudentOverlaps(m, (sums.pull * sums.pull + sums.square) * v * v, v);
    }

    /** alpha times the three averages; the training loss is a mean. */
    private record Sums(double square, double stiffness, double pull, double training) {}

    private Sums all(StudentOverlaps now) {
        if (loss == MarginLoss.RIDGE) return ridge(now);
        return label == TeacherLabel.MIXTURE ? clouds(now) : sums(now);
    }

    private Sums ridge(StudentOverlaps now) {
        double rest = 1.0 / (1.0 + now.v());
        if (label == TeacherLabel.MIXTURE) {
            double gap = 1.0 - noise * now.m();
            double square = (gap * gap + now.q()) * rest * rest;
            return new Sums(alpha * square, alpha * rest, alpha * noise * gap * rest, 0.5 * square);
        }
        double slope = // E y h*
                switch (label) {
                    case SIGN -> Math.sqrt(2.0 / Math.PI);
                    case RANDOM -> 0.0;
                    case LINEAR, ABS, MIXTURE -> 1.0;
                };
        double labels = label.classes() ? 1.0 : 1.0 + noise * noise; // E y^2
        double square = (labels - 2.0 * slope * now.m() + now.q()) * rest * rest;
        return new Sums(alpha * square, alpha * rest, alpha * slope * rest, 0.5 * square);
    }

    /** Of two clouds: y h is normal about snr m. */
    private Sums clouds(StudentOverlaps now) {
        double v = now.v();
        double root = Math.sqrt(Math.max(now.q(), SMALLEST));
        double middle = noise * now.m();
        double[] kinks = loss.kinks(v);
        for (int k = 0; k < kinks.length; k++) kinks[k] = (kinks[k] - middle) / root;
        Panels panels = new Panels(3.0 / Math.max(3.0, root), kinks);
        double square = 0.0;
        double stiffness = 0.0;
        double pull = 0.0;
        double training = 0.0;
        for (int k = 0; k < panels.z.length; k++) {
            double omega = middle + root * panels.z[k];
            double g = loss.answer(1.0, omega, v);
            double weight = panels.weights[k];
            square += weight * g * g;
            stiffness += weight * loss.stiffness(1.0, omega, v, g);
            pull += weight * g;
            training += weight * loss.value(1.0, omega + v * g);
        }
        return new Sums(alpha * square, alpha * stiffness, alpha * noise * pull, training);
    }

    /** Of signs, or of coins, which are signs of nothing. */
    private Sums sums(StudentOverlaps now) {
        double v = now.v();
        double root = Math.sqrt(Math.max(now.q(), SMALLEST));
        double left = Math.max(1.0 - now.m() * now.m() / (root * root), SMALLEST);
        boolean taught = label == TeacherLabel.SIGN;
        double steep = taught ? now.m() / (root * Math.sqrt(left)) : 0.0; // a = steep z
        double[] kinks = loss.kinks(v);
        for (int k = 0; k < kinks.length; k++) kinks[k] /= root;
        Panels panels = new Panels(Math.min(1.0 / Math.max(1.0, Math.abs(steep)), 3.0 / Math.max(3.0, root)), kinks);
        double square = 0.0;
        double stiffness = 0.0;
        double pull = 0.0;
        double training = 0.0;
        for (int k = 0; k < panels.z.length; k++) {
            double omega = root * panels.z[k];
            double a = steep * panels.z[k];
            double g = loss.answer(1.0, omega, v);
            double side = 2.0 * panels.weights[k] * GaussianTail.above(-a);
            square += side * g * g;
            stiffness += side * loss.stiffness(1.0, omega, v, g);
            if (taught) pull += 2.0 * panels.weights[k] * GaussianTail.density(a) * g;
            training += side * loss.value(1.0, omega + v * g);
        }
        return new Sums(alpha * square, alpha * stiffness, alpha * pull / Math.sqrt(left), training);
    }

    /** Mean loss of an example that was learnt from, without the penalty. */
    public double trainingLoss(StudentOverlaps at) {
        return all(at).training;
    }

    /** How often a class is wrong, or the mean square error of a new output without noise. */
    public double error(StudentOverlaps at) {
        return switch (label) {
            case SIGN -> at.signError();
            case RANDOM -> 0.5;
            case MIXTURE -> GaussianTail.above(noise * at.cosine());
            case LINEAR, ABS -> 1.0 - 2.0 * at.m() + at.q();
        };
    }

    /** The fixed point; empty where there is none, since a decay of 0 leaves a student on separable examples no end. */
    public Optional<StudentOverlaps> fixedPoint() {
        StudentOverlaps at = new StudentOverlaps(0.1, 0.5, 1.0);
        double first = Math.max(decay, LARGE_DECAY);
        for (double now = first; now > decay * (1.0 + 1e-9) && now > SMALLEST; now *= STEP) {
            Optional<StudentOverlaps> found = with(now).from(at);
            if (found.isEmpty()) return found;
            at = found.get();
        }
        return from(at);
    }

    private RiskEvolution with(double otherDecay) {
        return new RiskEvolution(alpha, loss, otherDecay, label, noise);
    }

    /** In the variables artanh R, log q, log V, in which all of the plane is allowed. */
    private Optional<StudentOverlaps> from(StudentOverlaps start) {
        StudentOverlaps at = start;
        for (int k = 0; k < PLAIN; k++) at = next(at);
        FixedPointMixing mixing = new FixedPointMixing(3, DEPTH);
        double[] x = new double[3];
        double[] g = new double[3];
        write(at, x);
        for (int k = 0; k < MOST; k++) {
            at = read(x);
            write(next(at), g);
            double change = mixing.next(x, g);
            if (!Double.isFinite(change)) return Optional.empty();
            if (change < TOLERANCE) return Optional.of(read(g));
            if (far(x, g)) {
                // an extrapolation to where nothing is: on from the plain iteration
                System.arraycopy(g, 0, x, 0, x.length);
                mixing = new FixedPointMixing(3, DEPTH);
            }
        }
        return Optional.empty();
    }

    private static boolean far(double[] x, double[] g) {
        for (int i = 0; i < x.length; i++) if (!(Math.abs(x[i] - g[i]) < LEAP)) return true;
        return false;
    }

    private static void write(StudentOverlaps at, double[] x) {
        double r = at.cosine();
        x[0] = 0.5 * Math.log1p(2.0 * r / (1.0 - r));
        x[1] = Math.log(at.q());
        x[2] = Math.log(at.v());
    }

    private static StudentOverlaps read(double[] x) {
        double q = Math.exp(x[1]);
        return new StudentOverlaps(Math.tanh(x[0]) * Math.sqrt(q), q, Math.exp(x[2]));
    }
}
