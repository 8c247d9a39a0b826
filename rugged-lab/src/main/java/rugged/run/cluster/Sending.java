package rugged.run.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.run.Acceptance;
import rugged.run.Work;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.study.Plan;
import rugged.study.Point;
import rugged.study.cost.Machine;

/**
 * Hands the points of a plan that are not there over to an engine, in tasks of about equal predicted time.
 *
 * @param provenance the program that hands over
 * @param task what a task gets
 * @param program the words that start this program on another machine
 */
public record Sending(Provenance provenance, Settings.Task task, List<String> program) {
    private static final double MIB = 1 << 20;

    /** Bytes of one point in the plan, all of which every worker reads. */
    private static final double PLANNED = 1024;

    /** Points of a plan that the least heap has room for. */
    private static final int PLANNED_ANYWAY = 10_000;

    public Sending {
        program = List.copyOf(program);
    }

    /**
     * What was handed over.
     *
     * @param sent what the engine made of it
     * @param points that were not there
     * @param tasks they are computed in
     * @param seconds that the longest task is predicted to take
     * @param heap bytes of Java heap of a task
     */
    public record Handed(Engine.Sent sent, int points, int tasks, double seconds, double heap) {}

    /**
     * Does it; empty when all points are there.
     *
     * @param target what followed the colon behind the engine's name
     * @throws EnvironmentFailure when the engine cannot take it, or tasks of the run are at work already
     */
    public Optional<Handed> send(Plan plan, RunFolder folder, Engine engine, String target) {
        engine.require(target);
        Acceptance.write(Work.of(plan), folder, provenance, task.threads());
        requireIdle(folder);
        Pieces.collect(folder);
        List<Point> left = Pieces.left(folder, plan.points());
        if (left.isEmpty()) return Optional.empty();
        List<Group> groups = Grouping.of(
                left,
                Machine.here(),
                task.threads(),
                all -> task.minutes() > 0 ? 60 * task.minutes() : engine.taskSeconds(all),
                engine.mostTasks());
        double heap = task.memory() > 0
                ? task.memory() * MIB
                : groups.stream().mapToDouble(Group::heap).max().orElseThrow()
                        + PLANNED * Math.max(0, plan.points().size() - PLANNED_ANYWAY);
        double seconds = groups.stream().mapToDouble(Group::seconds).max().orElseThrow() / task.threads();
        Distribution next = Distribution.next(folder);
        next.tasks(new TaskList(engine.name(), provenance.version(), provenance.commit(), plan.hash(), heap, groups));
        Engine.Sent sent = engine.send(
                new Engine.Job(next, plan.study(), target, program, task.threads(), seconds, heap, task.options()));
        return Optional.of(new Handed(sent, left.size(), groups.size(), seconds, heap));
    }

    /** Two jobs that compute the same points would only waste one another's time. */
    private static void requireIdle(RunFolder folder) {
        List<String> busy = new ArrayList<>();
        for (Distribution one : Distribution.all(folder)) {
            var now = one.now();
            for (int t = 0; t < one.tasks().groups().size(); t++)
                if (one.atWork(t, now)) busy.add(one.number() + "/" + t);
        }
        if (!busy.isEmpty())
            throw new EnvironmentFailure(
                    folder.directory() + ": " + busy.size() + " of its tasks are at work already, the first of them "
                            + busy.getFirst() + "; 'rugged status' follows them",
                    null);
    }
}
