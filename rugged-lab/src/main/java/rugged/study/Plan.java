package rugged.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.params.InputFile;
import rugged.study.cost.Estimate;

/**
 * A study laid out: everything that will be computed, known before anything is.
 *
 * @param study its name
 * @param size the size it was resolved at
 * @param about what it is about
 * @param hash 8 hex digits: the same for studies that compute and draw the same
 * @param yaml the study as resolved; reading it again gives this plan
 * @param seeds the seeds, in order
 * @param points the points, seeds running fastest
 * @param theories the theories, one for each set of coordinates without the seed
 * @param quantities what observables and theories write, each once
 * @param figures the figures, columns by their full path
 * @param findings the findings, parameters by their full path
 * @param analyses what is drawn from all runs when they have ended
 * @param refinement how its grid becomes finer where the answer changes
 * @param inputs the files that it reads, by absolute path, with the digests of their content; none where they count by their names alone
 * @param estimate what it will cost
 * @param warnings what the user should know before starting
 */
public record Plan(
        String study,
        String size,
        About about,
        String hash,
        String yaml,
        List<Long> seeds,
        List<Point> points,
        List<TheoryTask> theories,
        List<Quantity> quantities,
        List<FigureSection> figures,
        List<FindingSection> findings,
        List<AnalysisSpec> analyses,
        Optional<Refinement.Grid> refinement,
        List<InputFile> inputs,
        Estimate estimate,
        List<String> warnings) {
    public Plan {
        seeds = List.copyOf(seeds);
        points = List.copyOf(points);
        theories = List.copyOf(theories);
        quantities = List.copyOf(quantities);
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
        analyses = List.copyOf(analyses);
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
    }

    /** The name of its run folder: {@code STUDY-HASH}. */
    public String folder() {
        return study + "-" + hash;
    }

    /** The most points that refinement may add. */
    public long further() {
        return refinement.map(this::further).orElse(0L);
    }

    private long further(Refinement.Grid grid) {
        return (long) grid.how().most() * seeds.size();
    }

    /** What a user is told of it before it runs. */
    public Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("yaml", yaml());
        record.put("key", hash());
        record.put("points", estimate().points());
        refinement.ifPresent(grid -> record.put("further", further(grid)));
        record.put("evaluations", estimate().evaluations());
        record.put("seconds", estimate().seconds());
        record.put("bound", estimate().bound());
        record.put("memory", estimate().memory());
        record.put("heap", estimate().heap());
        record.put("disk", estimate().disk());
        record.put("errors", List.of());
        record.put("warnings", warnings());
        return record;
    }
}
