package rugged.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rugged.api.Quantity;
import rugged.figure.Markup;
import rugged.figure.page.Report;
import rugged.figure.page.ReportPage;
import rugged.figure.page.ReportPage.Block;
import rugged.figure.page.ReportPage.Paragraph;
import rugged.figure.page.ReportPage.Picture;
import rugged.figure.page.ReportPage.Rows;
import rugged.figure.page.ReportPage.Section;
import rugged.figure.page.ReportPage.Verbatim;
import rugged.figure.page.ReportPage.Warning;
import rugged.store.Manifest;
import rugged.study.About;
import rugged.study.Plan;

/** {@code report.html}: figures, findings, parameters, how to cite and how to go on, on one page that opens offline. */
final class Page {
    private Page() {}

    static String html(
            Plan plan,
            Manifest manifest,
            Summary summary,
            List<Drawn> drawn,
            List<Quantity> quantities,
            String folder) {
        About about = plan.about();
        List<Section> sections = new ArrayList<>();
        List<Block> figures = new ArrayList<>();
        for (String warning : summary.warnings()) figures.add(new Warning(warning));
        if (!summary.verdict().isEmpty()) {
            List<Block> sentences = new ArrayList<>();
            for (String sentence : summary.verdict()) sentences.add(new Paragraph(Markup.formulae(sentence)));
            sections.add(new Section("Verdict", sentences));
        }
        for (Drawn figure : drawn)
            figures.add(new Picture(figure.name(), figure.title(), figure.specification(), figure.svg()));
        sections.add(new Section("Figures", figures));
        if (!summary.findings().isEmpty()) sections.add(new Section("Findings", List.of(findings(summary.findings()))));
        if (!about.published().isEmpty()) sections.add(new Section("Published", List.of(published(about))));
        sections.add(new Section("Quantities", List.of(definitions(quantities))));
        sections.add(new Section(
                "Study", List.of(new Paragraph("As resolved, every default written out:"), new Verbatim(plan.yaml()))));
        sections.add(new Section("How to go on", List.of(new Verbatim(commands(plan, summary, folder)))));
        sections.add(new Section("How to cite", List.of(new Verbatim(Citation.of(about, manifest)))));
        String title = about.title().isEmpty() ? plan.study() : about.title();
        return Report.html(new ReportPage(title, about.claim(), sections, footer(plan, manifest, summary)));
    }

    private static Rows findings(List<Finding> findings) {
        List<List<String>> rows = new ArrayList<>();
        for (Finding finding : findings) {
            Finding.Reference reference = finding.reference();
            rows.add(List.of(
                    finding.text(),
                    Numerals.value(finding.value(), finding.error()) + unit(finding),
                    reference == null ? "" : Numerals.value(reference.value(), reference.error()),
                    reference == null ? "" : reference.source(),
                    Double.isNaN(finding.distance())
                            ? ""
                            : String.format(Locale.ROOT, "%.1f \u03c3", finding.distance()),
                    verdict(finding)));
        }
        return new Rows("", List.of("finding", "ours", "reference", "source", "distance", "verdict"), rows);
    }

    private static String unit(Finding finding) {
        return finding.unit().isEmpty() || Double.isNaN(finding.value()) ? "" : " " + finding.unit();
    }

    static String verdict(Finding finding) {
        Verdict verdict = finding.verdict();
        if (Double.isNaN(finding.value())) return "\u25cb not computed";
        if (verdict == null) return "\u2013 no reference";
        return switch (verdict) {
            case DIFFERS -> "\u2717 differs";
            case UNDECIDED -> "? undecided" + why(finding);
            case AGREES ->
                finding.withinBias()
                        ? "\u2713 agrees within its bias " + Numerals.plain(finding.bias())
                        : "\u2713 agrees";
        };
    }

    /** Why the data cannot tell. */
    private static String why(Finding finding) {
        if (Double.isNaN(finding.reach())) return ": no error is known";
        if (finding.effect() == 0.0) return ": no effect is stated beside a reference of 0";
        return String.format(
                Locale.ROOT, ": would show a difference of %.2g, %.2g would matter", finding.reach(), finding.effect());
    }

    private static Rows published(About about) {
        return new Rows(
                "",
                List.of("published", "value", "where"),
                about.published().stream()
                        .map(number ->
                                List.of(number.text(), Numerals.value(number.value(), number.error()), number.where()))
                        .toList());
    }

    private static Rows definitions(List<Quantity> quantities) {
        return new Rows(
                "",
                List.of("name", "symbol", "unit", "definition"),
                quantities.stream()
                        .map(quantity ->
                                List.of(quantity.name(), quantity.symbol(), quantity.unit(), quantity.definition()))
                        .toList());
    }

    private static String commands(Plan plan, Summary summary, String folder) {
        String resume = summary.status().equals("complete")
                ? ""
                : "rugged resume " + folder + "          # continues to the same bits\n";
        return resume
                + "rugged run " + folder + "/study.yaml --out AGAIN      # the same bits again\n"
                + "rugged figure " + folder + " --format pdf,png         # figures for a paper\n"
                + "rugged export " + folder + " --format csv,npy,hdf5    # tables and states\n"
                + (plan.size().equals("paper")
                        ? ""
                        : "rugged run " + plan.study() + " --size paper          # larger\n");
    }

    private static String footer(Plan plan, Manifest manifest, Summary summary) {
        return "rugged " + manifest.version() + ", study " + plan.study() + " at size " + plan.size() + ", plan "
                + plan.hash() + ", "
                + plan.points().size() + " points, " + Numerals.duration(summary.seconds()) + " on "
                + manifest.threads() + " threads of " + manifest.cpu()
                + ", Java " + manifest.jdk() + ", kernels: " + manifest.vectors() + ", begun " + manifest.start();
    }
}
