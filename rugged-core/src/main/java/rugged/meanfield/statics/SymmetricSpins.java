package rugged.meanfield.statics;

import java.util.function.DoubleUnaryOperator;

/**
 * Replica-symmetric statics of two groups of Ising spins that are coupled by Gaussian numbers of variance J^2/sqrt(N1 N2), kappa = sqrt(N2/N1), n_a = N_a/N; with X1 = beta(J sqrt(kappa q2) z + h1) and
 * X2 = beta(J sqrt(q1/kappa) z + h2),
 *
 * <pre>
 * q_a = int Dz tanh^2 X_a
 * f   = -(beta J^2 sqrt(n1 n2)/2)(1 - q1)(1 - q2) - T sum_a n_a int Dz ln 2 cosh X_a
 * u   = -beta J^2 sqrt(n1 n2)(1 - q1 q2) - sum_a n_a h_a m_a,      m_a = int Dz tanh X_a
 * </pre>
 *
 * <p>stable where (beta J)^4 int Dz sech^4 X1 int Dz sech^4 X2 &lt; 1 (de Almeida and Thouless). The Sherrington-Kirkpatrick model in a field h is kappa = 1, h1 = h2 = h, q1 = q2 in all of these, its
 * stability (beta J)^2 int Dz sech^4 X &lt; 1 the root of the above. Numbers are right to 1e-12, q to 1e-9 near its transition.
 *
 * <p>Sherrington and Kirkpatrick (1975); Barra, Genovese and Guerra, J. Phys. A 44, 245002 (2011).
 *
 * @param first q1
 * @param second q2
 * @param freeEnergy f
 * @param energy u
 * @param instability the left-hand side of the last condition: below 1 where the replica-symmetric solution is stable
 */
public record SymmetricSpins(double first, double second, double freeEnergy, double energy, double instability) {
    private static final double LEAST = 1e-12;
    private static final double STRONGEST = 50;
    private static final double CLOSE = 1e-13;

    /**
     * The groups.
     *
     * @param kappa sqrt(N2/N1)
     * @param coupling J
     * @param field1 h1
     * @param field2 h2
     */
    public record Groups(double kappa, double coupling, double field1, double field2) {
        /** N1/N. */
        double n1() {
            return 1 / (1 + kappa * kappa);
        }

        /** sqrt(n1 n2). */
        double both() {
            return kappa * n1();
        }

        private Groups inField(double field) {
            return new Groups(kappa, coupling, field, field);
        }

        private double steepness() {
            return coupling * Math.sqrt(Math.max(kappa, 1 / kappa));
        }

        /** J sqrt(kappa q2), the width of the fields on the first group. */
        private double onFirst(double q2) {
            return coupling * Math.sqrt(kappa * q2);
        }

        private double onSecond(double q1) {
            return coupling * Math.sqrt(q1 / kappa);
        }
    }

    /** At a temperature above 0; without field the solution with q > 0 where there is one. */
    public static SymmetricSpins at(double temperature, Groups groups) {
        NormalGrid grid = new NormalGrid(groups.steepness() / temperature);
        return at(temperature, groups, grid);
    }

    private static SymmetricSpins at(double temperature, Groups groups, NormalGrid grid) {
        double beta = 1 / temperature;
        DoubleUnaryOperator second =
                q1 -> grid.mean(beta * groups.onSecond(q1), beta * groups.field2, NormalGrid::tanhSquared);
        DoubleUnaryOperator excess = q1 -> grid.mean(
                        beta * groups.onFirst(second.applyAsDouble(q1)), beta * groups.field1, NormalGrid::tanhSquared)
                - q1;
        boolean frozen = groups.field1 != 0 || groups.field2 != 0 || temperature < groups.coupling;
        double q1 = !frozen || excess.applyAsDouble(LEAST) <= 0
                ? 0
                // in a strong field q is 1 to the last digit
                : excess.applyAsDouble(1) >= 0 ? 1 : Roots.between(excess, LEAST, 1);
        double q2 = second.applyAsDouble(q1);
        double x1 = beta * groups.onFirst(q2);
        double x2 = beta * groups.onSecond(q1);
        double h1 = beta * groups.field1;
        double h2 = beta * groups.field2;
        double n1 = groups.n1();
        double n2 = 1 - n1;
        double square = beta * groups.coupling * groups.coupling * groups.both();
        double free = -0.5 * square * (1 - q1) * (1 - q2)
                - temperature
                        * (n1 * grid.mean(x1, h1, NormalGrid::logTwoCosh)
                                + n2 * grid.mean(x2, h2, NormalGrid::logTwoCosh));
        double energy = -square * (1 - q1 * q2)
                - n1 * groups.field1 * grid.mean(x1, h1, Math::tanh)
                - n2 * groups.field2 * grid.mean(x2, h2, Math::tanh);
        double instability = Math.pow(beta * groups.coupling, 4)
                * grid.mean(x1, h1, NormalGrid::sechFourth)
                * grid.mean(x2, h2, NormalGrid::sechFourth);
        return new SymmetricSpins(q1, q2, free, energy, instability);
    }

    /** The field on both groups in which the replica-symmetric solution becomes stable at a temperature (de Almeida and Thouless, 1978): 0 from T_c = J on. */
    public static double line(double temperature, Groups groups) {
        if (temperature >= groups.coupling) return 0;
        NormalGrid grid = new NormalGrid(groups.steepness() / temperature);
        double low = 0;
        double high = STRONGEST * groups.coupling;
        // by halves: the condition is smooth, but flat and steep by turns
        while (high - low > CLOSE * groups.coupling) {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) break;
            if (at(temperature, groups.inField(middle), grid).instability > 1) low = middle;
            else high = middle;
        }
        return 0.5 * (low + high);
    }
}
