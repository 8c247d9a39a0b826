package rugged.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rugged.params.Catalogue;
import rugged.run.Execution;
import rugged.store.Provenance;
import rugged.study.Plan;
import rugged.study.cost.Estimate;
import rugged.study.cost.Machine;
import rugged.web.http.Turns;
import rugged.web.runs.AwayRuns;
import rugged.web.runs.RunIndex;
import rugged.web.runs.RunQueue;
import rugged.web.runs.Sizes;
import rugged.web.runs.Trash;

/** A workspace with what works on it: what the resources of the interface share. */
public final class Laboratory {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final long PATIENCE = 30_000; // milliseconds

    private final Serving serving;
    private final Provenance provenance;
    private final String epoch = UUID.randomUUID().toString().substring(0, 8);
    private final RunIndex index;
    private final RunQueue runQueue;
    private final AwayRuns awayRuns;
    private final Sizes sizes = new Sizes();
    private final Trash trash;
    private final Turns planning = new Turns(Math.max(1, PROCESSORS / 2), PATIENCE);
    private final Turns looking = new Turns(Math.max(2, PROCESSORS), PATIENCE);
    private final Turns drawing = new Turns(Math.max(2, PROCESSORS), PATIENCE);

    /**
     * @param serving where it is
     * @param provenance what computes
     */
    public Laboratory(Serving serving, Provenance provenance) {
        this(serving, provenance, InstantSource.system());
    }

    /**
     * @param serving where it is
     * @param provenance what computes
     * @param clock of the machine
     */
    Laboratory(Serving serving, Provenance provenance, InstantSource clock) {
        this.serving = serving;
        this.provenance = provenance;
        index = new RunIndex(serving.root(), clock);
        runQueue = new RunQueue(index, provenance, serving.threads());
        awayRuns = new AwayRuns(runQueue, index, provenance);
        trash = new Trash(serving.root());
    }

    /** Begins to look and to work. */
    void start() {
        trash.empty();
        index.start();
        runQueue.start();
        Thread.ofPlatform().name("sizes").daemon(true).start(() -> sizes.follow(index));
    }

    /** Stops what is being computed at its next checkpoint. */
    void close(int seconds) {
        index.close();
        awayRuns.close();
        runQueue.close(seconds);
    }

    /** Where it is. */
    public Serving serving() {
        return serving;
    }

    /** What computes. */
    public Provenance provenance() {
        return provenance;
    }

    /** A name of this server's life. */
    public String epoch() {
        return epoch;
    }

    /** Which runs there are. */
    public RunIndex index() {
        return index;
    }

    /** Who computes them. */
    public RunQueue runQueue() {
        return runQueue;
    }

    /** Those that engines compute. */
    public AwayRuns awayRuns() {
        return awayRuns;
    }

    /** Whether a run waits, or is on other machines. */
    public boolean queued(String id) {
        return runQueue.queued(id) || awayRuns.has(id);
    }

    /** How large they are. */
    public Sizes sizes() {
        return sizes;
    }

    /** Where deleted ones go. */
    public Trash trash() {
        return trash;
    }

    /** Requests that ask what a study would cost. */
    public Turns looking() {
        return looking;
    }

    /** Requests that plan a study to run it. */
    public Turns planning() {
        return planning;
    }

    /** Requests that read and draw results. */
    public Turns drawing() {
        return drawing;
    }

    /** What studies are made of. */
    public Catalogue catalogue() {
        return Catalogue.standard();
    }

    /** What a plan may count on. */
    public Machine machine() {
        return Machine.here().threads(runQueue.threads());
    }

    /** What a plan costs with the threads and the load of now, whenever it was made. */
    public Estimate estimate(Plan plan) {
        return plan.estimate().on(machine());
    }

    /** Bytes free where the runs are; infinite when unknown. */
    public double diskFree() {
        Path root = serving.root();
        try {
            Path there = Files.exists(root) ? root : root.toAbsolutePath().getParent();
            return Files.getFileStore(there == null ? Path.of("/") : there).getUsableSpace();
        } catch (IOException unknown) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** The same; null when unknown. */
    public @Nullable Double diskKnown() {
        double free = diskFree();
        return Double.isFinite(free) ? (Double) free : null;
    }

    /** How validations are computed. */
    public Execution execution() {
        return Execution.of(runQueue.threads(), provenance);
    }
}
