package rugged.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.Need;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.WidthFamily;
import rugged.api.model.Controlled;
import rugged.api.model.Model;
import rugged.api.motion.Ensemble;
import rugged.api.motion.Task;
import rugged.api.record.NamedArray;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.run.replay.Answers;
import rugged.run.replay.TaskLog;
import rugged.store.point.PointFolder;
import rugged.store.point.PointRecord;
import rugged.study.Point;

/**
 * The bench on which the protocol of one point works, and the place where its progress becomes durable.
 *
 * <p>A checkpoint says which leg is under way and holds everything that continues it: steppers, branches, probes, side runs. After an interruption the
 * protocol is run again from its first line. Until it comes to the leg of the checkpoint nothing is computed: legs return at once, and questions about
 * states are answered from the record of what was answered before ({@link Answers}). Then everything is restored and the leg goes on, to the same bits
 * wherever the checkpoint fell.
 *
 * <p>Remembered states and answers are written once, to append-only logs beside the observations, so a checkpoint stays as small as the moving parts.
 */
final class BenchRun implements Bench {
    private static final String ANSWERS = "answers" + PointRecord.WORKING;
    private static final String SNAPSHOTS = "snapshots" + PointRecord.WORKING;
    private static final String TASKS = "tasks" + PointRecord.WORKING;

    private final Point point;
    private final PointFolder folder;
    private final CheckpointTimer timer;
    private final Answers answers;
    private final Streams root;
    private final Schedule whole;
    private final List<Trajectories> ensembles = new ArrayList<>();
    private final Map<Trajectories, Built> grounds = new IdentityHashMap<>();
    private Built here;
    private int rebuilt;
    private final PointLibrary library = new PointLibrary();
    private Optional<SavedPoint> saved;
    private final int savedLeg;
    private int legs;
    private Optional<UnderWay> current = Optional.empty();
    private final TaskLog found;
    private final Semaphore spare;
    private Checkpoints checkpoints = state -> {};

    /** A landscape with what evaluates its energies, for what is observed and for side runs. */
    private record Built(Model model, Evaluation evaluation, Evaluation side) {}

    /** Writes a checkpoint with this state. */
    @FunctionalInterface
    interface Checkpoints {
        /** @param state what the point continues from */
        void write(byte[] state);
    }

    /**
     * @param point what is computed
     * @param model its landscape, a fork of this thread's own
     * @param folder where it is recorded
     * @param state the state of the last checkpoint; empty at the beginning
     * @param timer when to look up
     * @param spare threads of the run that are idle
     */
    BenchRun(
            Point point,
            Model model,
            PointFolder folder,
            Optional<byte[]> state,
            CheckpointTimer timer,
            Semaphore spare) {
        this.point = point;
        // a control that is moved here must not be felt by the next point of this thread
        this.here = built(model instanceof Controlled ? model.fork() : model);
        this.folder = folder;
        this.timer = timer;
        this.root = Streams.of(point.seed());
        this.whole = point.protocol().schedule();
        this.saved = state.map(SavedPoint::read);
        this.savedLeg = saved.map(SavedPoint::leg).orElse(0);
        this.spare = spare;
        this.found = new TaskLog(
                state.isPresent() ? folder.recorded(TASKS) : new byte[0], bytes -> folder.append(TASKS, bytes));
        this.answers = new Answers(
                state.isPresent() ? folder.recorded(ANSWERS) : new byte[0], bytes -> folder.append(ANSWERS, bytes));
    }

    private Built built(Model model) {
        Set<Need> provides = point.landscape().provides();
        return new Built(model, new Evaluation(model, provides), new Evaluation(model, provides));
    }

    /** Who writes the checkpoints. */
    void checkpoints(Checkpoints writer) {
        checkpoints = writer;
    }

    @Override
    public Model model() {
        return here.model;
    }

    @Override
    public DynamicsSpec dynamics() {
        return point.dynamics();
    }

    @Override
    public Ensemble start(DynamicsSpec dynamics) {
        return begin(trajectories(dynamics, true), Optional.empty());
    }

    @Override
    public Ensemble pilot(DynamicsSpec dynamics) {
        return begin(trajectories(dynamics, false), Optional.empty());
    }

    @Override
    public Ensemble startAt(double[][] states, DynamicsSpec dynamics) {
        return begin(trajectories(dynamics, true), Optional.of(states));
    }

    @Override
    public Ensemble pilotAt(double[][] states, DynamicsSpec dynamics) {
        return begin(trajectories(dynamics, false), Optional.of(states));
    }

    @Override
    public void move(Ensemble ensemble, double[][] states, double time) {
        ours(ensemble).move(states, time);
    }

    @Override
    public void drive(double control) {
        if (!(here.model instanceof Controlled driven)) throw new PointFailure("this landscape has no control to move");
        driven.control(control);
        for (Trajectories ensemble : ensembles) ensemble.change(ensemble.dynamics());
    }

    @Override
    public int width() {
        return family().width();
    }

    private WidthFamily family() {
        if (point.landscape() instanceof WidthFamily family) return family;
        throw new PointFailure("this landscape has no width to choose");
    }

    @Override
    public void rebuild(int width) {
        here = built(family().atWidth(width).build());
        rebuilt++;
    }

    @Override
    public void record(Quantity quantity, double value, double... axes) {
        if (saved.isEmpty()) folder.put(quantity, Sink.ALL, value, Double.NaN, axes);
    }

    @Override
    public void record(Quantity quantity, NamedArray values, double... axes) {
        if (saved.isEmpty()) folder.put(quantity, Sink.ALL, values, axes);
    }

    @Override
    public PointLibrary library() {
        return library;
    }

