package rugged.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.cli.text.Exit;
import rugged.cli.text.JsonText;
import rugged.cli.text.TextTable;
import rugged.params.Canonical;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Numbers;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.Range;
import rugged.params.Samples;
import rugged.params.SpecBinder;
import rugged.params.Yaml;
import rugged.report.Numerals;
import rugged.store.DiskArchive;
import rugged.study.check.MemoryCheck;
import rugged.study.cost.Machine;

/** {@code rugged theory NAME}: solves a theory alone. */
@Command(
        name = "theory",
        mixinStandardHelpOptions = true,
        description = "Solves a theory alone and prints its quantities.",
        footer = {
            "",
            "Examples:",
            "  rugged theory p2-gradient-flow --set times=1,10,100",
            "  rugged theory annealed-energy --set mixture=3+4 --set temperature=1.2",
            "  rugged theory chsck --help                    with what this one takes"
        })
final class TheoryCommand implements Callable<Integer> {
    private static final List<Double> TIMES = List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
    private static final String SET = "--set";
    private static final String TIMES_KEY = "times";
    private static final String TIME_AXIS = "t";

    /** The axis of quantities that a setting is about. */
    private static final Map<String, String> AXES = Map.of(TIMES_KEY, TIME_AXIS, "tw", "tw");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "a theory of 'rugged list --kind theory'")
    String name = "";

    @Option(names = SET, paramLabel = "PARAMETER=VALUE", description = "sets a parameter; repeatable")
    List<String> settings = new ArrayList<>();

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Mixin
    With with = new With();

    private record Value(Quantity quantity, double value, double error, double[] axes) {}

    /** One value as the contract has it: null where there is none. */
    record Line(
            String name,
            String symbol,
            @Nullable Double value,
            @Nullable Double error,
            Map<String, Double> axes) {}

    /** @param reason why there are no quantities; null when there are */
    record Answer(
            String theory,
            Map<String, Object> parameters,
            boolean converged,
            double residual,
            @Nullable String reason,
            String solution,
            String validity,
            List<Line> quantities) {}

    @Override
    public Integer call() {
        Catalogue catalogue = with.catalogue();
        Problems problems = new Problems();
        TheorySpec theory = bind(catalogue, problems);
        List<Value> values = new ArrayList<>();
        requireAxes(catalogue, theory, problems);
        Schedule grid = grid(problems);
        if (problems.none()) new MemoryCheck(Machine.here(), problems).check(theory, grid, Node.Place.of(SET), name);
        if (!problems.none()) throw Exit.Refused.of(problems.list());
        Solution solution = theory.solve(
                grid,
                (quantity, replica, value, error, axes) -> values.add(new Value(quantity, value, error, axes.clone())),
                DiskArchive.users());
        boolean asked = settings.stream().anyMatch(setting -> setting.startsWith(TIMES_KEY + "="));
        List<Value> shown = asked ? values : timeless(values);
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(JsonText.of(answer(theory, solution, shown)));
        else print(theory, solution, shown, out);
        return solution.converged() ? Exit.DONE : Exit.FAILED;
    }

    /** Whether a setting says where the theory is wanted, being no parameter of its own. */
    private static boolean ofGrid(String key, Catalogue.Entry entry) {
        return AXES.containsKey(key) && !entry.schema().keys().contains(key);
    }

    /** What is the same at all times, where nobody asked for any, is a number, or depends on its other axes alone. */
    private static List<Value> timeless(List<Value> values) {
        Map<String, List<Value>> byName = new LinkedHashMap<>();
        for (Value value : values)
            byName.computeIfAbsent(value.quantity().name(), name -> new ArrayList<>())
                    .add(value);
        List<Value> kept = new ArrayList<>();
        for (List<Value> of : byName.values()) kept.addAll(withoutTime(of));
        return kept;
    }

    /** The values of one quantity without their times, or as they are where they depend on time. */
    private static List<Value> withoutTime(List<Value> values) {
        Quantity quantity = values.getFirst().quantity();
        int time = quantity.axes().indexOf(TIME_AXIS);
        if (time < 0) return values;
        List<String> names = new ArrayList<>(quantity.axes());
        names.remove(time);
        Quantity timeless =
                new Quantity(quantity.name(), quantity.symbol(), quantity.unit(), names, quantity.definition());
        Map<String, Value> first = new LinkedHashMap<>();
        for (Value value : values) {
            double[] rest = without(value.axes(), time);
            Value here = new Value(timeless, value.value(), value.error(), rest);
            Value known = first.putIfAbsent(Arrays.toString(rest), here);
            if (known == null) continue;
            if (Double.compare(known.value(), here.value()) != 0 || Double.compare(known.error(), here.error()) != 0)
                return values;
        }
        return values.size() >= TIMES.size() * first.size() ? List.copyOf(first.values()) : values;
    }

    private static double[] without(double[] axes, int place) {
        double[] rest = new double[axes.length - 1];
        for (int a = 0; a < rest.length; a++) rest[a] = axes[a < place ? a : a + 1];
        return rest;
    }

    /** Times and ages are refused by a theory whose quantities have none. */
    private void requireAxes(Catalogue catalogue, TheorySpec theory, Problems problems) {
        Catalogue.Entry entry = catalogue.find("theory", name).orElseThrow();
        for (String setting : settings) {
            String key = setting.substring(0, Math.max(0, setting.indexOf('='))).strip();
            if (!ofGrid(key, entry) || has(theory, key)) continue;
            problems.add(
                    Node.Place.of(SET),
                    key,
                    name + " has no quantity that depends on " + AXES.get(key),
                    "leave it out; 'rugged theory " + name + " --help' says what it takes");
        }
    }

    private static boolean has(TheorySpec theory, String key) {
        return theory.quantities().stream().anyMatch(quantity -> quantity.axes().contains(AXES.get(key)));
    }

    /** What the theory that was named takes, behind the usual help. */
    static String taken(String name) {
        Catalogue catalogue = Catalogue.standard();
        Optional<Catalogue.Entry> entry = catalogue.find("theory", name);
        if (entry.isEmpty()) return "";
        TextTable table = new TextTable();
        for (Parameter parameter : entry.get().schema().parameters())
            table.row(parameter.key(), parameter.description());
        Samples.of(entry.get(), catalogue).ifPresent(sample -> {
            if (!(sample instanceof TheorySpec theory)) return;
            if (ofGrid("times", entry.get()) && has(theory, "times"))
                table.row("times", "times at which it is wanted, a list or a range");
            if (ofGrid("tw", entry.get()) && has(theory, "tw"))
                table.row("tw", "ages at which it is wanted, a list or a range");
        });
        return "\n" + name + " takes, each by --set ('rugged describe " + name + "' has ranges and defaults):\n"
                + table.render("  ");
    }

    private TheorySpec bind(Catalogue catalogue, Problems problems) {
        Optional<Catalogue.Entry> entry = catalogue.find("theory", name);
        if (entry.isEmpty()) {
            throw Exit.Refused.of("theory: " + name + ": unknown; " + catalogue.suggestion("theory", name));
        }
        Node.Place at = Node.Place.of(SET);
        Node.Mapping node = new Node.Mapping(at, List.of(new Node.Entry(at, SpecBinder.IS, Node.scalar(name))));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals <= 0) {
                problems.add(at, setting, "is not PARAMETER=VALUE", "for example temperature=0.5");
                continue;
            }
            String key = setting.substring(0, equals).strip();
            if (ofGrid(key, entry.get())) continue;
            String text = setting.substring(equals + 1).strip();
            if (key.equals("times") && !text.startsWith("[")) text = "[" + text + "]";
            Optional<Node> value = Yaml.value(SET, key, text, problems);
            if (value.isPresent()) node = node.with(new Node.Entry(at, key, value.get()));
        }
        Optional<TheorySpec> theory = new SpecBinder(catalogue, problems).spec(TheorySpec.class, node, name);
        if (!problems.none() || theory.isEmpty()) throw Exit.Refused.of(problems.list());
        return theory.get();
    }

    private Schedule grid(Problems problems) {
        double[] times = numbers("times", TIMES, problems);
        double[] ages = numbers("tw", List.of(0.0), problems);
        double last = Math.max(
                DoubleStream.of(times).max().orElse(1.0),
                DoubleStream.of(ages).max().orElse(0.0));
        double[] lags = DoubleStream.of(ages)
                .flatMap(age -> Arrays.stream(times).map(time -> time - age))
                .filter(lag -> lag > 0)
                .distinct()
                .toArray();
        return Schedule.waitingTimes(ages, lags, last).with(times);
    }

    private double[] numbers(String key, List<Double> fallback, Problems problems) {
        List<Double> found = new ArrayList<>();
        for (String setting : settings) {
            if (!setting.startsWith(key + "=")) continue;
            for (String part : setting.substring(key.length() + 1)
                    .replaceAll("[\\[\\]\\s]", "")
                    .split(",")) {
                List<String> texts = Range.looksLike(part) ? Range.values(part) : List.of(part);
                for (String text : texts) {
                    var number = Numbers.real(text);
                    if (number.isPresent() && number.getAsDouble() >= 0 && Double.isFinite(number.getAsDouble()))
                        found.add(number.getAsDouble());
                    else
                        problems.add(
                                Node.Place.of(SET),
                                key,
                                "'" + text + "' is not a time",
                                "numbers >= 0, as in " + key + "=1,10,100");
                }
            }
        }
        return (found.isEmpty() ? fallback : found)
                .stream().mapToDouble(Double::doubleValue).sorted().distinct().toArray();
    }

    private Answer answer(TheorySpec theory, Solution solution, List<Value> values) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (Node.Entry entry : Canonical.node(theory).entries()) {
            if (!entry.key().equals(SpecBinder.IS))
                parameters.put(entry.key(), rugged.params.YamlText.flow(entry.value()));
        }
        List<Line> lines = new ArrayList<>();
        for (Value value : solution.converged() ? values : List.<Value>of()) {
            Map<String, Double> axes = new LinkedHashMap<>();
            // a place that is no number is that of the whole
            for (int a = 0; a < value.axes().length; a++)
                if (!Double.isNaN(value.axes()[a]))
                    axes.put(value.quantity().axes().get(a), value.axes()[a]);
            lines.add(new Line(
                    value.quantity().name(),
                    value.quantity().symbol(),
                    finite(value.value()),
                    finite(value.error()),
                    axes));
        }
        if (solution.converged()) lines.addAll(missing(theory, lines));
        return new Answer(
                name,
                parameters,
                solution.converged(),
                solution.residual(),
                solution.converged() ? null : solution.branch(),
                solution.branch(),
                validity(theory),
                lines);
    }

    /** Numbers that the theory has, but not at this point. */
    private static List<Line> missing(TheorySpec theory, List<Line> written) {
        Set<String> names = written.stream().map(Line::name).collect(Collectors.toSet());
        return theory.quantities().stream()
                .filter(quantity -> quantity.axes().isEmpty() && !names.contains(quantity.name()))
                .map(quantity -> new Line(quantity.name(), quantity.symbol(), null, null, Map.of()))
                .toList();
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String validity(TheorySpec theory) {
        return theory.validity().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void print(TheorySpec theory, Solution solution, List<Value> values, PrintWriter out) {
        out.println(name + " " + rugged.params.YamlText.flow(Canonical.node(theory)));
        boolean sought = !Double.isNaN(solution.residual());
        // outside of its range a theory has no residual, only a reason
        String failure = sought ? "; NOT CONVERGED, residual " + solution.residual() : "; no value";
        out.println(validity(theory) + "; " + solution.branch() + (solution.converged() ? "" : failure));
        if (!solution.converged()) return;
        Map<String, TextTable> tables = new LinkedHashMap<>();
        for (Value value : values) {
            List<String> axes = value.quantity().axes();
            TextTable table = tables.computeIfAbsent(value.quantity().name(), quantity -> {
                List<String> heading = new ArrayList<>(axes);
                heading.add(quantity);
                return new TextTable().row(heading.toArray(String[]::new));
            });
            List<String> cells = new ArrayList<>();
            for (double axis : value.axes()) cells.add(Double.isNaN(axis) ? "-" : Numerals.plain(axis));
            cells.add(
                    value.error() > 0
                            ? Numerals.value(value.value(), value.error())
                            : Double.isNaN(value.value()) ? "-" : Double.toString(value.value()));
            table.row(cells.toArray(String[]::new));
        }
        for (TextTable table : tables.values()) out.print("\n" + table.render("  "));
    }
}
