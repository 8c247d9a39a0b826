package rugged.api;

import java.util.List;

/** Quantities that both observables and theories speak of. */
public final class Quantities {
    private Quantities() {}

    private static final List<String> ONE_TIME = List.of("t");
    private static final List<String> TWO_TIMES = List.of("t", "tw");

    /** Energy per degree of freedom. */
    public static final Quantity ENERGY =
            new Quantity("e", "e", "J", ONE_TIME, "energy divided by the model's extent: H/N for an extensive energy");

    /** Mean spin. */
    public static final Quantity MAGNETISATION =
            new Quantity("m", "m", "", ONE_TIME, "mean of the coordinates of a state, with its sign");

    /** Lagrange multiplier of the spherical constraint. */
    public static final Quantity MULTIPLIER = new Quantity(
            "mu", "\u03bc", "J", ONE_TIME, "\u03bc = -(x \u00b7 \u2207H)/N, the force that keeps x on the sphere");

    /** Squared gradient norm per degree of freedom. */
    public static final Quantity GRADIENT_NORM = new Quantity(
            "g2", "|\u2207H|^{2}/N", "J^{2}", ONE_TIME, "squared length, over N, of the gradient in the tangent space");

    /** Two-time correlation. */
    public static final Quantity CORRELATION =
            new Quantity("C", "C(t, t_{w})", "", TWO_TIMES, "x(t_{w}) \u00b7 x(t) / N");

    /** Mean-square displacement. */
    public static final Quantity DISPLACEMENT =
            new Quantity("msd", "\u0394(t, t_{w})", "", TWO_TIMES, "|x(t) - x(t_{w})|^{2} / N");

    /** The displacement that is set against the noise. */
    public static final Quantity NOISE_MOVED = new Quantity(
            "moved",
            "\u0394(t, t_{w})",
            "",
            TWO_TIMES,
            "mean-square displacement of the states whose noise at t_{w} is known");

    /** What the noise of one step makes of it. */
    public static final Quantity NOISE_STEP = new Quantity(
            "D_tw",
            "D(t_{w})",
            "",
            TWO_TIMES,
            "mean-square displacement by one step of free noise at t_{w}, \u03b7^{2} f tr C/N + 2\u03b7T M/N");

    /** Displacement over noise. */
    public static final Quantity NOISE_SCALED = Quantity.ratio(
            "msd_D",
            "\u0394(t, t_{w})/D(t_{w})",
            "",
            NOISE_MOVED,
            NOISE_STEP,
            "mean-square displacement over that of one step of free noise at t_{w}, D = \u03b7^{2} f tr C/N +"
                    + " 2\u03b7T, mean over mean");

    /** Memory of the start. */
    public static final Quantity MEMORY = new Quantity("C0", "C(t, 0)", "", ONE_TIME, "x(0) \u00b7 x(t) / N");

    /** Integrated response. */
    public static final Quantity RESPONSE = new Quantity(
            "chi",
            "\u03c7(t, t_{w})",
            "1/J",
            TWO_TIMES,
            "response at t, per field, to a random field h r switched on at t_{w} and kept: r \u00b7 \u03b4x(t) / (N"
                    + " h), r_{i} = \u00b11");

    /** What the fluctuation-dissipation theorem makes 1. */
    public static final Quantity FLUCTUATION_DISSIPATION = new Quantity(
            "fdt",
            "T \\chi + C",
            "",
            TWO_TIMES,
            "T \\chi(t, t_{w}) + C(t, t_{w}) / C(t_{w}, t_{w}) in a bath of temperature T: 1 in equilibrium, less when"
                    + " the response falls short");

    /** What the effective temperature has above its line. */
    public static final Quantity HALF_DISPLACEMENT = new Quantity(
            "msd_half",
            "\u0394(t, t_{w})/2",
            "",
            TWO_TIMES,
            "half of the mean-square displacement of the states whose response is measured");

    /** Effective temperature. */
    public static final Quantity EFFECTIVE_TEMPERATURE = Quantity.ratio(
            "T_eff",
            "T_{eff}(t, t_{w})",
            "J",
            HALF_DISPLACEMENT,
            RESPONSE,
            "\u0394(t, t_{w})/(2 \u03c7(t, t_{w})), mean over mean: T of the bath in equilibrium");

