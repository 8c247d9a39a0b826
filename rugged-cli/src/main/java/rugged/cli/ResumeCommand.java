package rugged.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.run.cluster.Distribution;
import rugged.run.cluster.Pieces;
import rugged.run.cluster.Standing;
import rugged.store.Integrity;
import rugged.store.Manifest;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderHeld;
import rugged.store.file.FolderLock;
import rugged.study.Plan;

/** {@code rugged resume DIR}: continues an interrupted run to the same bits. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Continues an interrupted run to the same bits as an uninterrupted one.")
final class ResumeCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the run folder")
    Path directory = Path.of("");

    @Option(names = "--json", description = "the summary, and nothing else, on standard output")
    boolean json;

    @Option(
            names = "--retry-failed",
            description =
                    "computes again the points that their physics ended; all others that failed are tried again anyway")
    boolean retry;

    @Mixin
    Carrying carrying = new Carrying();

    @Mixin
    With with = new With();

    /** Bits are promised per implementation of the kernels: the choice of the first session stands. Called before any kernel is loaded. */
    static void sameKernels(String vectors) {
        if (!vectors.isEmpty() && System.getProperty("rugged.kernels") == null) {
            System.setProperty("rugged.kernels", vectors.split(" ")[0]);
        }
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        RunFolder folder = Folders.existing(directory);
        long writer = FolderLock.heldBy(directory);
        if (writer != 0) throw new FolderHeld(directory, writer);
        collect(folder, err);
        List<Integrity.Damage> damage = new Integrity(folder).damage();
        Path study = directory.resolve("study.yaml");
        if (folder.study().isEmpty()) throw new Damaged(study, "is missing: run the study again into this folder");
        if (damage.isEmpty() && folder.status() == RunStatus.COMPLETE) {
            if (!carrying.quiet && !json) err.println("nothing to resume: this run is complete");
            Showing.print(folder, json, spec.commandLine().getOut());
            return Exit.DONE;
        }
        Optional<Manifest> manifest = manifest(folder);
        List<String> changes = manifest.map(Manifest::changes).orElseGet(List::of);
        if (!changes.isEmpty()) throw new Exit.Refused(changes);
        manifest.map(Manifest::vectors).ifPresent(ResumeCommand::sameKernels);
        Plan plan = Plans.plan(Folders.request(folder, with.files()), carrying.threads());
        manifest.map(Manifest::plan)
                .filter(stored -> !stored.equals(plan.hash()))
                .ifPresent(stored -> {
                    throw Exit.Refused.of(directory + ": was begun as plan " + stored
                            + ", which this version of rugged reads as " + plan.hash()
                            + ": its points would not continue to the same bits; run its study.yaml into a new folder");
                });
        // what is refused makes nothing again
        for (Integrity.Damage one : damage)
            err.println(directory.resolve(one.file()) + " " + one.what() + ": made again");
        int code = carrying.out(
                plan, folder, false, retry, json, spec.commandLine().getOut(), err);
        if (code == Exit.DONE) Pieces.clear(folder);
        return code;
    }

    /** What other machines have computed comes to its place; as long as they are at work nothing is computed here. */
    private void collect(RunFolder folder, PrintWriter err) {
        if (Distribution.all(folder).isEmpty()) return;
        Standing standing = Standing.of(folder);
        if (standing.atWork() > 0)
            throw new EnvironmentFailure(
                    directory + ": " + standing.atWork()
                            + " of its tasks are at work on other machines; 'rugged status "
                            + directory + "' follows them, 'rugged merge " + directory
                            + " --out DIR' makes tables of what is there",
                    null);
        int collected = Pieces.collect(folder);
        if (collected > 0 && !carrying.quiet && !json)
            err.println(collected + " points collected from tasks that died");
    }

    private static Optional<Manifest> manifest(RunFolder folder) {
        try {
            return folder.manifest();
        } catch (Damaged lost) {
            return Optional.empty();
        }
    }
}
