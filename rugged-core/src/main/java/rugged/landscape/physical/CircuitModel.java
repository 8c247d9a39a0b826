package rugged.landscape.physical;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.model.Batch;
import rugged.api.physical.Circuit;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Transfer;
import rugged.api.physical.Wiring;
import rugged.geometry.Manifold;

/**
 * The cost of a network of conductances. Forks share graph and task. The gradient is that of the adjoint state, dE/dw_e = -2 c sum_ij (B U)_ei (B A)_ej G_ji with G = mean of e x^T; the Hessian of products follows from dU = -A_L U, with L_v = B^T diag(v) B, by n_in + n_out solutions and no further factorisation.
 */
class CircuitModel implements PhysicalNetwork, Circuit {
    private static final int ONE = 1;

    private final Wiring wiring;
    private final int[] pairs;
    private final double floor;
    private final double spread;
    private final Manifold manifold;
    private final Transfer response;
    private final Demand demand;
    private final double[] e;
    private final double[] g;
    private final double[] dg;
    private final double[] pushed;
    private final double[] pushedDrops;
    private final double[] turned;

    CircuitModel(Wiring wiring, int[] pairs, Terminals terminals, Demand demand) {
        this(wiring, pairs, terminals.floor(), terminals.spread(), demand);
    }

    CircuitModel(CircuitModel other, Demand demand) {
        this(other.wiring, other.pairs, other.floor, other.spread, demand);
    }

    private CircuitModel(Wiring wiring, int[] pairs, double floor, double spread, Demand demand) {
        this.wiring = wiring;
        this.pairs = pairs;
        this.floor = floor;
        this.spread = spread;
        this.demand = demand;
        manifold = Manifold.above(floor);
        response = new Transfer(wiring, demand.inputs(), pairs, floor);
        int columns = demand.inputs() + demand.outputs();
        e = new double[demand.y().length];
        g = new double[demand.outputs() * demand.inputs()];
        dg = new double[g.length];
        pushed = new double[wiring.nodes() * columns];
        pushedDrops = new double[wiring.edges() * columns];
        turned = new double[g.length];
    }

    /** The task now. */
    Demand demand() {
        return demand;
    }

    @Override
    public CircuitModel fork() {
        return new CircuitModel(this, demand);
    }

    @Override
    public Circuit circuit() {
        return this;
    }

    @Override
    public Wiring wiring() {
        return wiring;
    }

    @Override
    public int inputs() {
        return demand.inputs();
    }

    @Override
    public int outputs() {
        return demand.outputs();
    }

    @Override
    public double floor() {
        return floor;
    }

    @Override
    public double scale() {
        return demand.scale();
    }

    @Override
    public Transfer response(double[] w) {
        response.solve(w);
        return response;
    }

    @Override
    public int examples() {
        return demand.examples();
    }

    @Override
    public double[] currents() {
        return demand.x();
    }

    @Override
    public void errors(Transfer at, double[] into) {
        demand().errors(at, into);
    }

    @Override
    public double cost(Transfer at, int task) {
        return at.solved() ? demand().errors(at, e) : Double.NaN;
    }

    @Override
    public int dimension() {
        return wiring.edges();
    }

    @Override
    public double extent() {
        return ONE;
    }

    @Override
    public int patterns() {
        return demand.examples();
    }

    @Override
    public Manifold manifold() {
        return manifold;
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        for (int k = 0; k < x.length; k++) x[k] = Math.max(floor, 1.0 + spread * (2.0 * random.nextDouble() - 1.0));
    }

    @Override
    public double energy(double[] x) {
        return response.solve(x) ? demand().errors(response, e) : Double.NaN;
    }

    @Override
    public double energyAndGradient(double[] x, double[] gradient) {
        if (!response.solve(x)) return none(gradient);
        double energy = demand().errors(response, e);
        Arrays.fill(g, 0.0);
        for (int mu = 0; mu < patterns(); mu++) add(mu, mu * outputs(), 1.0 / patterns());
        response.correlate(g, -2.0 * scale(), gradient);
        return energy;
    }

    private static double none(double[] gradient) {
        Arrays.fill(gradient, Double.NaN);
        return Double.NaN;
    }

