package rugged.observable.physical;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.physical.Circuit;
import rugged.api.physical.Feedback;
import rugged.api.physical.FeedbackRule;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Transfer;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * How far the changes of local rules at the present state are from what they tend to for small strengths s: |d(s) - d(0)|/|d(0)|, of equilibrium propagation one-sided (of order s) and symmetric (s^2), whose limit is the gradient, and of coupled learning (s), whose limit is not; and the cosine between that limit and the gradient. Undefined where a second state does not exist. A factorisation,
 * and a sweep over the edges for each rule and strength.
 */
@Named(
        value = "rule-deviation",
        title = "Deviation of local rules from the gradient",
        doc = "Relative deviation of the changes of local rules from their limit, against the strength of the"
                + " feedback.",
        source = "Scellier and Bengio, Front. Comput. Neurosci. 11, 24 (2017)",
        year = 2017,
        topics = {"one time", "physical networks"})
public record RuleDeviation(
        @Param(doc = "strengths of the feedback, beta or eta", def = "[0.001, 0.01, 0.1]")
        List<Double> strengths) implements ObservableSpec {
    static final Quantity ONE = deviation("deviation_one", "\u03b4_{1}", "equilibrium propagation with one nudge");
    static final Quantity BOTH = deviation("deviation_both", "\u03b4_{2}", "equilibrium propagation nudged both ways");
    static final Quantity COUPLED = deviation("deviation_coupled", "\u03b4_{c}", "coupled learning");
    static final Quantity COSINE = new Quantity(
            "cosine_coupled",
            "cos",
            "",
            List.of("t"),
            "cosine of the angle between minus the gradient and the change of coupled learning for small eta");

    static final Quantity ORDER_ONE = order("order_one", "n_{1}", "deviation_one");
    static final Quantity ORDER_BOTH = order("order_both", "n_{2}", "deviation_both");
    static final Quantity ORDER_COUPLED = order("order_coupled", "n_{c}", "deviation_coupled");

    /** Checks the strengths. */
    public RuleDeviation {
        strengths = List.copyOf(strengths);
        for (double s : strengths)
            if (!(s > 0.0 && s <= 1.0))
                throw new BadParameter(
                        "strengths", s, "is no strength of both a nudge and a clamp", "above 0 and at most 1");
        if (strengths.isEmpty()) throw new BadParameter("strengths", strengths, "lists none", "one or more");
    }

    private static Quantity deviation(String name, String symbol, String rule) {
        return new Quantity(name, symbol, "", List.of("t", "strength"), "|d(s) - d(0)|/|d(0)| of " + rule);
    }

    private static Quantity order(String name, String symbol, String of) {
        return new Quantity(
                name,
                symbol,
                "",
                List.of("t"),
                "slope of ln " + of + " against ln s by least squares; NaN for one strength");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(ONE, BOTH, COUPLED, COSINE, ORDER_ONE, ORDER_BOTH, ORDER_COUPLED);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CIRCUIT);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 1.0 + strengths.size();
    }

    @Override
    public Probe open(Model model, Streams random) {
        Circuit circuit = ((PhysicalNetwork) model).circuit();
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) look(circuit, r, now, out);
        };
    }

    private void look(Circuit circuit, int replica, Moment now, Sink out) {
        Transfer response = circuit.response(now.state(replica));
        int in = circuit.inputs();
        int outputs = circuit.outputs();
        double[] e = new double[circuit.examples() * outputs];
        circuit.errors(response, e);
        double[] g = new double[in * outputs];
        double[] h = new double[outputs * outputs];
        Feedback.moments(circuit.currents(), e, in, outputs, g, h);
        double[] exact = change(response, FeedbackRule.ADJOINT, 0.0, g, h);
        double[] held = change(response, FeedbackRule.CLAMPED, 0.0, g, h);
        double cosine = Vectors.dot(exact, held) / (Vectors.norm(exact) * Vectors.norm(held));
        out.put(COSINE, replica, cosine, Double.NaN, now.time());
        put(out, ONE, ORDER_ONE, replica, now, offs(response, FeedbackRule.NUDGED, exact, g, h));
        put(out, BOTH, ORDER_BOTH, replica, now, offs(response, FeedbackRule.NUDGED_BOTH, exact, g, h));
        put(out, COUPLED, ORDER_COUPLED, replica, now, offs(response, FeedbackRule.CLAMPED, held, g, h));
    }

    private double[] offs(Transfer response, FeedbackRule rule, double[] limit, double[] g, double[] h) {
        double[] offs = new double[strengths.size()];
        for (int k = 0; k < offs.length; k++) offs[k] = off(change(response, rule, strengths.get(k), g, h), limit);
        return offs;
    }

    private static double[] change(Transfer response, FeedbackRule rule, double strength, double[] g, double[] h) {
        double[] change = new double[response.drops().length / (response.inputs() + response.outputs())];
        boolean there =
                new Feedback(rule, strength, response.inputs(), response.outputs()).change(response, g, h, change);
        if (!there) java.util.Arrays.fill(change, Double.NaN);
        return change;
    }

    private static double off(double[] change, double[] limit) {
        Vectors.add(change, -1.0, limit);
        return Vectors.norm(change) / Vectors.norm(limit);
    }

    private void put(Sink out, Quantity deviation, Quantity order, int replica, Moment now, double[] offs) {
        double middle = 0.0;
        for (double s : strengths) middle += Math.log(s) / offs.length;
        double square = 0.0;
        double product = 0.0;
        for (int k = 0; k < offs.length; k++) {
            double at = Math.log(strengths.get(k)) - middle;
            square += at * at;
            product += at * Math.log(offs[k]);
            out.put(deviation, replica, offs[k], Double.NaN, now.time(), strengths.get(k));
        }
        out.put(order, replica, square > 0.0 ? product / square : Double.NaN, Double.NaN, now.time());
    }
}
