package rugged.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.cli.text.JsonText;
import rugged.store.Integrity;
import rugged.store.RunFolder;
import rugged.store.file.Looking;

/** {@code rugged verify DIR}: whether everything in a run folder is what was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Compares everything in a run folder with its checksums. Exit code 0 when it is whole, 1 when a file is"
                        + " damaged or missing; each is named.",
        footer = {"", "Example:", "  rugged verify runs/aging-pspin-3fa91c07"})
final class VerifyCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the run folder")
    Path directory = Path.of("");

    @Option(names = "--json", description = "the result as JSON")
    boolean json;

    @Override
    public Integer call() {
        RunFolder folder = Folders.existing(directory);
        try (Looking looking = Looking.at(directory)) {
            Integrity integrity = new Integrity(folder);
            List<Integrity.Damage> damage = integrity.damage();
            if (json) print(integrity, damage);
            else say(integrity, damage);
            return damage.isEmpty() ? Exit.DONE : Exit.FAILED;
        }
    }

    private void print(Integrity integrity, List<Integrity.Damage> damage) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("directory", directory.toString());
        answer.put("whole", damage.isEmpty());
        answer.put("checksums", integrity.vouches());
        answer.put("files", integrity.vouched());
        answer.put("damaged", damage);
        spec.commandLine().getOut().println(JsonText.of(answer));
    }

    private void say(Integrity integrity, List<Integrity.Damage> damage) {
        PrintWriter out = spec.commandLine().getOut();
        for (Integrity.Damage one : damage) out.println(directory.resolve(one.file()) + " " + one.what());
        if (!damage.isEmpty()) {
            out.println(damage.size() + (damage.size() == 1 ? " file is" : " files are")
                    + " not what was written; to make them again:");
            out.println("  rugged resume " + directory);
        } else if (integrity.vouches()) {
            out.println(directory + ": whole, " + integrity.vouched() + " files compared with their checksums");
        } else {
            out.println(directory
                    + ": carries no checksums (an earlier version of rugged wrote it); nothing is missing that"
                    + " it speaks of");
        }
    }
}
