package rugged.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.Quantity;
import rugged.params.Catalogue;
import rugged.params.Problems;
import rugged.study.check.Columns;
import rugged.study.check.Requested;
import rugged.study.check.Unbound;
import rugged.study.read.Reader;
import rugged.study.read.Request;

/**
 * What a stored study draws, read from its text and from what its run recorded: nothing that it computed is built again, and none of its data are needed.
 *
 * @param figures its figures, with full paths
 * @param about what it is about
 */
public record StoredFigures(List<FigureSection> figures, About about) {
    /** Those of a plan. */
    public static StoredFigures of(Plan plan) {
        return new StoredFigures(plan.figures(), plan.about());
    }

    /**
     * Those of a run.
     *
     * @param request the study as resolved
     * @param recorded all that the run recorded
     * @param theories names of its theories
     * @param coordinates columns of its tables
     * @return empty where the study cannot be read
     */
    public static Optional<StoredFigures> of(
            Request request, List<Quantity> recorded, Set<String> theories, Set<String> coordinates) {
        Problems problems = new Problems();
        Catalogue catalogue = Catalogue.standard();
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        for (Quantity quantity : recorded) quantities.put(quantity.name(), quantity);
        return new Reader(request, problems).read(catalogue).map(study -> {
            Columns columns = new Columns(
                    quantities,
                    theories,
                    coordinates,
                    coordinates,
                    name -> false,
                    new Unbound(catalogue),
                    catalogue,
                    problems);
            return new StoredFigures(new ArrayList<>(new Requested(study, columns, problems).figures()), study.about());
        });
    }
}