    /** Overlap of two replicas. */
    public static final Quantity REPLICA_OVERLAP =
            new Quantity("q", "q", "", ONE_TIME, "x^{a} \u00b7 x^{b} / N for two replicas in the same disorder");

    /** Spins in the 2-core of constraints. */
    public static final Quantity CORE_SPINS =
            new Quantity("core_spins", "n_{core}", "", ONE_TIME, "share of the spins that stand in the core");

    /** Constraints in it. */
    public static final Quantity CORE_CONSTRAINTS =
            new Quantity("core_constraints", "m_{core}", "", ONE_TIME, "constraints of the core for each spin");

    /** Where a residual of violations vanishes. */
    public static final Quantity JAMMING_THRESHOLD = new Quantity(
            "threshold",
            "a*",
            "",
            ONE_TIME,
            "control at which the residual of the last two minima extrapolates to 0: phi_J of a packing, sigma_J of a"
                    + " perceptron");

    /** The control of each minimum, or plateau, of a landscape that is driven. */
    public static final Quantity CONTROL = new Quantity(
            "control", "a", "", List.of("k"), "control of the k-th minimum that was kept, or of the k-th plateau");

    /** What is left of violations there. */
    public static final Quantity RESIDUAL = new Quantity(
            "residual",
            "r",
            "",
            List.of("k"),
            "residual of the k-th minimum that was kept: (a E/N)^{1/a} for an energy of violations to the power a");

    /** Columns of {@link #PARTICLES}. */
    public static final int PARTICLE_COLUMNS = 7;

    /** Particles, row by row. */
    public static final Quantity PARTICLES = Quantity.array(
            "particles",
            "r_{i}",
            "",
            List.of("t"),
            List.of("particle", "column"),
            "x, y, z, angle, longer and shorter semi-axis, contacts of each particle");

    /** The box around them. */
    public static final Quantity BOX = Quantity.array(
            "box", "L_{a}", "", List.of("t"), List.of("axis"), "side of the periodic box along x, y, z; 0 where open");

    /** Contacts of a body. */
    public static final Quantity COORDINATION = new Quantity(
            "coordination",
            "z",
            "",
            ONE_TIME,
            "contacts of a body that bears load: 2 N_c/(N - N_r) of particles, N_c/N of patterns; NaN where nothing"
                    + " bears load");

    /** Specific heat. */
    public static final Quantity SPECIFIC_HEAT = new Quantity(
            "c", "c", "", ONE_TIME, "var(E)/(M T^{2}) over the samples up to t, M degrees of freedom: d<E>/dT/M");

    /** Spin-glass susceptibility. */
    public static final Quantity OVERLAP_SUSCEPTIBILITY = new Quantity(
            "chi_sg", "\\chi_{SG}", "", ONE_TIME, "N <q^{2}>, q the overlap of two replicas in the same disorder");

    /** What the marginals of an inference know. */
    public static final Quantity MARGINAL_OVERLAP = new Quantity(
            "q_m",
            "q",
            "",
            ONE_TIME,
            "(1/N) sum m_{i}^{2}, m_{i} the mean of unknown i or of a variable +-1: overlap of two samples");

    /** What they know of a planted state. */
    public static final Quantity PLANTED_OVERLAP = new Quantity(
            "R_m", "R", "", ONE_TIME, "(1/N) sum m_{i} w_{i}, w the signs of the planted state: 1 where it is found");

    /** log Z of messages. */
    public static final Quantity MESSAGE_ENTROPY = new Quantity(
            "phi",
            "\u03c6",
            "",
            ONE_TIME,
            "log Z/N, -F/N of Bethe's free energy: the entropy of solutions where no violation is allowed");

    /** How errors of messages grow. */
    public static final Quantity DIVERGENCE_RATE = new Quantity(
            "lambda",
            "\u03bb",
            "",
            ONE_TIME,
            "factor by which a round of messages multiplies the mean square of a small perturbation");

    /** Density of the means of an inference. */
    public static final Quantity MARGINAL_DENSITY = new Quantity(
            "P_m",
            "P(m)",
            "",
            List.of("t", "m"),
            "density of the means m of variables of +-1, of integral 1 over [-1, 1]; m in the middle of a bin");

    /** How many solutions there are. */
    public static final Quantity SOLUTIONS = new Quantity(
            "solutions", "Z", "", List.of(), "number of configurations of energy 0; theory: its mean over disorder");