    private Trajectories trajectories(DynamicsSpec dynamics, boolean observed) {
        long before =
                ensembles.stream().filter(other -> other.observed() == observed).count();
        Streams streams = root.family(observed ? "ensemble" : "pilot", before);
        Trajectories ensemble = new Trajectories(here.model, point, dynamics, streams, answers, observed);
        grounds.put(ensemble, here);
        return ensemble;
    }

    /** Where starting states are drawn from: a landscape that was built anew has its own. */
    private Streams starts() {
        return rebuilt == 0 ? root : root.family("rebuilt", rebuilt);
    }

    private Ensemble begin(Trajectories ensemble, Optional<double[][]> states) {
        ensembles.add(ensemble);
        if (saved.isPresent()) return ensemble;
        states.ifPresentOrElse(ensemble::begin, () -> ensemble.begin(starts()));
        return ensemble;
    }

    @Override
    public Ensemble change(Ensemble ensemble, DynamicsSpec dynamics) {
        ours(ensemble).change(dynamics);
        return ensemble;
    }

    @Override
    public void follow(Ensemble ensemble, Schedule schedule) {
        Trajectories followed = ours(ensemble);
        Schedule rounded = onGrid(schedule, followed);
        int number = legs++;
        if (rounded.size() == 0) return;
        if (saved.isPresent() && number < savedLeg) {
            followed.arrive(rounded.until());
            return;
        }
        int which = ensembles.indexOf(followed);
        Built on = Objects.requireNonNull(grounds.get(followed));
        Leg.Loan lent = new Leg.Loan(
                on.model, whole, on.evaluation, on.side, folder, taken -> log(which, taken), timer, this::pause);
        Leg leg = new Leg(followed, schedule, rounded, lent, root.family("leg", number));
        if (saved.isPresent()) restore(leg, saved.get());
        saved = Optional.empty();
        current = Optional.of(leg);
        double end = whole.until();
        timer.follow(() -> end > 0 ? Math.clamp(leg.time() / end, 0.0, 1.0) : 0.0);
        leg.run();
        current = Optional.empty();
    }

    @Override
    public List<byte[]> carryOut(List<? extends Task> tasks, double from, double to) {
        int number = legs++;
        List<Task.Result> before = found.of(number);
        if (saved.isEmpty() || number >= savedLeg) {
            TaskRun run = new TaskRun(
                    tasks, here.model, root.family("search", number), before, one -> found.add(number, one));
            if (saved.isPresent()) restore(run, saved.get());
            saved = Optional.empty();
            current = Optional.of(run);
            timer.follow(() -> from + (to - from) * run.done());
            while (!run.advance(timer, spare)) pause();
            current = Optional.empty();
        }
        return before.stream().map(Task.Result::found).toList();
    }

    /** The schedule on the grid of the dynamics' steps, which begins where the dynamics was last changed. */
    private Schedule onGrid(Schedule schedule, Trajectories followed) {
        double quantum = followed.dynamics().quantum(point.landscape());
        double offset = followed.offset();
        if (quantum == 0.0) return schedule;
        if (offset == 0.0) return schedule.rounded(quantum);
        return schedule.shifted(-offset).rounded(quantum).shifted(offset);
    }

    private Trajectories ours(Ensemble ensemble) {
        if (ensemble instanceof Trajectories trajectories && ensembles.contains(trajectories)) return trajectories;
        throw new IllegalArgumentException("this ensemble was not started on this bench");
    }

    /** Writes a checkpoint; ends the computation there when the run is to stop. */
    private void pause() {
        current.ifPresent(leg -> checkpoints.write(state(leg)));
        timer.checkpointed();
        if (timer.stopping()) throw new Stopped();
    }

    private byte[] state(UnderWay leg) {
        List<SavedPoint.Ensemble> all = new ArrayList<>();
        for (Trajectories ensemble : ensembles) all.add(ensemble.saved(leg.probes(ensemble)));
        return new SavedPoint(legs - 1, leg.saved(), all).bytes();
    }

    private void restore(UnderWay leg, SavedPoint from) {
        if (answers.replaying() || from.ensembles().size() != ensembles.size()) {
            throw new IllegalStateException("the protocol took another way than before");
        }
        readSnapshots();
        for (int e = 0; e < ensembles.size(); e++)
            ensembles.get(e).restore(from.ensembles().get(e));
        leg.restore(from.moment());
    }

    private void log(int ensemble, Leg.SnapshotTaken taken) {
        Packed.Writer out = new Packed.Writer()
                .put(ensemble)
                .put(taken.age())
                .put(taken.snapshot().time());
        for (double[] x : taken.snapshot().x()) out.put(x);
        folder.append(SNAPSHOTS, out.bytes());
    }

    private void readSnapshots() {
        byte[] bytes = folder.recorded(SNAPSHOTS);
        Packed.Reader in = new Packed.Reader(bytes);
        int left = bytes.length;
        while (left >= Integer.BYTES) {
            Trajectories ensemble = ensembles.get(in.readInt());
            left -= Integer.BYTES
                    + Long.BYTES
                    + Double.BYTES
                    + point.replicas() * (Integer.BYTES + Double.BYTES * ensemble.dimension());
            if (left < 0) return;
            long age = in.readLong();
            double time = in.readDouble();
            double[][] x = new double[point.replicas()][ensemble.dimension()];
            for (double[] state : x) in.read(state);
            ensemble.snapshots().put(age, new Trajectories.Snapshot(time, x));
        }
    }

    /** The ensembles, in the order in which they were started. */
    List<Trajectories> ensembles() {
        return ensembles;
    }

    /** Gradients evaluated so far by all trajectories. */
    long evaluations() {
        long sum = found.evaluations();
        for (Trajectories ensemble : ensembles) sum += ensemble.evaluations();
        return sum;
    }
}
