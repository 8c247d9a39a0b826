package rugged.landscape.glass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rugged.api.disorder.GaussianDisorder;
import rugged.api.model.Batch;
import rugged.api.model.PairMoves;
import rugged.api.model.StochasticLandscape;
import rugged.compose.symmetry.SignSymmetry;
import rugged.geometry.Manifold;
import rugged.geometry.Symmetry;
import rugged.landscape.Precision;
import rugged.meanfield.Mixture;
import rugged.num.kernel.Kernels;

/** The built {@link PSpin}. Forks share the couplings; each has scratch of its own and serves one thread. */
public final class PSpinModel implements StochasticLandscape, PairMoves, GaussianDisorder {
    /** Relative rounding errors of a gradient, up to N of some thousands. */
    private static final double DOUBLE = 1e-14;

    private static final double SINGLE = 1e-7;

    private final int n;
    private final Optional<Mixture> covariance;
    private final Kernels kernels;
    private final double[] field;
    private final List<Tensor> tensors;
    private final List<OrderSweeps> orders = new ArrayList<>();
    private final Entries.Vectors vectors;
    private final PSpinRows rows;
    private final double[] one;
    private final double[][] oneX = new double[1][];
    private final double[][] oneG = new double[1][];
    private final double[] scratch;

    /**
     * @param covariance f, where couplings are isotropic
     * @param field couplings of order 1; empty without
     * @param tensors couplings of the other orders
     */
    PSpinModel(
            int n,
            Optional<Mixture> covariance,
            double[] field,
            List<Tensor> tensors,
            Precision precision,
            Kernels kernels) {
        this.kernels = kernels;
        this.n = n;
        this.covariance = covariance;
        this.field = field;
        this.tensors = tensors;
        int length = n;
        for (Tensor tensor : tensors) length = Math.max(length, tensor.shape().length());
        vectors = Entries.of(precision, 0).vectors(length, kernels);
        vectors.reserve(2);
        for (Tensor tensor : tensors) orders.add(new OrderSweeps(tensor, vectors));
        rows = new PSpinRows(field, orders.stream().map(OrderSweeps::walk).toList(), n);
        one = new double[1];
        scratch = new double[n];
    }

    /** The same couplings with other kernels and scratch. */
    public PSpinModel with(Kernels other) {
        Precision precision =
                tensors.isEmpty() ? Precision.FLOAT64 : tensors.getFirst().precision();
        return new PSpinModel(n, covariance, field, tensors, precision, other);
    }

    /** The sum of all stored couplings: one streaming read of what a gradient reads. */
    public double read() {
        double sum = 0.0;
        for (Tensor tensor : tensors) sum += tensor.entries().sum(kernels);
        return sum;
    }

    /** The sign, where all orders are even. */
    @Override
    public Symmetry symmetry() {
        boolean even = field.length == 0 && tensors.stream().allMatch(tensor -> tensor.order() % 2 == 0);
        return even ? new SignSymmetry() : Symmetry.NONE;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public Manifold manifold() {
        return Manifold.SPHERE;
    }

    /** Distinct couplings are not isotropic. */
    @Override
    public double covariance(double overlap) {
        return covariance.isPresent() ? covariance.get().f(overlap) : Double.NaN;
    }

    @Override
    public double rounding() {
        return tensors.stream().allMatch(tensor -> tensor.precision() == Precision.FLOAT64) ? DOUBLE : SINGLE;
    }

    @Override
    public double energy(double[] x) {
        return energyAndGradient(x, scratch);
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        oneX[0] = x;
        oneG[0] = g;
        energiesAndGradients(oneX, one, oneG);
        return one[0];
    }

    @Override
    public void energiesAndGradients(double[][] xs, double[] es, double[][] gs) {
        int count = xs.length;
        vectors.reserve(count);
        for (int r = 0; r < count; r++) {
            vectors.load(r, xs[r]);
            Arrays.fill(gs[r], 0.0);
            es[r] = linear(xs[r], gs[r]);
        }
        for (OrderSweeps order : orders) order.gradient().run(xs, gs, es, count);
        for (int r = 0; r < count; r++) {
            double[] g = gs[r];
            for (int i = 0; i < n; i++) g[i] = -g[i];
            es[r] = -es[r];
        }
    }

    /** Adds the p = 1 part, without sign. */
    private double linear(double[] x, double[] g) {
        double sum = 0.0;
        for (int i = 0; i < field.length; i++) {
            sum += field[i] * x[i];
            g[i] += field[i];
        }
        return sum;
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        vectors.load(0, x);
        vectors.load(1, v);
        Arrays.fill(hv, 0.0);
        for (OrderSweeps order : orders) order.hessian().run(x, v, hv);
        for (int i = 0; i < n; i++) hv[i] = -hv[i];
    }

    @Override
    public double energyChange(double[] x, int i, double newI, int j, double newJ) {
        vectors.load(0, x);
        double stepI = newI - x[i];
        double stepJ = newJ - x[j];
        double sum = field.length == 0 ? 0.0 : field[i] * stepI + field[j] * stepJ;
        for (OrderSweeps order : orders) {
            sum += i < j
                    ? order.pair().run(x, i, stepI, j, stepJ)
                    : order.pair().run(x, j, stepJ, i, stepI);
        }
        return -sum;
    }

    @Override
    public int patterns() {
        return rows.patterns();
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        return rows.energyAndGradient(x, batch, g);
    }

    @Override
    public PSpinModel fork() {
        return with(kernels);
    }

    /** The passes over one order. */
    private record OrderSweeps(Walk walk, GradientSweep gradient, HessianSweep hessian, PairSweep pair) {
        OrderSweeps(Tensor tensor, Entries.Vectors vectors) {
            this(new Walk(tensor), vectors);
        }

        private OrderSweeps(Walk walk, Entries.Vectors vectors) {
            this(walk, new GradientSweep(walk, vectors), new HessianSweep(walk, vectors), new PairSweep(walk, vectors));
        }
    }
}
