package rugged.web.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.table.Results;
import rugged.store.table.Table;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;

/** Reads a quantity of a run from its folder: averaged over seeds, or seed by seed. */
public final class SeriesReader {
    private final Readings readings;

    /** @param readings what was read of runs */
    public SeriesReader(Readings readings) {
        this.readings = readings;
    }

    /** The definition of a quantity of a run. */
    public Quantity quantity(Known run, String name) {
        Optional<Quantity> found = run.folder().quantities().stream()
                .filter(quantity -> quantity.name().equals(name) && !quantity.hasExtents())
                .findFirst();
        return found.orElseThrow(() -> Refusal.missing("this run records no number of this name"));
    }

    /** The abscissa when none is asked for: the first axis, or the first parameter that varies. */
    public String abscissa(Known run, Quantity quantity) {
        if (!quantity.axes().isEmpty()) return quantity.axes().getFirst();
        return run.folder()
                .agenda()
                .map(agenda -> agenda.coordinates(false))
                .filter(paths -> !paths.isEmpty())
                .map(List::getFirst)
                .orElseThrow(() -> Refusal.of(422, quantity.name() + " depends on nothing: its value is a finding"));
    }

    /** Means over seeds with their errors, and the theories, as curves. */
    public List<Points> curves(Known run, Quantity quantity, String x) {
        List<String> coordinates =
                run.folder().agenda().map(agenda -> agenda.coordinates(false)).orElse(List.of());
        return Gathered.of(readings.averages(run), quantity, x, coordinates);
    }

    /** Means over seeds with their errors, and the theories, value by value. */
    public List<Sample> averaged(Known run, Quantity quantity, String x) {
        return curves(run, quantity, x).stream()
                .flatMap(curve -> curve.samples().stream())
                .toList();
    }

    /** Seed by seed, replica by replica. */
    public List<Points> single(Known run, Quantity quantity, String x) {
        Results results = Results.of(run.folder());
        List<Points> all = new ArrayList<>();
        for (Agenda.Entry point : results.agenda().points()) {
            Table table = results.observations(point);
            Map<String, String> coordinates = new LinkedHashMap<>(point.coordinates());
            String own = coordinates.remove(x);
            for (Points curve : Gathered.of(table, quantity, own == null ? x : "value", List.of("replica"))) {
                Map<String, String> key = new LinkedHashMap<>(coordinates);
                key.putAll(curve.key());
                double[] across = curve.x();
                if (own != null) Arrays.fill(across, Gathered.number(own));
                all.add(new Points(Sample.SIMULATION, key, across, curve.y(), curve.error(), curve.count()));
            }
        }
        return all;
    }
}
