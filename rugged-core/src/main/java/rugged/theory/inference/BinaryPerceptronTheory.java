package rugged.theory.inference;

import java.util.List;
import java.util.Optional;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.binary.BinaryStorage;
import rugged.meanfield.binary.BinaryTeacher;
import rugged.meanfield.binary.MarginalLaw;
import rugged.meanfield.binary.PerceptronTask;
import rugged.meanfield.binary.SymmetricBinary;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Binary perceptrons, replica symmetric, for N to infinity: overlap of two samples, log Z per weight (the entropy of solutions where beta is infinite; below 0 there are none), energy per weight, and the instability lambda_AT, which is the factor by which a round of message passing
 * multiplies small errors. Of the whole family: the capacity alpha_c, where the entropy of solutions vanishes, and alpha_AT, where lambda_AT = 1. With a teacher (Bayes optimal, margin 0, infinite beta): the branch of partial knowledge with its overlap R = q and
 * entropy, alpha_1, where that entropy vanishes and the teacher is all that is left, and the spinodal alpha_2, where the branch ends; beyond it q = R = 1. The law of the means of weights is that of tanh(h), h ~ N(0, q^), or N(+-q^, q^) with a teacher. Of the symmetric task everything is closed: q = 0.
 *
 * <p>Written are numbers that exist; what does not (no instability, no solution with 1 - q above 0.013) is left out, and the branch says so. Errors below 1e-8.
 *
 * <p>Source: Krauth and Mezard, J. Phys. France 50, 3057 (1989); Gyorgyi, Phys. Rev. A 41, 7097 (1990); Aubin, Perkins and Zdeborova, J. Phys. A 52, 294003 (2019); Zhao, Qiu, Xie and Huang, arXiv:2111.13302.
 */
@Named(
        value = "binary-perceptron",
        title = "Replica theory of binary perceptrons",
        doc = "Overlap, entropy, energy, instability, capacity and the transitions of learning from a teacher; replica"
                + " symmetric.",
        source = "Krauth and Mezard, J. Phys. France 50, 3057 (1989)",
        year = 1989,
        topics = {"constraint satisfaction", "learning", "mean-field"})
