package rugged.web.api;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rugged.report.Numerals;
import rugged.report.Reporting;
import rugged.report.Verdict;
import rugged.store.Manifest;
import rugged.store.file.EnvironmentFailure;
import rugged.study.About;
import rugged.study.CatalogueStudies;
import rugged.study.Listing;
import rugged.study.cost.Estimate;
import rugged.web.Laboratory;
import rugged.web.runs.Known;
import rugged.web.shape.Cost;
import rugged.web.shape.Similar;
import rugged.web.shape.StudyItem;
import rugged.web.shape.StudyNumber;
import rugged.web.shape.run.FigurePlace;
import tools.jackson.databind.JsonNode;

/** The bundled studies with what this workspace knows of them: verdicts, numbers, costs, likeness. */
final class Studies {
    static final String NOT_RUN = "not-run";
    static final String NO_REFERENCE = "no-reference";
    static final String AGREES = "agrees";
    static final String DIFFERS = "differs";
    static final String UNDECIDED = "undecided";

    private static final int SHOWN = 3;

    private final Laboratory laboratory;

    Studies(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** The runs of a study, latest first. */
    List<Known> runs(String study) {
        return laboratory.index().all().stream()
                .filter(run -> run.study().equals(study))
                .sorted(Comparator.comparing(Known::start).reversed())
                .toList();
    }

    /** The run by which a study is judged: the latest complete one of the largest size. */
    Optional<Known> judged(String study) {
        return runs(study).stream()
                .filter(run -> run.status().equals("complete") && unchanged(study, run))
                .max(Comparator.<Known>comparingInt(run -> CatalogueStudies.SIZES.indexOf(
                                run.manifest().map(Manifest::size).orElse("")))
                        .thenComparing(Known::start));
    }

    /** Whether a run computed what the study says at its size: another number of spins, samples or seeds is not the published claim. */
    private static boolean unchanged(String study, Known run) {
        return run.manifest()
                .flatMap(manifest -> CatalogueStudies.plan(study, manifest.size())
                        .map(plan -> plan.hash().equals(manifest.plan())))
                .orElse(false);
    }

    /** The word for how a study stands. */
    String verdict(String study) {
        Optional<Known> run = judged(study);
        if (run.isEmpty()) return NOT_RUN;
        Known.Verdict verdict = run.get().verdict();
        if (verdict.agreeing() < verdict.compared()) return DIFFERS;
        if (verdict.undecided() > 0) return UNDECIDED;
        return verdict.compared() == 0 ? NO_REFERENCE : AGREES;
    }

    /**
     * A study of the list.
     *
     * @param sizes whose cost is given
     */
    StudyItem item(Listing.Item study, List<String> words, List<String> sizes) {
        Optional<Known> run = judged(study.name());
        List<StudyNumber> numbers = numbers(study.name());
        return new StudyItem(
                study.name(),
                study.title(),
                study.doc(),
                study.source(),
                study.year(),
                study.topics(),
                study.systems(),
                verdict(study.name()),
                run.map(Known::id).orElse(null),
                run.flatMap(Known::manifest).map(Manifest::size).orElse(null),
                run.flatMap(Known::manifest).map(Manifest::seconds).orElse(null),
                shown(numbers),
                costs(study.name(), sizes),
                words,
                figure(study.name()).orElse(null));
    }

    /** The first few; what was published is always among them, however much of ours there is. */
    private static List<StudyNumber> shown(List<StudyNumber> numbers) {
        if (numbers.size() <= SHOWN) return numbers;
        List<StudyNumber> shown = new ArrayList<>(numbers.subList(0, SHOWN));
        boolean published = shown.stream().anyMatch(number -> number.ours().isEmpty());
        if (!published)
            numbers.stream()
                    .filter(number -> number.ours().isEmpty())
                    .findFirst()
                    .ifPresent(number -> shown.set(SHOWN - 1, number));
        return List.copyOf(shown);
    }

    /** The first figure of the judged run that was drawn. */
    Optional<FigurePlace> figure(String study) {
        return judged(study)
                .flatMap(run -> CatalogueStudies.plan(study, "quick").stream()
                        .flatMap(plan -> plan.figures().stream())
                        .filter(figure ->
                                Files.exists(run.folder().directory().resolve("figures/" + figure.name() + ".svg")))
                        .findFirst()
                        .map(figure -> new FigurePlace(run.id(), figure.name())));
    }

    /** What a study costs. */
    List<Cost> costs(String study, List<String> sizes) {
        List<Cost> costs = new ArrayList<>();
        for (String size : sizes)
            CatalogueStudies.plan(study, size).ifPresent(plan -> costs.add(cost(size, laboratory.estimate(plan))));
        return List.copyOf(costs);
    }

    private static Cost cost(String size, Estimate estimate) {
        return new Cost(
                size,
                estimate.points(),
                estimate.seconds().likely(),
                (estimate.bound() ? "at most " : "")
                        + Numerals.duration(estimate.seconds().likely()),
                estimate.memory(),
                estimate.disk());
    }

    /** Findings of the judged run beside their references, then published numbers beside nothing of ours. */
    List<StudyNumber> numbers(String study) {
        List<StudyNumber> numbers = new ArrayList<>();
        judged(study).flatMap(Studies::summary).ifPresent(summary -> {
            for (JsonNode finding : summary.path("findings")) numbers.add(number(finding));
        });
        numbers.sort(Comparator.comparing(number -> number.verdict().isEmpty()));
        CatalogueStudies.plan(study, "quick").ifPresent(plan -> {
            for (About.Published published : plan.about().published()) {
                numbers.add(new StudyNumber(
                        published.text(),
                        Numerals.value(published.value(), published.error()),
                        published.where(),
                        "",
                        null,
                        null,
                        ""));
            }
        });
        return numbers;
    }

    /** What a run found; nothing where it cannot be read any more, which its own page says. */
    private static Optional<JsonNode> summary(Known run) {
        try {
            return Reporting.summary(run.folder());
        } catch (EnvironmentFailure damaged) {
            return Optional.empty();
        }
    }

    private static StudyNumber number(JsonNode finding) {
        JsonNode reference = finding.path("reference");
        String theirs = reference.isObject() ? Numerals.value(real(reference, "value"), real(reference, "error")) : "";
        Verdict verdict = Verdict.of(finding.path("verdict").asString(""), finding.path("agrees"));
        JsonNode distance = finding.path("distance");
        return new StudyNumber(
                finding.path("text").asString(""),
                theirs,
                reference.path("source").asString(""),
                Numerals.value(real(finding, "value"), real(finding, "error")),
                distance.isNumber() ? (@Nullable Double) distance.doubleValue() : null,
                verdict == null || verdict == Verdict.UNDECIDED ? null : (Boolean) (verdict == Verdict.AGREES),
                verdict == null ? "" : verdict.word());
    }

    private static double real(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    /**
     * Studies like one: a weighted Jaccard index of systems (3), quantities (2), theories (2), methods (1) and topics (1), with what both have in words.
     */
    List<Similar> similar(String name) {
        List<Listing.Item> all = CatalogueStudies.studies();
        Optional<Listing.Item> one =
                all.stream().filter(item -> item.name().equals(name)).findFirst();
        if (one.isEmpty()) return List.of();
        return all.stream()
                .filter(item -> !item.name().equals(name))
                .map(other -> likeness(one.get(), other))
                .filter(similar -> similar.score() > 0)
                .sorted(Comparator.comparingDouble(Similar::score).reversed().thenComparing(Similar::name))
                .limit(6)
                .toList();
    }

    private static Similar likeness(Listing.Item one, Listing.Item other) {
        double both = 0;
        double either = 0;
        List<String> why = new ArrayList<>();
        for (Trait trait : Trait.values()) {
            Set<String> ours = trait.of(one);
            Set<String> theirs = trait.of(other);
            Set<String> shared = new TreeSet<>(ours);
            shared.retainAll(theirs);
            Set<String> union = new TreeSet<>(ours);
            union.addAll(theirs);
            both += trait.weight * shared.size();
            either += trait.weight * union.size();
            if (!shared.isEmpty()) why.add("same " + trait.word + ": " + String.join(", ", shared));
        }
        double score = either == 0 ? 0 : both / either;
        return new Similar(other.name(), other.title(), score, String.join("; ", why));
    }

    private enum Trait {
        SYSTEM("system", 3),
        QUANTITY("quantity", 2),
        THEORY("theory", 2),
        METHOD("method", 1),
        TOPIC("topic", 1);

        private final String word;
        private final double weight;

        Trait(String word, double weight) {
            this.word = word;
            this.weight = weight;
        }

        Set<String> of(Listing.Item item) {
            return new TreeSet<>(
                    switch (this) {
                        case SYSTEM -> item.systems();
                        case QUANTITY -> item.quantities();
                        case THEORY -> theories(item.name());
                        case METHOD -> item.methods();
                        case TOPIC -> item.topics();
                    });
        }

        private static List<String> theories(String study) {
            return CatalogueStudies.plan(study, "quick")
                    .map(plan -> plan.theories().stream()
                            .map(theory -> theory.name())
                            .distinct()
                            .toList())
                    .orElse(List.of());
        }
    }
}
