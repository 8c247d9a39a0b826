package rugged.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rugged.report.Finding.Reference;
import rugged.store.Analyses;
import rugged.store.RunFolder;
import rugged.study.FindingSection;

/**
 * The findings of a study: each a mean over seeds at given times and parameters, beside its reference.
 *
 * <p>A finding agrees when |ours - reference| &lt;= tolerance * sqrt(error^2 + reference error^2) + bias. A difference of two values is taken seed by seed, so
 * that what the seeds share cancels. Replicas of a seed are averaged first.
 */
public final class Findings {
    private static final String SIMULATION = "simulation";

    private final Recorded results;
    private final Analyses analyses;

    private Findings(Recorded results, Analyses analyses) {
        this.results = results;
        this.analyses = analyses;
    }

    /** Evaluates all findings on what the folder holds. */
    public static List<Finding> of(RunFolder folder, List<FindingSection> sections, Analyses analyses) {
        Set<String> wanted = new LinkedHashSet<>();
        for (FindingSection section : sections) wanted.add(section.quantity());
        Findings findings = new Findings(new Recorded(folder, wanted), analyses);
        return sections.stream().map(findings::evaluate).toList();
    }

    /**
     * Ours.
     *
     * @param why why there is none; empty when there is one
     * @param group its parameters
     * @param samples what it is the mean of; empty for what an analysis found
     */
    private record Ours(String why, Map<String, String> group, Estimate estimate, Map<String, Double> samples) {
        static Ours none(String why) {
            return new Ours(why, Map.of(), new Estimate(Double.NaN, Double.NaN, 0), Map.of());
        }
    }

    private Finding evaluate(FindingSection section) {
        String unit = results.unit(section.quantity());
        Ours ours = analysed(section).orElseGet(() -> measured(section));
        if (!ours.why.isEmpty()) return Finding.missing(section.id(), section.text(), unit, ours.why);
        Estimate estimate = ours.estimate;
        if (Double.isNaN(estimate.value()))
            return Finding.missing(section.id(), section.text(), unit, "it is undefined there");
        if (section.minus().isPresent()) {
            Optional<Estimate> difference = difference(section, section.minus().get(), ours.samples);
            if (difference.isEmpty())
                return Finding.missing(section.id(), section.text(), unit, "the value to subtract was not recorded");
            estimate = difference.get();
        }
        Optional<Reference> reference = reference(section, ours.group);
        if (reference.isPresent()) return compared(section, unit, estimate, reference.get());
        boolean silent = !section.theory().isEmpty();
        return new Finding(
                section.id(),
                silent ? section.text() + ": " + section.theory() + " gives no value there" : section.text(),
                estimate.value(),
                estimate.error(),
                unit,
                null,
                silent ? section.bias() : 0.0,
                Double.NaN,
                null);
    }

    private Ours measured(FindingSection section) {
        Set<Map<String, String>> groups = results.groups(SIMULATION, section.where());
        if (groups.isEmpty()) return Ours.none("no parameters of this run match " + section.where());
        if (groups.size() > 1) return several(groups.size(), section);
        Map<String, String> group = groups.iterator().next();
        Map<String, Double> samples =
                results.samples(SIMULATION, section.quantity(), section.at(), group, section.within());
        if (samples.isEmpty()) return Ours.none("nothing was recorded at " + section.at());
        return new Ours("", group, Estimate.of(samples.values()), samples);
    }

    private static Ours several(int count, FindingSection section) {
        return Ours.none(count + " sets of parameters match " + section.where() + ", one is needed");
    }

    /** What an analysis found: for a set of parameters of the run, or for several that it took together, which it names by what they share. */
    private Optional<Ours> analysed(FindingSection section) {
        List<Double> at = results.axes(section.quantity()).stream()
                .map(axis -> section.at().getOrDefault(axis, 0.0))
                .toList();
        List<Analyses.Value> found = analyses.near(section.quantity(), at, Recorded.NEAR).stream()
                .filter(value -> Recorded.matches(value.group(), section.where()))
                .toList();
        if (found.isEmpty()) return Optional.empty();
        int count = found.size();
        if (count > 1) {
            Set<Map<String, String>> groups = results.groups(SIMULATION, section.where());
            found = found.stream()
                    .filter(value -> groups.size() == 1 && groups.contains(value.group()))
                    .toList();
        }
        if (found.size() != 1) return Optional.of(several(count, section));
        Analyses.Value one = found.getFirst();
        return Optional.of(new Ours("", one.group(), new Estimate(one.value(), one.error(), one.count()), Map.of()));
    }

    private Optional<Estimate> difference(
            FindingSection section, FindingSection.Minus minus, Map<String, Double> ours) {
        Map<String, Double> at = new TreeMap<>(section.at());
        at.putAll(minus.at());
        Map<String, String> where = new TreeMap<>(section.where());
        where.putAll(minus.where());
        List<Map<String, String>> groups = new ArrayList<>(results.groups(SIMULATION, where));
        if (groups.size() != 1) return Optional.empty();
        Map<String, Double> theirs =
                results.samples(SIMULATION, section.quantity(), at, groups.getFirst(), section.within());
        Estimate estimate = Estimate.ofDifference(ours, theirs);
        return estimate.count() == 0 ? Optional.empty() : Optional.of(estimate);
    }

    private Optional<Reference> reference(FindingSection section, Map<String, String> group) {
        if (section.reference().isPresent()) {
            FindingSection.Reference given = section.reference().get();
            return Optional.of(new Reference(given.value(), given.error(), given.source()));
        }
        if (section.theory().isEmpty()) return Optional.empty();
        Collection<Series.Read> theirs = results.readings(
                        section.theory(), section.quantity(), section.at(), group, section.within())
                .values();
        if (theirs.isEmpty()) return Optional.empty();
        Estimate estimate = Estimate.of(theirs.stream().map(Series.Read::value).toList());
        // errors of one theory are common to all samples: their mean, not smaller by their number
        double error = theirs.stream().mapToDouble(Series.Read::error).average().orElse(0.0);
        return Optional.of(new Reference(estimate.value(), error, section.theory() + ", this program"));
    }

    private static Finding compared(FindingSection section, String unit, Estimate ours, Reference reference) {
        double gap = Math.abs(ours.value() - reference.value());
        double error = Double.isNaN(ours.error()) ? 0.0 : ours.error();
        double combined = Math.hypot(error, reference.error());
        boolean agrees = gap <= section.tolerance() * combined + section.bias();
        return new Finding(
                section.id(),
                section.text(),
                ours.value(),
                ours.error(),
                unit,
                reference,
                section.bias(),
                combined > 0 ? gap / combined : Double.NaN,
                agrees);
    }
}
