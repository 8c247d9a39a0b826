package rugged.checks.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Ensemble;
import rugged.api.motion.Excursion;
import rugged.api.motion.Ladder;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.api.motion.Task;
import rugged.api.record.Library;
import rugged.api.record.NamedArray;
import rugged.compose.Field;
import rugged.compose.Lockstep;
import rugged.num.Streams;

/**
 * The shortest bench on which protocols and observables can be tried: one observable, no interruption of the run, everything in memory. With {@code forgetful} the
 * probe is saved and opened anew before every call.
 */
final class TinyBench implements Bench {
    /** One value that the observable wrote. */
    record Row(Quantity quantity, int replica, double value, List<Double> axes) {}

    final List<Row> rows = new ArrayList<>();
    /** Arrays that were written, of whatever length: one without numbers has no row. */
    final Set<Quantity> arrays = new HashSet<>();

    private final LandscapeSpec landscape;
    private final Model model;
    private final DynamicsSpec dynamics;
    private final ObservableSpec observable;
    private final int replicas;
    private final Streams streams;
    private final boolean forgetful;
    private Probe probe;
    private int searches;

    TinyBench(
            LandscapeSpec landscape,
            DynamicsSpec dynamics,
            ObservableSpec observable,
            int replicas,
            long seed,
            boolean forgetful) {
        this.landscape = landscape;
        this.model = landscape.build();
        this.dynamics = dynamics;
        this.observable = observable;
        this.replicas = Math.max(replicas, observable.replicas());
        this.streams = Streams.of(seed);
        this.forgetful = forgetful;
        this.probe = open();
    }

    private Probe open() {
        return observable.open(model.fork(), streams.family("observable", 0));
    }

