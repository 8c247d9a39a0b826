package rugged.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import rugged.cli.text.Exit;
import rugged.cli.text.StandardOutput;
import rugged.cli.text.TerminalWriter;
import rugged.cli.text.Version;

/** The command {@code rugged}: reads the line, hands over to one command, turns what went wrong into an exit code. */
@Command(
        name = "rugged",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "A laboratory for the statistical physics of learning: any landscape under any dynamics,",
            "watched by any observable, beside its theory, with error bars.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  rugged list                                   what there is, with counts",
            "  rugged run aging-pspin --size quick           a first figure in seconds",
            "  rugged run aging-pspin --set landscape.n=512  the same at another size",
            "  rugged run my-study.yaml --with MyLandscape.java",
            "  rugged describe pspin                         parameters, ranges, defaults and why",
            "  rugged serve --open                           the same in a browser: browse, set up, watch, compare",
            "  rugged validate                               every reference value beside ours",
            "",
            "Exit codes: 0 done, 1 a run or a validation failed, 2 wrong input, 3 environment, 130 interrupted."
        },
        subcommands = {
            ListCommand.class,
            DescribeCommand.class,
            RunCommand.class,
            TheoryCommand.class,
            CheckCommand.class,
            ResumeCommand.class,
            StatusCommand.class,
            ShowCommand.class,
            VerifyCommand.class,
            FigureCommand.class,
            NotebookCommand.class,
            ExportCommand.class,
            ExtendCommand.class,
            MergeCommand.class,
            MergeMapsCommand.class,
            ServeCommand.class,
            ValidateCommand.class,
            BenchCommand.class,
            ShellCommand.class,
            WorkCommand.class
        })
public final class Main implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "show the stack trace of an error of rugged itself")
    boolean debug;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        StandardOutput standard = new StandardOutput();
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = execute(new PrintWriter(standard, true, StandardCharsets.UTF_8), err, arguments);
        System.exit(standard.code(code, err));
    }

    /** Below the help of {@code theory NAME}: what that theory takes. */
    private static void taken(CommandLine line) {
        CommandLine theory = Objects.requireNonNull(line.getSubcommands().get("theory"));
        IHelpSectionRenderer usual =
                Objects.requireNonNull(theory.getHelpSectionMap().get(SECTION_KEY_FOOTER));
        IHelpSectionRenderer more = help -> usual.render(help)
                + (theory.getCommand() instanceof TheoryCommand command ? TheoryCommand.taken(command.name) : "");
        theory.getHelpSectionMap().put(SECTION_KEY_FOOTER, more);
    }

    /** Runs one command, writing to the given streams; returns its exit code. */
    static int execute(PrintWriter standardOut, PrintWriter standardError, String... arguments) {
        PrintWriter out = TerminalWriter.over(standardOut);
        PrintWriter err = TerminalWriter.over(standardError);
        CommandLine line = new CommandLine(new Main());
        line.setOut(out).setErr(err);
        // its colours are escape sequences, of which none passes
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        taken(line);
        line.setUsageHelpWidth(110).setUsageHelpLongOptionsMaxWidth(32);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Main::wrongLine);
        line.setExecutionExceptionHandler((failure, command, parsed) -> Exit.of(failure, err, wantsTrace(arguments)));
        int code;
        try {
            code = line.execute(arguments);
        } catch (Error failure) {
            code = Exit.of(failure, err, wantsTrace(arguments));
        }
        out.flush();
        err.flush();
        return code;
    }

    private static boolean wantsTrace(String[] arguments) {
        return List.of(arguments).contains("--debug");
    }

    private static int wrongLine(ParameterException mistake, String[] arguments) {
        PrintWriter err = mistake.getCommandLine().getErr();
        err.println("rugged: " + mistake.getMessage());
        CommandSpec spec = mistake.getCommandLine().getCommandSpec();
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            List<String> near = new ArrayList<>(unmatched.getSuggestions());
            if (spec.findOption("--set") != null) near.addAll(settings(unmatched.getUnmatched()));
            if (!near.isEmpty()) err.println("did you mean " + String.join(" or ", near) + "?");
        }
        err.println("see '" + spec.qualifiedName() + " --help'");
        return Exit.WRONG_INPUT;
    }

    /** Parameters that were named without saying that they are: {@code dt=0.1} for {@code --set dt=0.1}. */
    private static List<String> settings(List<String> unmatched) {
        return unmatched.stream()
                .filter(argument -> argument.matches("[a-z][a-z0-9.-]*=.*"))
                .map(argument -> "--set " + argument)
                .toList();
    }
}
