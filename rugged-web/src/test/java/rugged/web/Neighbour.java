package rugged.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.num.kernel.KernelChoice;
import rugged.params.Catalogue;
import rugged.run.Execution;
import rugged.run.Watcher;
import rugged.run.cluster.Engine;
import rugged.run.cluster.Worker;
import rugged.store.Provenance;
import rugged.store.file.EnvironmentFailure;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/**
 * An engine of tests: threads in the place of machines. With the target {@code attended} the job lives by who handed it over, with {@code away} there is nobody to take it, otherwise it is left
 * to itself.
 */
public final class Neighbour implements Engine {
    @Override
    public String name() {
        return "neighbour";
    }

    @Override
    public int mostTasks() {
        return 2;
    }

    @Override
    public boolean takes(String option) {
        return false;
    }

    @Override
    public void require(String target) {
        if (target.equals("away")) throw new EnvironmentFailure("neighbour: nobody is at home", null);
    }

    @Override
    public Sent send(Job job) {
        String study =
                job.distribution().run().directory().resolve("study.yaml").toString();
        Plan plan = Planner.check(Request.of(java.nio.file.Path.of(study)), Catalogue.standard(), Machine.here())
                .plan()
                .orElseThrow();
        List<Worker> workers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        Provenance here = Provenance.here("test", "test", KernelChoice.best().name());
        for (int task = 0; task < job.distribution().tasks().groups().size(); task++) {
            Worker worker = new Worker(
                    plan, job.distribution(), task, "neighbour-" + task, Execution.of(1, here), Watcher.NONE);
            workers.add(worker);
            threads.add(Thread.ofPlatform().daemon().start(worker::run));
        }
        Optional<Attended> attended = Optional.of(job.target())
                .filter(target -> target.equals("attended"))
                .map(target -> new Attending(workers, threads));
        return new Sent(true, "", List.of("taken"), attended);
    }

    private record Attending(List<Worker> workers, List<Thread> threads) implements Attended {
        @Override
        public boolean ended(Duration longest) throws InterruptedException {
            long until = System.nanoTime() + longest.toNanos();
            for (Thread one : threads) {
                Duration left = Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
                if (!one.join(left)) return false;
            }
            return true;
        }

        @Override
        public List<String> said() {
            return List.of();
        }

        @Override
        public void stop() {
            workers.forEach(Worker::stop);
        }
    }
}