    /** g += weight e x^T of an example whose errors stand from {@code at} on. */
    private void add(int mu, int at, double weight) {
        double[] x = demand.x();
        int inputs = inputs();
        for (int j = 0; j < outputs(); j++)
            for (int i = 0; i < inputs; i++) g[j * inputs + i] += weight * e[at + j] * x[mu * inputs + i];
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] gradient) {
        if (!response.solve(x)) return none(gradient);
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int k = batch.from(); k < batch.to(); k++) {
            sum += demand().error(response, batch.index()[k], e, 0);
            add(batch.index()[k], 0, 1.0 / batch.size());
        }
        response.correlate(g, -2.0 * scale(), gradient);
        return sum / batch.size();
    }

    @Override
    public void patternEnergies(double[] x, double[] energies) {
        if (!response.solve(x)) Arrays.fill(energies, Double.NaN);
        else for (int mu = 0; mu < energies.length; mu++) energies[mu] = demand().error(response, mu, e, 0);
    }

    @Override
    public double weightedGradient(double[] x, double[] weights, double[] gradient) {
        if (!response.solve(x)) return none(gradient);
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int mu = 0; mu < weights.length; mu++) {
            sum += weights[mu] * demand().error(response, mu, e, 0);
            add(mu, 0, weights[mu]);
        }
        response.correlate(g, -2.0 * scale(), gradient);
        return sum;
    }

    @Override
    public void directional(double[] x, double[] v, double[] slopes) {
        if (!response.solve(x)) {
            Arrays.fill(slopes, Double.NaN);
            return;
        }
        push(v);
        for (int mu = 0; mu < slopes.length; mu++) {
            demand().error(response, mu, e, 0);
            slopes[mu] = 2.0 * scale() * along(turned, mu);
        }
    }

    /** e.(M x) of an example whose errors stand first. */
    private double along(double[] matrix, int mu) {
        double sum = 0.0;
        int inputs = inputs();
        for (int j = 0; j < outputs(); j++)
            for (int i = 0; i < inputs; i++) sum += e[j] * matrix[j * inputs + i] * demand.x()[mu * inputs + i];
        return sum;
    }

    /** Of all columns dU = -L^+ L_v U into {@code pushed}, its drops, and dT into {@code turned}. */
    private void push(double[] v) {
        int columns = inputs() + outputs();
        double[] drops = response.drops();
        Arrays.fill(pushed, 0.0);
        for (int edge = 0; edge < v.length; edge++) {
            int tail = wiring.tails()[edge] * columns;
            int head = wiring.heads()[edge] * columns;
            for (int k = 0; k < columns; k++) {
                double current = v[edge] * drops[edge * columns + k];
                pushed[tail + k] -= current;
                pushed[head + k] += current;
            }
        }
        response.relax(pushed);
        response.drops(pushed, columns, pushedDrops);
        response.read(pushed, columns, 0, inputs(), turned);
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        if (!response.solve(x)) {
            Arrays.fill(hv, Double.NaN);
            return;
        }
        push(v);
        demand().errors(response, e);
        Arrays.fill(g, 0.0);
        Arrays.fill(dg, 0.0);
        int inputs = inputs();
        double part = 1.0 / patterns();
        for (int mu = 0; mu < patterns(); mu++) {
            add(mu, mu * outputs(), part);
            for (int j = 0; j < outputs(); j++) {
                double moved = 0.0;
                for (int i = 0; i < inputs; i++) moved += turned[j * inputs + i] * demand.x()[mu * inputs + i];
                for (int i = 0; i < inputs; i++) dg[j * inputs + i] += part * moved * demand.x()[mu * inputs + i];
            }
        }
        bend(hv);
    }

    /** hv = -2 c (dD G S + D G dS + D dG S), edge by edge. */
    private void bend(double[] hv) {
        int inputs = inputs();
        int columns = inputs + outputs();
        double[] drops = response.drops();
        for (int edge = 0; edge < hv.length; edge++) {
            int row = edge * columns;
            double sum = 0.0;
            for (int j = 0; j < outputs(); j++) {
                double still = 0.0;
                double moved = 0.0;
                for (int i = 0; i < inputs; i++) {
                    double of = g[j * inputs + i];
                    still += drops[row + i] * of;
                    moved += pushedDrops[row + i] * of + drops[row + i] * dg[j * inputs + i];
                }
                sum += drops[row + inputs + j] * moved + pushedDrops[row + inputs + j] * still;
            }
            hv[edge] = -2.0 * scale() * sum;
        }
    }
}