    private Probe probe() {
        if (forgetful) {
            byte[] saved = probe.save();
            probe = open();
            probe.load(saved);
        }
        return probe;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public DynamicsSpec dynamics() {
        return dynamics;
    }

    @Override
    public Ensemble start(DynamicsSpec spec) {
        Walkers walkers = new Walkers(spec);
        for (int r = 0; r < replicas; r++) {
            walkers.xs[r] = Bestiary.start(model, streams.seed() + r);
            walkers.steppers.add(spec.start(model.fork(), walkers.xs[r], walkers.noise(r)));
        }
        return walkers;
    }

    @Override
    public Ensemble pilot(DynamicsSpec spec) {
        Walkers pilot = (Walkers) start(spec);
        pilot.unseen = true;
        return pilot;
    }

    @Override
    public Ensemble pilotAt(double[][] states, DynamicsSpec spec) {
        Walkers pilot = (Walkers) startAt(states, spec);
        pilot.unseen = true;
        return pilot;
    }

    @Override
    public void move(Ensemble ensemble, double[][] states, double time) {
        throw new UnsupportedOperationException("nothing here goes a way of a pilot");
    }

    @Override
    public void drive(double control) {
        throw new UnsupportedOperationException("nothing here has a control");
    }

    @Override
    public int width() {
        throw new UnsupportedOperationException("nothing here has a width");
    }

    @Override
    public void rebuild(int width) {
        throw new UnsupportedOperationException("nothing here has a width");
    }

    @Override
    public List<byte[]> carryOut(List<? extends Task> tasks, double from, double to) {
        Streams own = streams.family("search", searches++);
        List<byte[]> found = new ArrayList<>();
        for (int k = 0; k < tasks.size(); k++)
            found.add(tasks.get(k).run(model.fork(), own.family("task", k)).found());
        return found;
    }

    @Override
    public Library library() {
        throw new UnsupportedOperationException("nothing here is collected");
    }

    @Override
    public Ensemble startAt(double[][] states, DynamicsSpec spec) {
        Walkers walkers = new Walkers(spec);
        for (int r = 0; r < replicas; r++) {
            walkers.changes = 1; // noise of its own
            walkers.xs[r] = states[r].clone();
            walkers.steppers.add(spec.start(model.fork(), walkers.xs[r], walkers.noise(r)));
        }
        return walkers;
    }

    @Override
    public void record(Quantity quantity, double value, double... axes) {
        put(quantity, -1, value, Double.NaN, axes);
    }

    @Override
    public void record(Quantity quantity, NamedArray values, double... axes) {
        sink.put(quantity, -1, values, axes);
    }

    @Override
    public Ensemble change(Ensemble ensemble, DynamicsSpec spec) {
        Walkers walkers = (Walkers) ensemble;
        walkers.spec = spec;
        walkers.offset = walkers.time;
        walkers.changes++;
        for (int r = 0; r < replicas; r++) {
            walkers.steppers.get(r).state(walkers.xs[r]);
            walkers.steppers.set(r, spec.start(model.fork(), walkers.xs[r], walkers.noise(r)));
        }
        return walkers;
    }

    @Override
    public void follow(Ensemble ensemble, Schedule asked) {
        Walkers walkers = (Walkers) ensemble;
        Schedule schedule = asked.rounded(walkers.spec.quantum(landscape));
        for (int k = 0; k < schedule.size(); k++) {
            walkers.advance(schedule.time(k));
            if (walkers.unseen) continue;
            walkers.schedule = schedule;
            walkers.index = k;
            for (int a = 0; a < schedule.ages(); a++) if (schedule.born(k, a)) walkers.bear(a);
            probe().at(walkers, sink);
            List<Excursion> excursions = probe().excursions(walkers);
            for (int e = 0; e < excursions.size(); e++) excursion(walkers, e, excursions.get(e));
        }
    }

    private void excursion(Walkers walkers, int number, Excursion excursion) {
        double[] x = walkers.state(excursion.replica()).clone();
        Stepper stepper = excursion.dynamics().start(model.fork(), x, streams.family("excursion", number));
        stepper.advance(excursion.until());
        stepper.state(x);
        probe().returned(walkers, number, x, walkers.energyAt(x), stepper.status(), sink);
    }

    /** An array is a row for each of its numbers. */
    private final Sink sink = new Sink() {
        @Override
        public void put(Quantity quantity, int replica, double value, double error, double... axes) {
            TinyBench.this.put(quantity, replica, value, error, axes);
        }

        @Override
        public void put(Quantity quantity, int replica, NamedArray values, double... axes) {
            if (!values.axes().equals(quantity.extents()))
                throw new AssertionError(quantity.name() + " has the extents " + values.axes());
            arrays.add(quantity);
            double[] at = Arrays.copyOf(axes, axes.length + 1);
            for (int k = 0; k < values.values().length; k++) {
                at[axes.length] = k;
                TinyBench.this.put(quantity, replica, values.values()[k], Double.NaN, at);
            }
        }
    };

    private void put(Quantity quantity, int replica, double value, double error, double... axes) {
        List<Double> at = new ArrayList<>();
        for (double axis : axes) at.add(axis);
        rows.add(new Row(quantity, replica, value, at));
    }

    /** Values of a quantity with these axes, in the order in which they were written. */
    double[] values(Quantity quantity, Double... axes) {
        return rows.stream()
                .filter(row -> row.quantity().equals(quantity))
                .filter(row -> row.axes().subList(0, axes.length).equals(List.of(axes)))
                .mapToDouble(Row::value)
                .toArray();
    }

    private final class Walkers implements Ensemble, Moment {
        private final List<Stepper> steppers = new ArrayList<>();
        private final double[][] xs = new double[replicas][];
        private final Map<Integer, double[][]> snapshots = new HashMap<>();
        private final Map<String, Stepper> branches = new HashMap<>();
        private DynamicsSpec spec;
        private Schedule schedule = Schedule.at();
        private int index;
        private double time;
        private double offset;
        private int changes;
        private boolean unseen;

        Walkers(DynamicsSpec spec) {
            this.spec = spec;
        }

        Streams noise(int replica) {
            return streams.family("dynamics", changes).family("replica", replica);
        }

        void advance(double until) {
            List<Stepper> all = new ArrayList<>(steppers);
            all.addAll(branches.values());
            new Lockstep(all).advance(until - offset, () -> false);
            time = until;
            for (int r = 0; r < replicas; r++) steppers.get(r).state(xs[r]);
        }

        void bear(int age) {
            double[][] copies = new double[replicas][];
            for (int r = 0; r < replicas; r++) copies[r] = xs[r].clone();
            snapshots.put(age, copies);
            List<double[]> fields = probe().fields(this, age);
            for (int f = 0; f < fields.size(); f++) {
                for (int r = 0; r < replicas; r++) {
                    Model inField = new Field(fields.get(f)).on(model.fork(), spec.needs());
                    Stepper branch = spec.start(inField, xs[r], noise(r));
                    branch.load(steppers.get(r).save());
                    branches.put(age + "/" + f + "/" + r, branch);
                }
            }
        }

        double energyAt(double[] x) {
            double[] energy = new double[1];
            model.fork().energies(new double[][] {x}, energy);
            return energy[0];
        }

        @Override
        public int replicas() {
            return replicas;
        }

        @Override
        public double time() {
            return time;
        }

        @Override
        public Status status(int replica) {
            return steppers.get(replica).status();
        }

        @Override
        public void state(int replica, double[] x) {
            steppers.get(replica).state(x);
        }

        @Override
        public DynamicsSpec dynamics() {
            return spec;
        }

        @Override
        public double[] state(int replica) {
            return xs[replica];
        }

        @Override
        public double energy(int replica) {
            return energyAt(xs[replica]);
        }

        @Override
        public double[] gradient(int replica) {
            double[] g = new double[xs[replica].length];
            ((Landscape) model).energyAndGradient(xs[replica], g);
            return g;
        }

        @Override
        public boolean single() {
            return schedule.single(index);
        }

        @Override
        public Ladder ladder(int replica) {
            return (Ladder) steppers.get(replica);
        }

        @Override
        public long work(int replica) {
            return steppers.get(replica).evaluations();
        }

        @Override
        public int[] due() {
            return java.util.stream.IntStream.range(0, schedule.ages())
                    .filter(age -> schedule.due(index, age))
                    .toArray();
        }

        @Override
        public double age(int age) {
            return schedule.age(age);
        }

        @Override
        public double[] snapshot(int age, int replica) {
            return snapshots.get(age)[replica];
        }

        @Override
        public boolean born(int age) {
            return schedule.born(index, age);
        }

        @Override
        public double[] branch(int age, int field, int replica) {
            double[] x = new double[xs[replica].length];
            branches.get(age + "/" + field + "/" + replica).state(x);
            return x;
        }
    }
}