public record BinaryPerceptronTheory(
        @Param(doc = "patterns per weight", symbol = "\u03b1", def = "0.5", min = 0.0, above = true)
        double alpha,

        @Param(doc = "what the weights have to do: storage, teacher or symmetric", also = "rule", def = "storage")
        PerceptronTask task,

        @Param(doc = "margin of the stability u", also = "kappa", symbol = "\u03ba", def = "0")
        double margin,

        @Param(
                doc = "inverse temperature; inf where no pattern may be violated",
                symbol = "\u03b2",
                def = "inf",
                min = 0.0,
                above = true,
                infinite = true)
        double beta,

        @Param(doc = "number of bins of the distribution of means in [-1, 1]", def = "20", min = 2, max = 1000)
        int bins)
        implements TheorySpec {
    private static final Quantity INSTABILITY =
            number("lambda_AT", "\u03bb_{AT}", "instability of replica symmetry: stable below 1");
    private static final Quantity CAPACITY =
            number("alpha_c", "\u03b1_{c}", "density of patterns at which the entropy of solutions vanishes");
    private static final Quantity UNSTABLE = number("alpha_AT", "\u03b1_{AT}", "density at which lambda_AT = 1");
    private static final Quantity DISCOVERY =
            number("alpha_1", "\u03b1_{1}", "density at which the teacher is the only solution left");
    private static final Quantity SPINODAL =
            number("alpha_2", "\u03b1_{2}", "density at which the branch of partial knowledge ends");
    private static final Quantity METASTABLE =
            number("alpha_spinodal", "\u03b1_{2}", "the same as alpha_2, with a teacher");
    private static final Quantity OVERLAP = number("q", "q", "overlap of two samples, with a teacher that with it");
    private static final Quantity BAYES = number(
            "eps_Bayes", "\u03b5_{B}", "arccos(q^{1/2})/\u03c0, least rate of errors on new examples of a teacher");
    private static final Quantity GIBBS =
            number("eps_Gibbs", "\u03b5_{G}", "arccos(q)/\u03c0, rate of errors of one sample on new examples");
    private static final Quantity ENTROPY = number("s", "s", "entropy per weight, phi + beta e");

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    /** Checks the parameters together. */
    public BinaryPerceptronTheory {
        if (!Double.isFinite(alpha)) throw new BadParameter("alpha", alpha, "is no density", "a finite number");
        if (!Double.isFinite(margin)) throw new BadParameter("margin", margin, "is no margin", "a finite number");
        if (task == PerceptronTask.SYMMETRIC && !(margin > 0.0))
            throw new BadParameter(
                    "margin", margin, "the symmetric constraint |u| <= kappa needs kappa > 0", "above 0");
        if (task == PerceptronTask.TEACHER && margin != 0.0)
            throw new BadParameter(
                    "margin",
                    margin,
                    "is not Bayes optimal: q = R fails, and the equations have two parameters",
                    "0 with a teacher");
        if (task == PerceptronTask.TEACHER && !Double.isInfinite(beta))
            throw new BadParameter(
                    "beta", beta, "is not Bayes optimal: q = R fails, and the equations have two parameters", "inf");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.MARGINAL_OVERLAP,
                Quantities.PLANTED_OVERLAP,
                Quantities.MESSAGE_ENTROPY,
                Quantities.MARGINAL_DENSITY,
                Quantities.ENERGY,
                Quantities.DIVERGENCE_RATE,
                ENTROPY,
                INSTABILITY,
                CAPACITY,
                UNSTABLE,
                DISCOVERY,
                SPINODAL,
                METASTABLE,
                OVERLAP,
                BAYES,
                GIBBS);
    }

    @Override
    public Validity validity() {
        return Validity.REPLICA_SYMMETRIC;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        return switch (task) {
            case STORAGE -> storage(grid, out);
            case TEACHER -> teacher(grid, out);
            case SYMMETRIC -> symmetric(grid, out);
        };
    }

    private Solution storage(Schedule grid, Sink out) {
        if (Double.isInfinite(beta))
            BinaryStorage.capacity(margin).ifPresent(point -> out.put(CAPACITY, Sink.ALL, point.alpha(), 0.0));
        BinaryStorage.unstable(margin, beta).ifPresent(point -> out.put(UNSTABLE, Sink.ALL, point.alpha(), 0.0));
        Optional<BinaryStorage> found = BinaryStorage.at(alpha, margin, beta);
        if (found.isEmpty())
            return Solution.closedForm("replica symmetric: no solution with an overlap below 0.987 at this density");
        BinaryStorage point = found.get();
        write(grid, out, point.q(), point.phi(), point.energy(), point.lambda());
        means(grid, out, new MarginalLaw(0.0, point.conjugate()));
        out.put(ENTROPY, Sink.ALL, point.entropy(beta), 0.0);
        return Solution.closedForm(words(point.lambda(), point.phi()));
    }

    private String words(double lambda, double phi) {
        String stability = lambda < 1.0 ? "replica symmetric, stable" : "replica symmetric: unstable, an estimate";
        return stability + (Double.isInfinite(beta) && phi < 0.0 ? "; no solutions" : "");
    }

    private Solution teacher(Schedule grid, Sink out) {
        out.put(DISCOVERY, Sink.ALL, BinaryTeacher.transition().alpha(), 0.0);
        out.put(SPINODAL, Sink.ALL, BinaryTeacher.spinodal().alpha(), 0.0);
        // the entropy of solutions other than the teacher vanishes there
        out.put(CAPACITY, Sink.ALL, BinaryTeacher.transition().alpha(), 0.0);
        out.put(METASTABLE, Sink.ALL, BinaryTeacher.spinodal().alpha(), 0.0);
        Optional<BinaryTeacher> found = BinaryTeacher.at(alpha);
        double q = found.map(BinaryTeacher::q).orElse(1.0);
        double entropy = found.map(BinaryTeacher::entropy).orElse(0.0);
        write(grid, out, q, entropy, 0.0, Double.NaN);
        each(grid, t -> out.put(Quantities.PLANTED_OVERLAP, Sink.ALL, q, 0.0, t));
        out.put(ENTROPY, Sink.ALL, entropy, 0.0);
        out.put(BAYES, Sink.ALL, Math.acos(Math.sqrt(q)) / Math.PI, 0.0);
        out.put(GIBBS, Sink.ALL, Math.acos(q) / Math.PI, 0.0);
        found.ifPresent(point -> means(grid, out, new MarginalLaw(point.conjugate(), point.conjugate())));
        if (found.isEmpty()) return Solution.closedForm("the teacher: beyond the spinodal");
        return Solution.closedForm(
                entropy > 0.0
                        ? "partial knowledge, in equilibrium"
                        : "partial knowledge, metastable: the teacher is stable");
    }

    private Solution symmetric(Schedule grid, Sink out) {
        SymmetricBinary point = new SymmetricBinary(alpha, margin, beta);
        if (Double.isInfinite(beta)) out.put(CAPACITY, Sink.ALL, point.capacity(), 0.0);
        out.put(UNSTABLE, Sink.ALL, point.unstable(), 0.0);
        write(grid, out, 0.0, point.phi(), point.energy(), point.lambda());
        out.put(ENTROPY, Sink.ALL, Double.isInfinite(beta) ? point.phi() : point.phi() + beta * point.energy(), 0.0);
        return Solution.closedForm(words(point.lambda(), point.phi()));
    }

    private void write(Schedule grid, Sink out, double q, double phi, double energy, double lambda) {
        each(grid, t -> {
            out.put(Quantities.MARGINAL_OVERLAP, Sink.ALL, q, 0.0, t);
            out.put(Quantities.MESSAGE_ENTROPY, Sink.ALL, phi, 0.0, t);
            out.put(Quantities.ENERGY, Sink.ALL, energy, 0.0, t);
            if (!Double.isNaN(lambda)) out.put(Quantities.DIVERGENCE_RATE, Sink.ALL, lambda, 0.0, t);
        });
        out.put(OVERLAP, Sink.ALL, q, 0.0);
        if (!Double.isNaN(lambda)) out.put(INSTABILITY, Sink.ALL, lambda, 0.0);
    }

    /** P(m) in bins. */
    private void means(Schedule grid, Sink out, MarginalLaw law) {
        double width = 2.0 / bins;
        for (int b = 0; b < bins; b++) {
            double from = b * width - 1.0;
            double density = law.density(from, from + width);
            double middle = (b + 0.5) * width - 1.0;
            each(grid, t -> out.put(Quantities.MARGINAL_DENSITY, Sink.ALL, density, 0.0, t, middle));
        }
    }

    private static void each(Schedule grid, java.util.function.DoubleConsumer put) {
        for (int k = 0; k < grid.size(); k++) if (grid.single(k)) put.accept(grid.time(k));
    }
}
