package rugged.store.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointRecord;
import rugged.store.point.Records;

/**
 * The results of a run as tables, read from its folder alone: while it runs or years later, without the models that made them. This is the only place where
 * averages are computed; files written from it agree with figures and findings by construction.
 *
 * <p>All tables are in long format. Axes are columns of their own, without an entry where a quantity does not depend on them.
 */
public final class Results {
    private static final String SIMULATION = "simulation";
    private static final int[] NONE = {};
    private static final long WORTH_SHARING = 1 << 22; // bytes

    private final RunFolder folder;
    private final Agenda agenda;
    private final List<Quantity> quantities;
    private final List<String> axes;
    private final Map<String, int[]> positions = new HashMap<>();
    private final Map<String, PointMeans> means = new HashMap<>();
    private final Records records;

    private Results(RunFolder folder, Agenda agenda) {
        this.folder = folder;
        this.agenda = agenda;
        this.records = new Records(folder);
        this.quantities = folder.quantities();
        if (quantities.isEmpty() && !Files.exists(folder.directory().resolve("quantities.json")))
            throw new Damaged(folder.directory().resolve("quantities.json"), "is missing");
        Set<String> all = new LinkedHashSet<>();
        for (Quantity quantity : quantities) all.addAll(quantity.axes());
        this.axes = List.copyOf(all);
        for (Quantity quantity : quantities) {
            positions.put(
                    quantity.name(),
                    quantity.axes().stream().mapToInt(axes::indexOf).toArray());
        }
    }

    /**
     * The results in a run folder.
     *
     * @throws EnvironmentFailure when it is none
     */
    public static Results of(RunFolder folder) {
        return new Results(
                folder,
                folder.agenda()
                        .orElseThrow(() ->
                                new EnvironmentFailure(folder.directory() + " holds no run: no plan.json", null)));
    }

    /** What the run computes. */
    public Agenda agenda() {
        return agenda;
    }

    /** Everything that is recorded, with its definition. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /** The definition of a quantity. */
    public Optional<Quantity> quantity(String name) {
        return quantities.stream()
                .filter(quantity -> quantity.name().equals(name))
                .findFirst();
    }

    /** The axes of all quantities, each once. */
    public List<String> axes() {
        return axes;
    }

    /** Points: point, every coordinate, status (running, done, failed, waiting), reason, seconds, gradients. */
    public Table points() {
        List<String> coordinates = pathsOf(agenda.points(), true);
        List<String> words = new ArrayList<>(List.of("point", "status", "reason"));
        words.addAll(coordinates);
        Rows rows = new Rows(words, List.of("seconds", "gradients"));
        for (Agenda.Entry entry : agenda.points()) {
            Optional<Checkpoint> checkpoint = records.point(entry.key()).checkpoint();
            List<String> texts = new ArrayList<>();
            texts.add(entry.key());
            texts.add(status(entry, checkpoint));
            texts.add(checkpoint.map(Checkpoint::reason).orElse(""));
            for (String path : coordinates) texts.add(entry.coordinates().getOrDefault(path, ""));
            rows.add(texts.toArray(String[]::new));
            rows.set(0, checkpoint.map(Checkpoint::seconds).orElse(0.0));
            rows.set(1, checkpoint.map(Checkpoint::evaluations).orElse(0L));
        }
        List<Column> columns = new ArrayList<>(List.of(rows.words("point")));
        for (String path : coordinates) columns.add(rows.typed(path));
        columns.add(rows.words("status"));
        columns.add(rows.words("reason"));
        columns.add(rows.reals("seconds", false));
        columns.add(rows.wholes("gradients"));
        return new Table("points", columns);
    }

    private String status(Agenda.Entry entry, Optional<Checkpoint> checkpoint) {
        boolean begun = Files.exists(folder.point(entry.key()).resolve(PointRecord.OBSERVATIONS));
        return checkpoint
                .map(there -> switch (there.standing()) {
                    case RUNNING -> "running";
                    case DONE -> "done";
                    case FAILED, BROKEN -> "failed";
                })
                .orElse(begun ? "running" : "waiting");
    }

