package rugged.report;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rugged.report.Expression.Found;
import rugged.report.Finding.Reference;
import rugged.store.RunFolder;
import rugged.store.table.Analyses;
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
        return sections.stream().map(findings::counted).toList();
    }

    /** A mean over those that are left says so. */
    private Finding counted(FindingSection section) {
        Finding finding = evaluate(section);
        if (Double.isNaN(finding.value())) return finding;
        Found ours = analysed(section).map(Analysed::found).orElseGet(() -> Expression.of(results, section));
        int planned = results.planned(SIMULATION, ours.group());
        int count = ours.estimate().count();
        return count < planned ? finding.with("over " + count + " of " + planned + " samples") : finding;
    }

    private Finding evaluate(FindingSection section) {
        String unit = section.over().isPresent() ? "" : results.unit(section.quantity());
        Optional<Analysed> analysed = analysed(section);
        Found ours = analysed.map(Analysed::found).orElseGet(() -> Expression.of(results, section));
        if (!ours.why().isEmpty()) return Finding.missing(section.id(), section.text(), unit, ours.why());
        MeanEstimate estimate = ours.estimate();
        if (Double.isNaN(estimate.value()))
            return Finding.missing(section.id(), section.text(), unit, "it is undefined there");
        double bias = section.bias() + analysed.map(Analysed::systematic).orElse(0.0);
        Optional<Reference> reference = reference(section, ours.group());
        if (reference.isPresent() && section.aboveTheory()) return above(section, unit, estimate, reference.get());
        if (reference.isPresent()) return compared(section, unit, estimate, bias, reference.get());
        boolean silent = !section.theory().isEmpty();
        String text = silent ? section.text() + ": " + section.theory() + " gives no value there" : section.text();
        return Finding.alone(section.id(), text, estimate, unit, silent ? bias : bias - section.bias());
    }

    /** Where on the axes of its quantity a section asks what an analysis found. */
    private List<Double> place(FindingSection section) {
        return results.axes(section.quantity()).stream()
                .map(axis -> section.at().getOrDefault(axis, Position.at(0.0)).from())
                .toList();
    }

    /** A value with the systematic error that its analysis states. */
    private record Analysed(Found found, double systematic) {}

    /** What an analysis found: for a set of parameters of the run, or for several that it took together, which it names by what they share. */
    private Optional<Analysed> analysed(FindingSection section) {
        List<Analyses.Value> found = analyses.near("", section.quantity(), place(section), Recorded.NEAR).stream()
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
        MeanEstimate estimate = new MeanEstimate(one.value(), one.error(), one.count());
        return Optional.of(new Analysed(new Found("", one.group(), estimate), one.systematic()));
    }

    private Optional<Reference> reference(FindingSection section, Map<String, String> group) {
        if (section.reference().isPresent()) {
            FindingSection.Reference given = section.reference().get();
            return Optional.of(new Reference(given.value(), given.error(), given.source()));
        }
        if (section.theory().isEmpty()) return Optional.empty();
        String source = section.theory() + ", this program";
        Optional<Analyses.Value> same =
                analyses.near(section.theory(), section.quantity(), place(section), Recorded.NEAR).stream()
                        .filter(value ->
                                group.entrySet().containsAll(value.group().entrySet()))
                        .filter(value -> !Double.isNaN(value.value()))
                        .findFirst();
        if (same.isPresent()) return Optional.of(new Reference(same.get().value(), 0.0, source));
        Optional<MeanEstimate> theirs = computed(section, section.at(), group);
        if (theirs.isPresent() && section.minus().isPresent())
            theirs = difference(section, section.minus().get(), theirs.get());
        return theirs.map(estimate -> new Reference(estimate.value(), estimate.error(), source));
    }

    /** What the theory of a section gives, the mean over samples where it depends on them; errors of one theory are common to all: their mean. */
    private Optional<MeanEstimate> computed(
            FindingSection section, Map<String, Position> at, Map<String, String> group) {
        Collection<Series.Read> theirs = results.readings(
                        section.theory(), section.quantity(), at, group, section.within())
                .values();
        if (theirs.isEmpty()) return Optional.empty();
        double value = MeanEstimate.of(theirs.stream().map(Series.Read::value).toList())
                .value();
        double error = theirs.stream().mapToDouble(Series.Read::error).average().orElse(0.0);
        return Double.isNaN(value) ? Optional.empty() : Optional.of(new MeanEstimate(value, error, theirs.size()));
    }

    /** The same difference of the theory; its errors are no scatter, and add up. */
    private Optional<MeanEstimate> difference(FindingSection section, FindingSection.Minus minus, MeanEstimate first) {
        Map<String, Position> at = new TreeMap<>(section.at());
        at.putAll(minus.at());
        Map<String, String> where = new TreeMap<>(section.where());
        where.putAll(minus.where());
        Set<Map<String, String>> groups = results.groups(SIMULATION, where);
        if (groups.size() != 1) return Optional.empty();
        return computed(section, at, groups.iterator().next())
                .map(second -> new MeanEstimate(
                        first.value() - second.value(), first.error() + second.error(), first.count()));
    }

    /** Ours less what an approximate theory says. */
    private static Finding above(FindingSection section, String unit, MeanEstimate ours, Reference theory) {
        double error = Math.hypot(ours.error(), theory.error());
        MeanEstimate difference = new MeanEstimate(ours.value() - theory.value(), error, ours.count());
        String text = String.format(
                Locale.ROOT,
                "%s, less %s, which is approximate (%s and %s)",
                section.text(),
                section.theory(),
                Numerals.value(ours.value(), ours.error()),
                Numerals.value(theory.value(), theory.error()));
        return Finding.alone(section.id(), text, difference, unit, 0.0);
    }

    private static Finding compared(
            FindingSection section, String unit, MeanEstimate ours, double bias, Reference reference) {
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
