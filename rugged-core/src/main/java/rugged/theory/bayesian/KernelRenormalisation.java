package rugged.theory.bayesian;

import java.util.ArrayList;
import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.DeepSaddle;
import rugged.meanfield.bayesian.KernelSaddle;
import rugged.meanfield.bayesian.LabelSpectrum;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.Redeclared;

/**
 * ProcessPredictions of a Bayesian network of finite width: those of the Gaussian process of infinite width with its kernel rescaled by one number q_l a layer, the saddle of an action of widths and data ({@link KernelSaddle}). The kernel is that of the data themselves, K = E s(h) s(h') over fields of covariance
 * C = x.x'/(lambda0 N0). Exact to leading order for P and N_l to infinity at fixed P/N_l with one hidden layer, and with linear layers of any number; corrections are of order 1/N. With several layers of other units it is an approximation, and its solution says so. q_l to 1 is infinite width.
 * In place of data the spectrum of a kernel will do, or the identity, for the factors alone ({@link GivenSpectrum}).
 *
 * <p>At T = 0 the mean prediction does not depend on the width, only its variance does. Not for inputs of few numbers (N0 of order 1), nor for P far above N0 with strongly structured data. Cost: P^3, and for several non-linear layers a few hundred times that.
 *
 * <p>Source: Pacelli, Ariosto, Pastore, Ginelli, Gherardi and Rotondo, Nat. Mach. Intell. 5, 1497 (2023); Li and Sompolinsky, Phys. Rev. X 11, 031059 (2021) for linear networks.
 */
@Named(
        value = "kernel-renormalisation",
        title = "Kernel renormalisation of Bayesian networks",
        doc = "Errors of a Bayesian network whose width is proportional to the number of examples: the kernel of"
                + " infinite width, rescaled layer by layer.",
        source = "Pacelli et al., Nat. Mach. Intell. 5, 1497 (2023)",
        year = 2023,
        topics = {"deep learning", "Bayesian inference", "finite width"})
public record KernelRenormalisation(
        @Param(doc = "what the network learns, with labels +-1 or values", def = "ripples")
        DataSpec data,

        @Redeclared(
                parameter = "lossTemperature",
                as =
                        @Param(
                                doc = "temperature of the summed squared error: the variance of the noise that labels"
                                        + " are thought to have. Priors are not divided by it",
                                also = "temperature",
                                symbol = "T",
                                def = "0.1",
                                min = 0,
                                reason = "small beside the values to be learnt, and posteriors are not yet stiff"))
        BayesianNetwork network,

        GivenSpectrum spectrum)
        implements TheorySpec {
    /** Product of the factors of all layers. */
    static final Quantity PRODUCT = new Quantity(
            "Q", "Q", "", List.of(), "product of the factors q_{l} that rescale the kernel; 1 at infinite width");

    /** Factor of a layer. */
    static final Quantity FACTOR =
            new Quantity("q_l", "q_{l}", "", List.of("l"), "factor by which hidden layer l rescales the kernel");

    /** The action. */
    static final Quantity ACTION =
            new Quantity("action", "S", "", List.of(), "action of the saddle, for each learnt example");

    /** Of a kernel without data. */
    private static final Quantity WHOLE =
            new Quantity("Qbar", "Q", "", List.of(), "product of the factors of all layers, of a kernel without data");

    private static final Quantity EACH =
            new Quantity("u", "u", "", List.of(), "factor of each layer, all being alike, of a kernel without data");

    /** Checks what can be checked without the data. */
    public KernelRenormalisation {
        if (spectrum.given()) spectrum.require(network);
        else PredictedErrors.require(data, network);
    }

    /** On data. */
    public KernelRenormalisation(DataSpec data, BayesianNetwork network) {
        this(data, network, GivenSpectrum.none());
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(PredictedErrors.QUANTITIES);
        all.addAll(List.of(PRODUCT, FACTOR, ACTION, WHOLE, EACH));
        return all;
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        return spectrum.given() ? without(out) : learnt(grid, out);
    }

    /** The factors of a kernel of which the spectrum is given. */
    private Solution without(Sink out) {
        KernelSaddle saddle = spectrum.saddle(network.lossTemperature());
        out.put(WHOLE, Sink.ALL, saddle.product(), 0.0);
        out.put(EACH, Sink.ALL, saddle.q()[0], 0.0);
        out.put(ACTION, Sink.ALL, saddle.action(), 0.0);
        String what = "a kernel without data, rescaled by finite width";
        return Solution.closedForm(saddle.roots() > 1 ? what + ", the least action of " + saddle.roots() : what);
    }

    private Solution learnt(Schedule grid, Sink out) {
        PredictedErrors errors = PredictedErrors.of(data, network);
        double[] alphas = network.densities(errors.examples().patterns());
        double temperature = network.lossTemperature();
        boolean scalar = errors.linear() || alphas.length == 1;
        KernelSaddle saddle;
        try {
            saddle = scalar ? KernelSaddle.of(errors.spectrum(), temperature, alphas) : deep(errors, alphas);
            errors.put(saddle.q(), grid, out);
        } catch (ArithmeticException e) {
            throw new BadParameter("loss-temperature", temperature, String.valueOf(e.getMessage()), "above 0");
        }
        for (int l = 0; l < alphas.length; l++) out.put(FACTOR, Sink.ALL, saddle.q()[l], 0.0, l + 1.0);
        out.put(PRODUCT, Sink.ALL, saddle.product(), 0.0);
        out.put(ACTION, Sink.ALL, saddle.action(), 0.0);
        String what = scalar ? "kernel rescaled by finite width" : "approximate: several non-linear layers";
        return Solution.closedForm(
                errors.words(saddle.roots() > 1 ? what + ", the least action of " + saddle.roots() : what));
    }

    private KernelSaddle deep(PredictedErrors errors, double[] alphas) {
        LabelSpectrum spectrum = errors.spectrum();
        if (network.lossTemperature() == 0.0 && spectrum.singular())
            throw new ArithmeticException("the kernel is singular: at T = 0 nothing fits the examples; use T > 0");
        return new DeepSaddle(
                        network.activation(),
                        network.decays(),
                        errors.inputs(),
                        errors.examples().targets(),
                        network.lossTemperature(),
                        alphas)
                .solve();
    }
}
