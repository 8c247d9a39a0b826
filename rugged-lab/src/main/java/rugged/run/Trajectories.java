package rugged.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import rugged.api.DynamicsSpec;
import rugged.api.ObservableSpec;
import rugged.api.model.Model;
import rugged.api.motion.Ensemble;
import rugged.api.motion.Ladder;
import rugged.api.motion.Probe;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.compose.Field;
import rugged.compose.Lockstep;
import rugged.num.Streams;
import rugged.run.replay.Answers;
import rugged.study.Point;

/**
 * The replicas of one ensemble, the probes that watch it, the states that it remembers, and its branches in fields. While a protocol is replayed it has no
 * steppers: it only follows the changes of dynamics until it is restored from the checkpoint.
 *
 * <p>Streams: replica r under the c-th dynamics draws from {@code dynamics/c/replica/r} of the ensemble's family, and so do its branches.
 */
final class Trajectories implements Ensemble {
    /** A state that is remembered: when, and x[R][N]. */
    record Snapshot(double time, double[][] x) {}

    /** A copy of a replica in a field since the age's birth. */
    private record Branch(long age, int probe, int field, int replica, double[] h, Stepper stepper) {}

    private final Model model;
    private final Point point;
    private final Streams streams;
    private final Answers answers;
    private final Evaluation evaluation;
    private final boolean observed;
    private final List<Probe> probes = new ArrayList<>();
    private final Map<Long, Snapshot> snapshots = new LinkedHashMap<>();
    private final List<Stepper> steppers = new ArrayList<>();
    private List<Branch> branches = new ArrayList<>();
    private Lockstep lockstep = new Lockstep(List.of());
    private DynamicsSpec dynamics;
    private int changes;
    private double offset;
    private double time;
    private long retired;

    Trajectories(Model model, Point point, DynamicsSpec dynamics, Streams streams, Answers answers, boolean observed) {
        this.model = model;
        this.point = point;
        this.dynamics = dynamics;
        this.streams = streams;
        this.answers = answers;
        this.observed = observed;
        this.evaluation = new Evaluation(model, point.landscape().provides());
        if (!observed) return;
        for (ObservableSpec observable : point.observables()) {
            probes.add(observable.open(own(), streams.family("observable", probes.size())));
        }
    }