    /** What one point recorded, in the order in which it did: point, quantity, replica (-1 for the whole ensemble), axes, value, error. */
    public Table observations(Agenda.Entry point) {
        List<String> reals = new ArrayList<>(List.of("replica", "value", "error"));
        reals.addAll(axes);
        Rows rows = new Rows(List.of("point", "quantity"), reals);
        records.point(point.key()).observations(folder.growing(), (quantity, replica, value, error, at) -> {
            rows.add(point.key(), quantity);
            rows.set(0, replica);
            rows.set(1, value);
            rows.set(2, error);
            setAxes(rows, 3, quantity, at);
        });
        List<Column> columns = new ArrayList<>(List.of(rows.words("point"), rows.words("quantity")));
        columns.add(rows.wholes("replica"));
        for (String axis : axes) columns.add(rows.reals(axis, true));
        columns.add(rows.reals("value", false));
        columns.add(rows.reals("error", false));
        return new Table("observations", columns);
    }

    /** What the theories computed: theory, coordinates without seeds, quantity, axes, value, error. One that did not converge has no rows. */
    public Table theory() {
        List<String> coordinates = pathsOf(agenda.theories(), false);
        List<String> words = new ArrayList<>(List.of("theory", "quantity"));
        words.addAll(coordinates);
        List<String> reals = new ArrayList<>(List.of("value", "error"));
        reals.addAll(axes);
        Rows rows = new Rows(words, reals);
        for (Agenda.Entry entry : agenda.theories()) {
            records.theory(entry.key()).observations(false, (quantity, replica, value, error, at) -> {
                List<String> texts = new ArrayList<>(List.of(entry.source(), quantity));
                for (String path : coordinates) texts.add(entry.coordinates().getOrDefault(path, ""));
                rows.add(texts.toArray(String[]::new));
                rows.set(0, value);
                rows.set(1, error);
                setAxes(rows, 2, quantity, at);
            });
        }
        List<Column> columns = new ArrayList<>(List.of(rows.words("theory")));
        for (String path : coordinates) columns.add(rows.typed(path));
        columns.add(rows.words("quantity"));
        for (String axis : axes) columns.add(rows.reals(axis, true));
        columns.add(rows.reals("value", false));
        columns.add(rows.reals("error", false));
        return new Table("theory", columns);
    }

    /**
     * Means over replicas and seeds with their errors (see {@link Averages}), and the theories beside them: quantity, source ("simulation", or a theory's
     * name), coordinates without seeds, axes, value, error, count (points behind a mean; 0 for a theory), planned (points that the plan has for it: a mean over
     * fewer is one over those that did not fail, or have come so far). Points that failed are left out; points under way count with what they have. What the
     * analyses found stands among the simulation, or the theory of which they found it, with their own errors. Asked again, only what the logs of the points have grown by is read.
     */
    public synchronized Table averages() {
        records.refresh();
        return stacked(simulation().blocks());
    }

    /** The same with medians over samples in the place of means (see {@link Medians}); theories and what analyses found stand unchanged. */
    public synchronized Table medians() {
        records.refresh();
        return stacked(simulation().medians());
    }

