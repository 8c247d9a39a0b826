package rugged.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.api.record.Atlas;
import rugged.cli.text.Exit;
import rugged.compose.search.Survey;
import rugged.geometry.Symmetry;
import rugged.store.file.EnvironmentFailure;
import rugged.store.library.AtlasDatabase;
import rugged.store.library.AtlasFiles;
import rugged.store.library.AtlasFormat;
import rugged.store.library.MergedAtlas;

/** {@code rugged merge-maps SOURCE...}: maps of a landscape, of runs and of other programs, as one. */
@Command(
        name = "merge-maps",
        mixinStandardHelpOptions = true,
        description = {
            "Puts maps of one landscape together, each minimum and transition state once, or turns one map into another"
                    + " format.",
            "A SOURCE is a run folder, a library.sqlite or library.db, a database of pele, or a folder with min.data"
                    + " and ts.data as the Cambridge programs or TopSearch write them."
        },
        footer = {
            "",
            "Examples:",
            "  rugged merge-maps runs/atlas-lj7-3fa91c07 --out lj7.sqlite",
            "  rugged merge-maps lj38.pele.db more-of-it/ --out lj38.sqlite",
            "  rugged merge-maps lj7.sqlite --format cambridge --out pathsample",
            "  rugged run maps.yaml --set protocol.earlier=lj7.sqlite       goes on from it"
        })
final class MergeMapsCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = "a run folder, a library or tables")
    List<Path> sources = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where it is written; not there yet")
    Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "library",
            description = "library (default), pele: a file; cambridge, topsearch: a folder")
    String format = "library";

    @Option(
            names = "--where",
            paramLabel = "KEY=VALUE",
            description = "of run folders only points with this value; repeatable")
    List<String> where = new ArrayList<>();

    @Option(
            names = "--same-energy",
            paramLabel = "DE",
            defaultValue = "1e-6",
            description = "largest difference of the energies of one stationary point (${DEFAULT-VALUE})")
    double sameEnergy = 1e-6;

    @Option(
            names = "--same-determinant",
            paramLabel = "D",
            defaultValue = "1e-3",
            description = "largest difference of its ln det (${DEFAULT-VALUE})")
    double sameDeterminant = 1e-3;

    @Mixin
    With with = new With();

    @Override
    public Integer call() {
        AtlasFormat as = AtlasFormat.of(format)
                .orElseThrow(() -> Exit.Refused.of("--format: " + format + ": unknown; one of "
                        + Arrays.stream(AtlasFormat.values())
                                .map(AtlasFormat::word)
                                .collect(Collectors.joining(", "))));
        requireTolerance("--same-energy", sameEnergy);
        requireTolerance("--same-determinant", sameDeterminant);
        if (Files.exists(out)) throw Exit.Refused.of("--out: " + out + ": is there already; name a new one");
        Map<Path, List<AtlasDatabase.Of>> maps = read();
        Atlas whole;
        try {
            whole = MergedAtlas.of(
                    maps.values().stream().flatMap(List::stream).toList(),
                    Symmetry.NONE,
                    new Survey.Identity(sameEnergy, sameDeterminant, Double.POSITIVE_INFINITY));
        } catch (IOException different) {
            throw Exit.Refused.of(String.valueOf(different.getMessage()));
        }
        as.objection(whole).ifPresent(why -> {
            throw Exit.Refused.of("--format: " + format + ": " + why);
        });
        try {
            as.write(out, whole);
        } catch (IOException full) {
            throw EnvironmentFailure.writing(out, full);
        }
        say(maps, whole);
        return Exit.DONE;
    }

    private static void requireTolerance(String option, double value) {
        if (!(value >= 0.0)) throw Exit.Refused.of(option + ": " + value + ": must be a number >= 0");
    }

    /** Everything that is wrong with any source is said at once. */
    private Map<Path, List<AtlasDatabase.Of>> read() {
        Map<Path, List<AtlasDatabase.Of>> all = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        RunMaps runs = new RunMaps(where, with.files());
        for (Path source : sources) {
            try {
                List<AtlasDatabase.Of> maps = RunMaps.isRun(source) ? runs.read(source) : AtlasFiles.read(source);
                if (maps.stream().allMatch(map -> map.atlas().minima().isEmpty()))
                    wrong.add(source + ": holds no minimum");
                all.put(source, maps);
            } catch (IOException unreadable) {
                wrong.add(String.valueOf(unreadable.getMessage()));
            }
        }
        runs.objection().ifPresent(wrong::add);
        if (!wrong.isEmpty()) throw new Exit.Refused(wrong);
        return all;
    }

    private void say(Map<Path, List<AtlasDatabase.Of>> maps, Atlas whole) {
        PrintWriter to = spec.commandLine().getOut();
        int minima = 0;
        int saddles = 0;
        for (Map.Entry<Path, List<AtlasDatabase.Of>> one : maps.entrySet()) {
            int own = one.getValue().stream()
                    .mapToInt(m -> m.atlas().minima().size())
                    .sum();
            int passes = one.getValue().stream()
                    .mapToInt(m -> m.atlas().saddles().size())
                    .sum();
            int count = one.getValue().size();
            to.println(one.getKey() + ": " + (count == 1 ? "" : count + " maps, ") + counts(own, passes));
            minima += own;
            saddles += passes;
        }
        int twice = minima - whole.minima().size();
        int twicePasses = saddles - whole.saddles().size();
        to.println(out + ": " + counts(whole.minima().size(), whole.saddles().size())
                + (twice + twicePasses == 0 ? "" : "; " + counts(twice, twicePasses) + " were there twice"));
        long bare = whole.minima().stream()
                .filter(one -> Double.isNaN(one.logDeterminant()))
                .count();
        if (bare > 0)
            to.println(bare + " minima have no normal modes: the energy alone told them apart; a search that takes the"
                    + " map up (protocol.earlier) computes them");
    }

    private static String counts(int minima, int saddles) {
        return minima
                + (minima == 1 ? " minimum, " : " minima, ")
                + saddles
                + (saddles == 1 ? " transition state" : " transition states");
    }
}
