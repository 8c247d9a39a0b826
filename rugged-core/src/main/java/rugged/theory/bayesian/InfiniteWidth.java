package rugged.theory.bayesian;

import java.util.List;
import java.util.stream.Stream;
import rugged.api.DataSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.TangentKernel;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * ProcessPredictions of a Bayesian network of infinite width: a Gaussian process with the kernel of the network, K_{l+1} = kappa(K_l)/lambda, on the data themselves. What {@link KernelRenormalisation} becomes where all q_l are 1; the widths play no part, only how many layers there are. Exact for N_l to infinity at fixed P. Cost: P^3.
 * Where a cosine is given no data are read: the two kernels of a pair of inputs, as {@link TangentKernel} has them.
 *
 * <p>Source: Neal, Bayesian Learning for Neural Networks (1996); Lee et al., ICLR 2018.
 */
@Named(
        value = "infinite-width",
        title = "Bayesian networks of infinite width",
        doc = "Errors of the Gaussian process that a Bayesian network becomes when it is wide: the NNGP.",
        source = "Lee et al., Proc. ICLR (2018)",
        year = 2018,
        topics = {"deep learning", "Bayesian inference"})
public record InfiniteWidth(
        @Param(doc = "what the network learns, with labels +-1 or values", def = "ripples")
        DataSpec data,

        BayesianNetwork network,
        InputPair pair)
        implements TheorySpec {
    private static final Quantity PROCESS = new Quantity(
            "NNGP",
            "K",
            "",
            List.of(),
            "covariance of outputs on two inputs of the cosine, |x|^{2} = d, at infinite width");
    private static final Quantity TANGENT = new Quantity(
            "NTK", "\u0398", "", List.of(), "tangent kernel of these inputs at infinite width, readout included");

    /** Checks what can be checked without the data. */
    public InfiniteWidth {
        if (pair.cosine().isEmpty()) PredictedErrors.require(data, network);
    }

    /** Errors on data. */
    public InfiniteWidth(DataSpec data, BayesianNetwork network) {
        this(data, network, InputPair.none());
    }

    @Override
    public List<Quantity> quantities() {
        return Stream.concat(PredictedErrors.QUANTITIES.stream(), Stream.of(PROCESS, TANGENT))
                .toList();
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        if (pair.cosine().isPresent()) return kernels(pair.cosine().get(), out);
        PredictedErrors errors = PredictedErrors.of(data, network);
        try {
            errors.put(errors.ones(), grid, out);
        } catch (ArithmeticException e) {
            throw new BadParameter(
                    "loss-temperature", network.lossTemperature(), String.valueOf(e.getMessage()), "above 0");
        }
        return Solution.closedForm("infinite width");
    }

    private Solution kernels(double cosine, Sink out) {
        TangentKernel of = TangentKernel.of(network.activation(), pair.normalised(), pair.depth(), cosine);
        out.put(PROCESS, Sink.ALL, of.process(), 0.0);
        out.put(TANGENT, Sink.ALL, of.tangent(), 0.0);
        return Solution.closedForm("kernels of two inputs at infinite width; no data are read");
    }
}