    private Table stacked(List<GroupValues> blocks) {
        List<String> coordinates = agenda.coordinates(false);
        Map<Map<String, String>, Integer> planned = new HashMap<>();
        for (Agenda.Entry entry : agenda.points()) planned.merge(entry.group(), 1, Integer::sum);
        Stack stack = new Stack(coordinates, axes);
        for (GroupValues block : blocks)
            stack.add(block, SIMULATION, planned.getOrDefault(block.group(), 0), own(block.quantity()));
        for (Agenda.Entry entry : agenda.theories()) {
            Map<String, String> group = entry.group(); // once for all of its rows, of which there may be very many
            records.theory(entry.key())
                    .observations(
                            false,
                            (quantity, replica, value, error, at) ->
                                    stack.add(quantity, entry.source(), group, value, error, 0, 0, at, own(quantity)));
        }
        for (Analyses.Value found : Analyses.of(folder).values()) {
            double[] at = found.axes().stream().mapToDouble(Double::doubleValue).toArray();
            stack.add(
                    found.quantity(),
                    found.theory().isEmpty() ? SIMULATION : found.theory(),
                    found.group(),
                    found.value(),
                    found.error(),
                    found.count(),
                    found.theory().isEmpty() ? Math.max(found.count(), planned.getOrDefault(found.group(), 0)) : 0,
                    at,
                    own(found.quantity()));
        }
        return stack.table("averages");
    }

    /**
     * A mean over seeds.
     *
     * @param value the mean
     * @param error one standard error; NaN where there is one seed without an error of its own
     */
    public record Mean(double value, double error) {}

    /** The mean of a quantity over replicas and seeds at the last recorded time of each set of parameters, as {@link #averages} has it; sets without one are left out. */
    public Map<Map<String, String>, Mean> latest(String quantity) {
        Map<Map<String, String>, Mean> latest = new LinkedHashMap<>();
        int time = quantity(quantity).map(one -> one.axes().indexOf("t")).orElse(-1);
        for (GroupValues block : simulation().blocks()) {
            if (!block.quantity().equals(quantity)) continue;
            int last = -1;
            for (int k = 0; k < block.places().size(); k++)
                if (last < 0
                        || time >= 0
                                && block.places().at(time, k) > block.places().at(time, last)) last = k;
            if (last >= 0 && Double.isFinite(block.values()[last]))
                latest.put(block.group(), new Mean(block.values()[last], block.errors()[last]));
        }
        return latest;
    }

    /** Reads on where logs have grown: several at a time where there is much to read. */
    private Averages simulation() {
        boolean growing = folder.growing();
        Averages simulation = new Averages(quantities);
        Map<PointMeans, PointRecord> points = new LinkedHashMap<>();
        for (Agenda.Entry entry : agenda.points()) {
            Path point = folder.point(entry.key());
            PointRecord record = records.point(entry.key());
            if (record.checkpoint().filter(Checkpoint::failed).isPresent()) continue;
            PointMeans own =
                    means.computeIfAbsent(entry.key(), key -> new PointMeans(point.resolve(PointRecord.OBSERVATIONS)));
            points.put(own, record);
            simulation.add(entry.group(), own);
        }
        boolean much = points.keySet().stream().mapToLong(PointMeans::unread).sum() > WORTH_SHARING;
        (much ? points.entrySet().parallelStream() : points.entrySet().stream())
                .forEach(point -> point.getKey().readOn(point.getValue().readable(growing)));
        return simulation;
    }

    private int[] own(String quantity) {
        return positions.getOrDefault(quantity, NONE);
    }

    private void setAxes(Rows rows, int from, String name, double[] at) {
        int[] own = own(name);
        for (int a = 0; a < at.length && a < own.length; a++) rows.set(from + own[a], at[a]);
    }

    private static List<String> pathsOf(List<Agenda.Entry> entries, boolean seeds) {
        Set<String> paths = new LinkedHashSet<>();
        for (Agenda.Entry entry : entries) paths.addAll(entry.coordinates().keySet());
        if (!seeds) paths.removeIf(Agenda::seed);
        return List.copyOf(paths);
    }

    /** Whether all points have ended, well or not. */
    public boolean over() {
        return agenda.points().stream()
                .allMatch(entry -> records.point(entry.key())
                        .checkpoint()
                        .filter(Checkpoint::ended)
                        .isPresent());
    }

    /** Its points and theories. */
    public Records records() {
        return records;
    }

    /** The folder that was read. */
    public RunFolder folder() {
        return folder;
    }
}
