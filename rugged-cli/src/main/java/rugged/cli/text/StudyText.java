package rugged.cli.text;

import java.util.Optional;
import rugged.report.Numerals;
import rugged.study.About;
import rugged.study.CatalogueStudies;
import rugged.study.Plan;
import rugged.study.read.Bundled;

/** A bundled study in words. */
public final class StudyText {
    private StudyText() {}

    public static String of(String name) {
        StringBuilder text = new StringBuilder();
        for (String size : CatalogueStudies.SIZES) {
            Optional<Plan> plan = CatalogueStudies.plan(name, size);
            if (plan.isEmpty()) continue;
            About about = plan.get().about();
            if (text.isEmpty()) {
                text.append(name).append(" (study): ").append(about.title()).append('\n');
                text.append(Words.wrap(about.claim(), "  ", 96));
                if (!CatalogueStudies.source(about).isEmpty())
                    text.append(Words.wrap("Source: " + CatalogueStudies.source(about), "  ", 96));
                text.append("\nSizes:\n");
            }
            var estimate = plan.get().estimate();
            text.append("  ")
                    .append(size)
                    .append(": ")
                    .append(estimate.points())
                    .append(estimate.bound() ? " points, at most about " : " points, about ")
                    .append(Numerals.duration(estimate.seconds().likely()))
                    .append(", ")
                    .append(Numerals.bytes(estimate.memory()))
                    .append('\n');
        }
        text.append("\nStudy file:\n");
        Bundled.text(name)
                .ifPresent(yaml -> yaml.lines()
                        .forEach(line -> text.append("  ").append(line).append('\n')));
        return text.append("\nrugged run ")
                .append(name)
                .append(" --size quick\n")
                .toString();
    }
}
