package rugged.meanfield.statics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import rugged.num.spectral.Tridiagonal;

/**
 * Replica-symmetric statics of L layers of Ising spins whose neighbouring layers are coupled by J0/n and Gaussian numbers of variance J^2/n, for n to infinity; with m_0 = m_{L+1} = q_0 = q_{L+1} = 0 and
 * X_l = beta(h + J0 (m_{l-1} + m_{l+1}) + J sqrt(q_{l-1} + q_{l+1}) z),
 *
 * <pre>
 * m_l = int Dz tanh X_l,  q_l = int Dz tanh^2 X_l
 * f   = (1/L) [sum_l (J0 m_l m_{l+1} - (beta J^2/2)(1 - q_l)(1 - q_{l+1})) - T sum_l int Dz ln 2 cosh X_l]
 * u   = -(1/L) [sum_l (J0 m_l m_{l+1} + beta J^2 (1 - q_l q_{l+1})) + h sum_l m_l]
 * </pre>
 *
 * <p>Without random part (J = 0) this is naive mean field, which is then exact. It is stable against breaking of the symmetry of replicas where the largest eigenvalue of the matrix with
 * beta^2 J^2 sqrt(c_l c_{l+1}) beside its diagonal, c_l = int Dz sech^4 X_l, is below 1 (the chain of susceptibilities from layer to layer). Around m = q = 0 both maps are matrices of a path of L
 * points, of largest eigenvalue 2 cos(pi/(L+1)).
 *
 * <p>Solved by m &lt;- (m + f(m))/2 until nothing changes by 1e-12, or for 2e5 rounds (2e4 with a random part): {@link #change} says how far it came, which close to a transition is not that far.
 *
 * @param magnetisations m_l [L]
 * @param overlaps q_l [L]
 * @param freeEnergy f
 * @param energy u
 * @param instability the largest eigenvalue
 * @param change the largest change of the last round
 * @param rounds how many there were
 */
public record LayeredStatics(
        double[] magnetisations,
        double[] overlaps,
        double freeEnergy,
        double energy,
        double instability,
        double change,
        int rounds) {
    private static final double DAMPING = 0.5;
    private static final double CLOSE = 1e-12;
    private static final int MOST = 200_000;
    private static final int MOST_RANDOM = 20_000;

    /**
     * The layers.
     *
     * @param layers L
     * @param mean J0
     * @param coupling J
     * @param field h
     */
    public record Net(int layers, double mean, double coupling, double field) {
        /** 2 cos(pi/(L+1)): L = 2 has 1, many layers 2. */
        public double path() {
            return 2 * Math.cos(Math.PI / (layers + 1));
        }

        /** Where the paramagnet without field becomes unstable towards a ferromagnet: T = 2 J0 cos(pi/(L+1)), for J0 from 0 on. */
        public double ferromagnetic() {
            return mean * path();
        }

        /** Where it becomes unstable towards a glass: T = J sqrt(2 cos(pi/(L+1))). */
        public double glassy() {
            return coupling * Math.sqrt(path());
        }
    }

    /**
     * The solution that is reached at a temperature.
     *
     * @param start m_l and q_l of all layers at the beginning, 1 for all up
     */
    public static LayeredStatics at(double temperature, Net net, double start) {
        return new Iteration(temperature, net).from(start);
    }

    /** The mean over layers of m_l. */
    public double magnetisation() {
        return Arrays.stream(magnetisations).average().orElse(Double.NaN);
    }

    /** The mean over layers of q_l. */
    public double overlap() {
        return Arrays.stream(overlaps).average().orElse(Double.NaN);
    }

    /** The highest temperature at which naive mean field of equal couplings has a magnetisation above a least one, by halves; none between the two. */
    public static OptionalDouble onset(Net net, double low, double high, double least, double width) {
        if (at(low, net, 1).magnetisation() < least || at(high, net, 1).magnetisation() >= least)
            return OptionalDouble.empty();
        double below = low;
        double above = high;
        while (above - below > width) {
            double middle = 0.5 * (below + above);
            if (at(middle, net, 1).magnetisation() >= least) below = middle;
            else above = middle;
        }
        return OptionalDouble.of(0.5 * (below + above));
    }

    /** The equations at one temperature. */
    private static final class Iteration {
        private final double beta;
        private final Net net;
        private final NormalGrid grid;
        private final double[] m;
        private final double[] q;

        Iteration(double temperature, Net net) {
            beta = 1 / temperature;
            this.net = net;
            grid = new NormalGrid(beta * net.coupling * Math.sqrt(2));
            m = new double[net.layers];
            q = new double[net.layers];
        }

        LayeredStatics from(double start) {
            int layers = net.layers;
            double[] nextM = new double[layers];
            double[] nextQ = new double[layers];
            Arrays.fill(m, start);
            Arrays.fill(q, start);
            double change = Double.POSITIVE_INFINITY;
            int rounds = 0;
            int most = net.coupling == 0 ? MOST : MOST_RANDOM;
            while (change >= CLOSE && rounds < most) {
                change = 0;
                for (int l = 0; l < layers; l++) {
                    nextM[l] = mean(l, Math::tanh);
                    nextQ[l] = net.coupling == 0 ? nextM[l] * nextM[l] : mean(l, NormalGrid::tanhSquared);
                }
                for (int l = 0; l < layers; l++) {
                    change = Math.max(change, Math.max(Math.abs(nextM[l] - m[l]), Math.abs(nextQ[l] - q[l])));
                    m[l] += DAMPING * (nextM[l] - m[l]);
                    q[l] += DAMPING * (nextQ[l] - q[l]);
                }
                rounds++;
            }
            return result(change, rounds);
        }

        /** int Dz function(X_l). */
        private double mean(int l, DoubleUnaryOperator function) {
            double magnetisation = beside(m, l);
            double offset = beta * (net.field + net.mean * magnetisation);
            if (net.coupling == 0) return function.applyAsDouble(offset);
            return grid.mean(beta * net.coupling * Math.sqrt(beside(q, l)), offset, function);
        }

        private double beside(double[] of, int l) {
            return (l > 0 ? of[l - 1] : 0) + (l + 1 < of.length ? of[l + 1] : 0);
        }

        private LayeredStatics result(double change, int rounds) {
            int layers = net.layers;
            double square = beta * net.coupling * net.coupling;
            double free = 0;
            double energy = 0;
            double[] chain = new double[layers];
            double[] curvature = new double[layers];
            for (int l = 0; l < layers; l++) {
                free -= mean(l, NormalGrid::logTwoCosh) / beta;
                energy -= net.field * m[l];
                curvature[l] = mean(l, NormalGrid::sechFourth);
                if (l == 0) continue;
                free += net.mean * m[l] * m[l - 1] - 0.5 * square * (1 - q[l]) * (1 - q[l - 1]);
                energy -= net.mean * m[l] * m[l - 1] + square * (1 - q[l] * q[l - 1]);
                chain[l - 1] = beta * square * Math.sqrt(curvature[l] * curvature[l - 1]);
            }
            double[] eigenvalues = Tridiagonal.values(new double[layers], chain);
            double instability = Arrays.stream(eigenvalues).max().orElse(Double.NaN);
            return new LayeredStatics(
                    m.clone(), q.clone(), free / layers, energy / layers, instability, change, rounds);
        }
    }
}
