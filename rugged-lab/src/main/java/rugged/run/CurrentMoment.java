package rugged.run;

import java.util.ArrayList;
import java.util.List;
import rugged.api.DynamicsSpec;
import rugged.api.Schedule;
import rugged.api.motion.Ladder;
import rugged.api.motion.Moment;

/** The moment of an observation, as one probe after another sees it. */
final class CurrentMoment implements Moment {
    private final Trajectories ensemble;
    private final Schedule schedule;
    private final long[] ages;
    private final Evaluation evaluation;
    private final double[][] xs;
    private final List<double[]> branchViews = new ArrayList<>();
    private int[] due = new int[0];
    private int used;
    private int index;
    private int probe;

    /**
     * @param ensemble what is observed
     * @param schedule the leg's schedule, in times of the run
     * @param ages by which each age's snapshot is remembered
     * @param evaluation energies and gradients
     * @param dimension N
     */
    CurrentMoment(Trajectories ensemble, Schedule schedule, long[] ages, Evaluation evaluation, int dimension) {
        this.ensemble = ensemble;
        this.schedule = schedule;
        this.ages = ages;
        this.evaluation = evaluation;
        this.xs = new double[ensemble.replicas()][dimension];
    }

    /** Takes the states of the ensemble at the k-th time. */
    void arrive(int k) {
        index = k;
        ensemble.states(xs);
        evaluation.of(xs);
    }

    /** Finds which ages are due, once those that are born now are remembered. */
    void settle() {
        int[] found = new int[schedule.ages()];
        int count = 0;
        for (int a = 0; a < found.length; a++) {
            if (schedule.due(index, a) && ensemble.snapshots().containsKey(ages[a])) found[count++] = a;
        }
        due = java.util.Arrays.copyOf(found, count);
    }

    /** Whose eyes see the moment from here on: fields are numbered per probe. */
    CurrentMoment seenBy(int observer) {
        probe = observer;
        used = 0;
        return this;
    }

    @Override
    public double time() {
        return schedule.time(index);
    }

    @Override
    public boolean single() {
        return schedule.single(index);
    }

    @Override
    public DynamicsSpec dynamics() {
        return ensemble.dynamics();
    }

    @Override
    public int replicas() {
        return xs.length;
    }

    @Override
    public double[] state(int replica) {
        return xs[replica];
    }

    @Override
    public double energy(int replica) {
        return evaluation.energy(replica);
    }

    @Override
    public double[] gradient(int replica) {
        return evaluation.gradient(replica);
    }

    @Override
    public Ladder ladder(int replica) {
        return ensemble.ladder(replica);
    }

    @Override
    public long work(int replica) {
        return ensemble.work(replica);
    }

    @Override
    public int[] due() {
        return due;
    }

    @Override
    public double age(int age) {
        return snapshot(age).time();
    }

    @Override
    public double[] snapshot(int age, int replica) {
        return snapshot(age).x()[replica];
    }

    @Override
    public boolean born(int age) {
        return schedule.born(index, age);
    }

    @Override
    public double[] branch(int age, int field, int replica) {
        if (used == branchViews.size()) branchViews.add(new double[xs[0].length]);
        double[] x = branchViews.get(used++);
        ensemble.branchState(ages[age], probe, field, replica, x);
        return x;
    }

    private Trajectories.Snapshot snapshot(int age) {
        Trajectories.Snapshot snapshot = ensemble.snapshots().get(ages[age]);
        if (snapshot == null) throw new IllegalStateException("age " + age + " is not born yet");
        return snapshot;
    }
}
