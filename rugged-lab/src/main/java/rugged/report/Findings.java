package rugged.report;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.report.Expression.Found;
import rugged.report.Finding.Reference;
import rugged.store.Analyses;
import rugged.store.RunFolder;
import rugged.study.FindingSection;
import rugged.study.Position;

/** The findings of a study: each an {@link Expression} of means over seeds, or what an analysis found, beside its reference with a {@link Verdict}. */
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
        for (FindingSection section : sections) {
            wanted.add(section.quantity());
            section.over().ifPresent(over -> wanted.add(over.quantity()));
        }
        Findings findings = new Findings(new Recorded(folder, wanted), analyses);
        return sections.stream().map(findings::evaluate).toList();
    }

    private Finding evaluate(FindingSection section) {
        String unit = section.over().isPresent() ? "" : results.unit(section.quantity());
        Optional<Analysed> analysed = analysed(section);
        Found ours = analysed.map(Analysed::found).orElseGet(() -> Expression.of(results, section));
        if (!ours.why().isEmpty()) return Finding.missing(section.id(), section.text(), unit, ours.why());
        Estimate estimate = ours.estimate();
        if (Double.isNaN(estimate.value()))
            return Finding.missing(section.id(), section.text(), unit, "it is undefined there");
        double bias = section.bias() + analysed.map(Analysed::systematic).orElse(0.0);
        Optional<Reference> reference = reference(section, ours.group());
        if (reference.isPresent()) return compared(section, unit, estimate, bias, reference.get());
        boolean silent = !section.theory().isEmpty();
        String text = silent ? section.text() + ": " + section.theory() + " gives no value there" : section.text();
        return Finding.alone(section.id(), text, estimate, unit, silent ? bias : bias - section.bias());
    }

    /** A value with the systematic error that its analysis states. */
    private record Analysed(Found found, double systematic) {}

    /** What an analysis found: for a set of parameters of the run, or for several that it took together, which it names by what they share. */
    private Optional<Analysed> analysed(FindingSection section) {
        List<Double> at = results.axes(section.quantity()).stream()
                .map(axis -> section.at().getOrDefault(axis, Position.at(0.0)).from())
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
        if (found.size() != 1) return Optional.of(new Analysed(Found.none(Expression.several(count, section)), 0.0));
        Analyses.Value one = found.getFirst();
        if (!one.why().isEmpty()) return Optional.of(new Analysed(Found.none(one.why()), 0.0));
        if (section.minus().isPresent() || section.over().isPresent())
            return Optional.of(new Analysed(Found.none("nothing can be subtracted from what an analysis found"), 0.0));
        Estimate estimate = new Estimate(one.value(), one.error(), one.count());
        return Optional.of(new Analysed(new Found("", one.group(), estimate), one.systematic()));
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

    private static Finding compared(
            FindingSection section, String unit, Estimate ours, double bias, Reference reference) {
        double gap = Math.abs(ours.value() - reference.value());
        double effect = section.effect() > 0.0 ? section.effect() : Math.abs(reference.value());
        Verdict.Ruling ruling =
                Verdict.on(gap, ours.error(), ours.count() - 1.0, reference.error(), effect, section.tolerance(), bias);
        double combined = Math.hypot(Double.isNaN(ours.error()) ? 0.0 : ours.error(), reference.error());
        return new Finding(
                section.id(),
                section.text(),
                ours.value(),
                ours.error(),
                unit,
                reference,
                bias,
                combined > 0 ? gap / combined : Double.NaN,
                ruling.verdict(),
                ruling.reach(),
                effect,
                ours.count());
    }
}
