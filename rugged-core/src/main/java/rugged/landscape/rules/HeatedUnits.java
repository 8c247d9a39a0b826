package rugged.landscape.rules;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.lessons.HeatedCommittee;
import rugged.api.moves.FlatMoves;
import rugged.landscape.Precision;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** The built {@code decayed-committee}: forks share teacher and examples. */
final class HeatedUnits implements HeatedCommittee, FlatMoves {
    /** Standard deviation of a weight around the teacher's at the start. */
    private static final double NOISE = 0.1;

    private final HeatedSetting spec;
    private final int n;
    private final int units;
    private final UnitVectors vectors;
    private final double root;
    private final double[] teacher;
    private final double[] labels;
    private final HeatedExamples examples;
    private final double[] h;
    private final double[] slopes;
    private final double[] along;
    private final double[] moved;
    private double load;

    HeatedUnits(HeatedSetting spec) {
        this(
                spec,
                new double[spec.n() * spec.units()],
                new double[spec.patterns()],
                new HeatedExamples(
                        spec.n(), spec.patterns(), spec.precision(), Streams.of(spec.seed()).stream("examples", 0)),
                spec.load());
        vectors.orthogonal(teacher, units, Streams.of(spec.seed()).stream("teacher", 0));
        examples.weights(teacher, units);
        for (int first = 0; first < labels.length; first += HeatedExamples.BLOCK) {
            int width = outputs(teacher, first);
            System.arraycopy(along, 0, labels, first, width);
        }
    }

    private HeatedUnits(HeatedSetting spec, double[] teacher, double[] labels, HeatedExamples examples, double load) {
        this.spec = spec;
        this.teacher = teacher;
        this.labels = labels;
        this.examples = examples;
        this.load = load;
        n = spec.n();
        units = spec.units();
        vectors = new UnitVectors(n);
        root = 1.0 / Math.sqrt(units);
        h = new double[units * HeatedExamples.BLOCK];
        slopes = new double[h.length];
        along = new double[h.length];
        moved = new double[h.length];
    }

    /** Leaves the outputs of a block in {@code along}, units in h and their slopes; returns its width. Labels are 0 when those of the teacher are made. */
    private int outputs(double[] w, int first) {
        examples.fields(w, units, first, h);
        int width = examples.width(first);
        HiddenUnit.ERF.apply(h, units * width, slopes);
        for (int mu = 0; mu < width; mu++) {
            double sum = 0.0;
            for (int k = 0; k < units; k++) sum += h[k * width + mu];
            along[mu] = root * sum - labels[first + mu];
        }
        return width;
    }

    private double inverseTemperature() {
        return load * n / labels.length;
    }

    @Override
    public HeatedUnits fork() {
        return new HeatedUnits(spec, teacher, labels, examples.beside(), load);
    }

    @Override
    public int components() {
        return n;
    }

    @Override
    public FlatMoves.Walk walk() {
        return new HeatedWalk(spec, examples, labels, this::inverseTemperature);
    }

    @Override
    public int dimension() {
        return n * units;
    }

    @Override
    public double extent() {
        return n;
    }

    @Override
    public double rounding() {
        return spec.precision() == Precision.FLOAT32 ? 1e-6 : 1e-14;
    }

    @Override
    public int inputs() {
        return n;
    }

    @Override
    public int units() {
        return units;
    }

    @Override
    public int teacherUnits() {
        return units;
    }

    @Override
    public double share() {
        return 1.0 / units;
    }

    @Override
    public double control() {
        return load;
    }

    @Override
    public void control(double value) {
        if (!(value >= 0.0 && Double.isFinite(value)))
            throw new BadParameter("control", value, "is no number of examples A", "a finite number, 0 or above");
        load = value;
    }

    @Override
    public void overlaps(double[] w, double[] q, double[] r) {
        vectors.overlaps(w, units, teacher, units, q, r);
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        for (int k = 0; k < x.length; k++) x[k] = random.nextGaussian();
        switch (spec.beginning()) {
            case RANDOM -> {
                for (int i = 0; i < units; i++) vectors.scale(x, i, 1.0);
            }
            case LONG -> {
                for (int i = 0; i < units; i++) vectors.scale(x, i, 1.0 / spec.decay());
            }
            case TEACHER -> {
                for (int k = 0; k < x.length; k++) x[k] = teacher[k] + NOISE * x[k];
            }
        }
    }

    private double prior(double[] x) {
        double sum = 0.0;
        for (double weight : x) sum += weight * weight;
        return 0.5 * spec.decay() * sum;
    }

    /** sum_mu (sigma - tau)^2/2. */
    private double misfit(double[] x) {
        examples.weights(x, units);
        double sum = 0.0;
        for (int first = 0; first < labels.length; first += HeatedExamples.BLOCK) {
            int width = outputs(x, first);
            for (int mu = 0; mu < width; mu++) sum += along[mu] * along[mu];
        }
        return 0.5 * sum;
    }

    @Override
    public double trainingLoss(double[] w) {
        return misfit(w) / labels.length;
    }

    @Override
    public double energy(double[] x) {
        return inverseTemperature() * misfit(x) + prior(x);
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        examples.weights(x, units);
        double beta = inverseTemperature();
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int first = 0; first < labels.length; first += HeatedExamples.BLOCK) {
            int width = outputs(x, first);
            for (int mu = 0; mu < width; mu++) {
                double off = along[mu];
                sum += off * off;
                for (int k = 0; k < units; k++) slopes[k * width + mu] *= root * off;
            }
            examples.back(slopes, units, first, g);
        }
        for (int i = 0; i < x.length; i++) g[i] = beta * g[i] + spec.decay() * x[i];
        return 0.5 * beta * sum + prior(x);
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        double beta = inverseTemperature();
        Arrays.fill(hv, 0.0);
        for (int first = 0; first < labels.length; first += HeatedExamples.BLOCK) {
            examples.weights(x, units);
            examples.fields(x, units, first, h);
            int width = examples.width(first);
            // the fields are needed beside what units make of them
            System.arraycopy(h, 0, moved, 0, units * width);
            HiddenUnit.ERF.apply(h, units * width, slopes);
            examples.weights(v, units);
            examples.fields(v, units, first, along);
            for (int mu = 0; mu < width; mu++) curve(mu, width, labels[first + mu]);
            examples.back(along, units, first, hv);
        }
        for (int i = 0; i < x.length; i++) hv[i] = beta * hv[i] + spec.decay() * v[i];
    }

    /** Turns the fields of v in {@code along} into those that the inputs are to be weighted with. */
    private void curve(int mu, int width, double label) {
        double output = -label;
        double change = 0.0;
        for (int k = 0; k < units; k++) {
            int at = k * width + mu;
            output += root * h[at];
            change += root * slopes[at] * along[at];
        }
        for (int k = 0; k < units; k++) {
            int at = k * width + mu;
            // d/dh of the slope (2/sqrt pi) exp(-h^2)
            double bend = -2.0 * moved[at] * slopes[at];
            along[at] = root * (slopes[at] * change + output * bend * along[at]);
        }
    }
}
