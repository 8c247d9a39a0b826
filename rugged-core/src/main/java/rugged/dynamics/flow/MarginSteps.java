package rugged.dynamics.flow;

import rugged.api.model.Landscape;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.num.Packed;

/** Euler steps whose size follows what they change, until all margins are wide enough; the parameters are those of {@code margin-flow}. */
final class MarginSteps implements Footed {
    private static final double LONGER = 1.1;
    private static final double SHORTER = 0.1;
    private static final double STALLED = 1e-14;

    private final Foothold here;
    private final Supervised network;
    private final double gradientAllowed;
    private final double outputAllowed;
    private final double margin;
    private final double tolerance;
    private final double[] candidate;
    private final double[] scratch;
    private final double[] margins;
    private double[] outputs;
    private double[] moved;
    private boolean seen;
    private double time;
    private double proposal;
    private double step;
    private double limit = Double.POSITIVE_INFINITY;
    private boolean clipped;

    /**
     * Begins.
     *
     * @param landscape whose gradient is followed: that of the network, or that in a field
     * @param network whose outputs and margins are looked at
     */
    MarginSteps(
            Landscape landscape,
            Supervised network,
            double[] x,
            double gradientAllowed,
            double outputAllowed,
            double margin,
            double dt,
            double tolerance) {
        here = new Foothold(landscape, x);
        this.network = network;
        this.gradientAllowed = gradientAllowed;
        this.outputAllowed = outputAllowed;
        this.margin = margin;
        this.tolerance = tolerance;
        proposal = dt;
        candidate = new double[x.length];
        scratch = new double[x.length];
        margins = new double[network.patterns()];
        outputs = new double[network.patterns() * network.outputs()];
        moved = new double[outputs.length];
    }

    @Override
    public Foothold here() {
        return here;
    }

    @Override
    public void limit(double until) {
        limit = until;
    }

    @Override
    public double[] wanted() {
        if (!here.known()) return here.x();
        if (!seen) network.outputs(here.x(), Part.TRAIN, outputs);
        seen = true;
        clipped = limit > time && time + proposal >= limit;
        step = clipped ? limit - time : proposal;
        double[] x = here.x();
        double[] drift = here.drift();
        for (int i = 0; i < x.length; i++) candidate[i] = x[i] + step * drift[i];
        here.retract(candidate);
        return candidate;
    }

    @Override
    public boolean take(double energy, double[] g) {
        here.evaluated();
        if (!here.known()) {
            here.begin(energy, g);
            return finish(false);
        }
        if (!here.finite(energy, g)) return shorter();
        here.downhill(candidate, g);
        network.outputs(candidate, Part.TRAIN, moved);
        double used = Math.max(gradientChange(g) / gradientAllowed, outputChange() / outputAllowed);
        if (!(used < 1.0)) return shorter();
        double next = used < 0.5 ? step * LONGER : step;
        proposal = clipped ? Math.max(proposal, next) : next;
        time = clipped ? limit : time + step;
        double[] before = outputs;
        outputs = moved;
        moved = before;
        return finish(here.move(candidate, energy, g));
    }

    private double gradientChange(double[] drift) {
        double difference = 0.0;
        double one = 0.0;
        double other = 0.0;
        double[] before = here.drift();
        for (int i = 0; i < drift.length; i++) {
            double change = drift[i] - before[i];
            difference += change * change;
            one += before[i] * before[i];
            other += drift[i] * drift[i];
        }
        return other == 0.0 || one == 0.0 ? 0.0 : difference / Math.sqrt(one * other);
    }

    private double outputChange() {
        double most = 0.0;
        for (int i = 0; i < outputs.length; i++) most = Math.max(most, Math.abs(outputs[i] - moved[i]));
        return most;
    }

    private boolean shorter() {
        proposal = step * SHORTER;
        if (proposal <= STALLED * time || proposal == 0.0)
            here.fail("gradient flow stalled (loss not smooth or tolerance too tight)", proposal);
        return finish(false);
    }

    private boolean finish(boolean stepped) {
        here.settle();
        if (!here.known() || !here.status().running()) return stepped;
        network.margins(here.x(), Part.TRAIN, margins);
        double least = Double.POSITIVE_INFINITY;
        for (double each : margins) least = Math.min(least, each);
        if (least > margin) here.converge("all margins above " + margin, least);
        else here.settleBelow(tolerance);
        return stepped;
    }

    @Override
    public double[] gradientScratch() {
        return scratch;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        here.save(out);
        out.put(time).put(proposal);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        here.load(in);
        time = in.readDouble();
        proposal = in.readDouble();
        seen = false;
    }
}