    private static final List<String> ON_PLATEAU = List.of("T_k");

    /** Energy at the end of a plateau of temperature. */
    public static final Quantity PLATEAU_ENERGY = new Quantity(
            "e_plateau",
            "e",
            "J",
            ON_PLATEAU,
            "energy over the extent in the second half of the plateau of temperature T");

    /** Entropy from energies of plateaus. */
    public static final Quantity PLATEAU_ENTROPY = new Quantity(
            "s_plateau", "s", "", ON_PLATEAU, "entropy for each unit, from infinite temperature down to T");

    private static final List<String> ON_LADDER = List.of("t", "T_k");

    /** Energy at each temperature of a ladder. */
    public static final Quantity LADDER_ENERGY =
            new Quantity("e_T", "e", "J", ON_LADDER, "mean of the energy over the extent in (t/2, t] at temperature T");

    /** Spin-glass susceptibility at each temperature of a ladder. */
    public static final Quantity LADDER_SUSCEPTIBILITY = new Quantity(
            "chi_T", "\\chi_{SG}", "", ON_LADDER, "N <q^{2}>, q the overlap of two replicas at temperature T");

    private static final List<String> OVERLAP_ON_LADDER = List.of("t", "T_k", "q");

    /** Density of overlaps at each temperature of a ladder. */
    public static final Quantity LADDER_OVERLAPS = new Quantity(
            "P_T",
            "P(|q|)",
            "",
            OVERLAP_ON_LADDER,
            "density of |q| of two replicas at temperature T in (t/2, t], of integral 1 over [0, 1]; q in the middle"
                    + " of a bin");

    /** Distribution function of overlaps at each temperature of a ladder. */
    public static final Quantity LADDER_SHARE = new Quantity(
            "x_T",
            "x(q)",
            "",
            OVERLAP_ON_LADDER,
            "share of pairs of replicas at temperature T in (t/2, t] with |q| below q, the upper end of a bin; at q by"
                    + " half");

    /** Triangles of three replicas at each temperature of a ladder. */
    public static final Quantity LADDER_GAP = new Quantity(
            "gap_T",
            "<q_{mid} - q_{min}>",
            "",
            List.of("t", "T_k"),
            "difference of the two smaller overlaps of three replicas at temperature T, in (t/2, t]");

    /** Magnetisation at each temperature of a ladder. */
    public static final Quantity LADDER_MAGNETISATION = new Quantity(
            "m_abs_T",
            "<|m|>",
            "",
            ON_LADDER,
            "mean of |m| in (t/2, t] at temperature T, m = sum_i s_{i}/N; theory: m for N to infinity");

    /** Binder cumulant at each temperature of a ladder. */
    public static final Quantity LADDER_BINDER = new Quantity(
            "g_T", "g", "", List.of("T_k"), "(3 - [<q^{4}>]/[<q^{2}>]^{2})/2, averages over the disorder in [ ]");

    /** Energy of the inherent structure. */
    public static final Quantity INHERENT_ENERGY = new Quantity(
            "e_IS",
            "e_{IS}",
            "J",
            ONE_TIME,
            "energy, divided by the extent, of the minimum that a quench from x(t) reaches");

    /** Density of eigenvalues of the Hessian. */
    public static final Quantity HESSIAN_DENSITY = new Quantity(
            "rho",
            "\u03c1(\u03bb)",
            "",
            List.of("t", "lambda"),
            "density of eigenvalues of the Hessian, smoothed, of integral 1");

    /** How many minima. */
    public static final Quantity KNOWN_MINIMA =
            new Quantity("known_minima", "minima", "", List.of(), "number of distinct minima found");

    /** How many transition states. */
    public static final Quantity KNOWN_SADDLES = new Quantity(
            "known_saddles",
            "transition states",
            "",
            List.of(),
            "number of distinct transition states found, degenerate ones too");

    /** Where minima lie. */
    public static final Quantity MEAN_MINIMUM = new Quantity(
            "mean_minimum",
            "e_{min}",
            "energy",
            List.of(),
            "mean energy of minima divided by the number of coordinates, all minima of all samples alike");

    /** Where transition states lie. */
    public static final Quantity MEAN_SADDLE = new Quantity(
            "mean_saddle",
            "e_{ts}",
            "energy",
            List.of(),
            "mean energy of transition states divided by the number of coordinates, those of all samples alike");
}