    @Override
    public int replicas() {
        return point.replicas();
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public Status status(int replica) {
        return answers.status(() -> steppers.get(replica).status());
    }

    /** What is missing to the minima that its replicas seek, the first one's with how many are on their way; empty when they have arrived or seek none. */
    String missing() {
        if (!observed || steppers.isEmpty() || Double.isInfinite(dynamics.usualArrival())) return "";
        // one that has made no step was looked at where something else had put it
        List<String> all = steppers.stream()
                .filter(stepper -> stepper.steps() > 0)
                .map(Stepper::missing)
                .filter(words -> !words.isEmpty())
                .toList();
        if (all.isEmpty()) return "";
        return "not converged: " + all.getFirst()
                + (replicas() == 1 ? "" : " (" + all.size() + " of " + replicas() + " replicas)");
    }

    @Override
    public double energy(int replica) {
        return answers.number(() -> {
            double[][] x = new double[replicas()][model.dimension()];
            states(x);
            evaluation.of(x);
            return evaluation.energy(replica);
        });
    }

    @Override
    public void state(int replica, double[] x) {
        answers.state(x, steppers.isEmpty() ? into -> {} : steppers.get(replica)::state);
    }

    /**
     * Puts every replica at its starting state.
     *
     * @param starts where these are drawn from
     */
    void begin(Streams starts) {
        for (int r = 0; r < replicas(); r++) {
            double[] x = new double[model.dimension()];
            point.start().place(model, r, x, starts.stream("start", r));
            steppers.add(dynamics.start(own(), x, noise(r)));
        }
        regroup();
    }

    /** Puts the replicas at states[R][N]. */
    void begin(double[][] states) {
        for (int r = 0; r < replicas(); r++) steppers.add(dynamics.start(own(), states[r], noise(r)));
        regroup();
    }

    /** Another dynamics from here on; states, where there are any, are carried over. */
    void change(DynamicsSpec next) {
        dynamics = next;
        changes++;
        offset = time;
        if (steppers.isEmpty()) return;
        double[] x = new double[model.dimension()];
        for (int r = 0; r < replicas(); r++) {
            retired += steppers.get(r).evaluations();
            steppers.get(r).state(x);
            steppers.set(r, dynamics.start(own(), x, noise(r)));
        }
        List<Branch> carried = new ArrayList<>();
        for (Branch b : branches) {
            retired += b.stepper.evaluations();
            b.stepper.state(x);
            Stepper stepper = dynamics.start(field(b.h), x, noise(b.replica));
            carried.add(new Branch(b.age, b.probe, b.field, b.replica, b.h, stepper));
        }
        branches = carried;
        regroup();
    }

    /** Other states[R][N] at a later time; nothing that was remembered belongs to them. */
    void move(double[][] states, double then) {
        changes++;
        offset = then;
        time = then;
        snapshots.clear();
        if (steppers.isEmpty()) return;
        for (int r = 0; r < replicas(); r++) {
            retired += steppers.get(r).evaluations();
            steppers.set(r, dynamics.start(own(), states[r], noise(r)));
        }
        for (Branch b : branches) retired += b.stepper.evaluations();
        branches = new ArrayList<>();
        regroup();
    }

    /** Says that the run has come to a time. */
    void arrive(double now) {
        time = now;
    }

    /** Advances replicas and branches to a time of the run; false when it was paused before. */
    boolean advance(double until, Lockstep.Pause pause) {
        return lockstep.advance(until - offset, pause);
    }

    /** Time of the slowest replica that still moves; {@code otherwise} when none does. */
    double slowest(double otherwise) {
        double slowest = Double.POSITIVE_INFINITY;
        for (Stepper stepper : steppers) {
            if (stepper.status().running()) slowest = Math.min(slowest, offset + stepper.time());
        }
        return slowest == Double.POSITIVE_INFINITY ? otherwise : slowest;
    }

    /** Ends the point when a trajectory has failed. */
    void requireSound() {
        for (int r = 0; r < steppers.size(); r++) refuse(steppers.get(r), "replica " + r);
        for (Branch b : branches) refuse(b.stepper, "the copy in a field of replica " + b.replica);
    }

    private void refuse(Stepper stepper, String who) {
        if (stepper.status() instanceof Status.Failed(String reason, double value)) {
            throw new TrajectoryFailure(
                    who + " at t = " + (offset + stepper.time()) + ": " + reason + " (" + value + ")");
        }
    }

    /** Starts the branches of an age: for every field, one for every replica, where the replica is. */
    void branch(long age, int probe, List<double[]> fields) {
        double[] x = new double[model.dimension()];
        for (int f = 0; f < fields.size(); f++) {
            for (int r = 0; r < replicas(); r++) {
                Stepper original = steppers.get(r);
                original.state(x);
                Stepper stepper = dynamics.start(field(fields.get(f)), x, noise(r));
                stepper.load(original.save());
                branches.add(new Branch(age, probe, f, r, fields.get(f), stepper));
            }
        }
        if (!fields.isEmpty()) regroup();
    }

    /** Ends the branches of the ages that are over. */
    void prune(LongPredicate over) {
        List<Branch> kept = new ArrayList<>();
        for (Branch b : branches) {
            if (over.test(b.age)) retired += b.stepper.evaluations();
            else kept.add(b);
        }
        if (kept.size() == branches.size()) return;
        branches = kept;
        regroup();
    }

    /** Copies the state of a branch into x. */
    void branchState(long age, int probe, int field, int replica, double[] x) {
        for (Branch b : branches) {
            if (b.age == age && b.probe == probe && b.field == field && b.replica == replica) {
                b.stepper.state(x);
                return;
            }
        }
        throw new IllegalStateException("no branch of replica " + replica + " in field " + field + " is followed now");
    }

    /** Copies the states of all replicas into x[R][N]. */
    void states(double[][] x) {
        for (int r = 0; r < x.length; r++) steppers.get(r).state(x[r]);
    }

    /** The copies of a replica at all temperatures; only under a dynamics that has them. */
    Ladder ladder(int replica) {
        if (steppers.get(replica) instanceof Ladder ladder) return ladder;
        throw new IllegalStateException("this dynamics has no ladder of temperatures");
    }

    /** Whether there are trajectories: not while a protocol is replayed. */
    boolean alive() {
        return !steppers.isEmpty();
    }

    /** Whether observables watch it; a pilot is seen by nobody. */
    boolean observed() {
        return observed;
    }

    DynamicsSpec dynamics() {
        return dynamics;
    }

    int dimension() {
        return model.dimension();
    }

    double offset() {
        return offset;
    }

    List<Probe> probes() {
        return probes;
    }

    Streams streams() {
        return streams;
    }

    Map<Long, Snapshot> snapshots() {
        return snapshots;
    }

    /** A model for one more user in this thread: spin models hold a configuration, so each user needs one of its own. */
    Model own() {
        return model.beside();
    }

    private Model field(double[] h) {
        return new Field(h).on(own(), dynamics.needs());
    }

    /** Gradients evaluated so far by one replica under the present dynamics. */
    long work(int replica) {
        return steppers.get(replica).evaluations();
    }

    /** Gradients evaluated so far. */
    long evaluations() {
        long sum = retired;
        for (Stepper stepper : steppers) sum += stepper.evaluations();
        for (Branch b : branches) sum += b.stepper.evaluations();
        return sum;
    }

    /** Adds the gradients of side runs that have ended. */
    void retire(long evaluations) {
        retired += evaluations;
    }

    private Streams noise(int replica) {
        return streams.family("dynamics", changes).family("replica", replica);
    }

    private void regroup() {
        List<Stepper> all = new ArrayList<>(steppers);
        for (Branch b : branches) all.add(b.stepper);
        lockstep = new Lockstep(all);
    }

    /**
     * Everything but the snapshots.
     *
     * @param saves those of the probes
     */
    SavedPoint.Ensemble saved(List<byte[]> saves) {
        List<SavedPoint.Replica> replicas = new ArrayList<>();
        for (Stepper stepper : steppers)
            replicas.add(new SavedPoint.Replica(offset + stepper.time(), state(stepper), stepper.save()));
        List<SavedPoint.Branch> copies = new ArrayList<>();
        for (Branch b : branches)
            copies.add(
                    new SavedPoint.Branch(b.age, b.probe, b.field, b.replica, b.h, state(b.stepper), b.stepper.save()));
        return new SavedPoint.Ensemble(changes, offset, time, retired, observed, replicas, copies, saves);
    }

    private double[] state(Stepper stepper) {
        double[] x = new double[model.dimension()];
        stepper.state(x);
        return x;
    }

    /** The inverse of {@link #saved}, once the protocol has been replayed up to there. */
    void restore(SavedPoint.Ensemble saved) {
        if (saved.changes() != changes) throw new IllegalStateException("the protocol took another way than before");
        offset = saved.offset();
        time = saved.time();
        retired = saved.retired();
        for (int r = 0; r < saved.replicas().size(); r++) {
            SavedPoint.Replica replica = saved.replicas().get(r);
            Stepper stepper = dynamics.start(own(), replica.x(), noise(r));
            stepper.load(replica.stepper());
            steppers.add(stepper);
        }
        for (SavedPoint.Branch b : saved.branches()) {
            Stepper stepper = dynamics.start(field(b.h()), b.x(), noise(b.replica()));
            stepper.load(b.stepper());
            branches.add(new Branch(b.age(), b.probe(), b.field(), b.replica(), b.h(), stepper));
        }
        for (int p = 0; p < probes.size(); p++)
            probes.get(p).load(saved.probes().get(p));
        regroup();
    }
}
