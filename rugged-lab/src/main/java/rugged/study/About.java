package rugged.study;

import java.util.List;
import java.util.Optional;
import rugged.params.Param;

/**
 * What a study is about: read by the catalogue, its facets and the report.
 *
 * @param title a line
 * @param claim what it shows, in a sentence
 * @param topics facet
 * @param systems facet
 * @param methods facet
 * @param quantities facet
 * @param source the publication whose claim it is
 * @param institutions facet
 * @param year of the publication; 0 for none
 * @param published its numbers, beside which ours are set
 */
public record About(
        @Param(doc = "title, one line", def = "''") String title,

        @Param(doc = "what the study shows, one sentence", def = "''")
        String claim,

        @Param(doc = "topics under which it is listed", def = "[]")
        List<String> topics,

        @Param(doc = "physical systems", def = "[]") List<String> systems,
        @Param(doc = "methods used", def = "[]") List<String> methods,
        @Param(doc = "quantities looked at", def = "[]") List<String> quantities,
        @Param(doc = "publication whose claim it is") Optional<Source> source,

        @Param(doc = "institutions of its authors", def = "[]")
        List<String> institutions,

        @Param(doc = "year of publication, 0 for none", def = "0", min = 0, max = 3000)
        int year,

        @Param(doc = "published numbers beside which ours are set", def = "[]")
        List<Published> published) {
    /** Nothing said. */
    public static About nothing() {
        return new About("", "", List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), 0, List.of());
    }

    /**
     * A publication.
     *
     * @param authors as printed
     * @param title its title
     * @param journal journal, volume, page, year
     * @param arxiv arXiv number
     * @param doi digital object identifier
     */
    public record Source(
            @Param(doc = "authors", def = "''") String authors,
            @Param(doc = "title", def = "''") String title,

            @Param(doc = "journal, volume, page, year", def = "''")
            String journal,

            @Param(doc = "arXiv number", def = "''") String arxiv,
            @Param(doc = "DOI", def = "''") String doi) {}

    /**
     * A published number.
     *
     * @param text what it is
     * @param value the number
     * @param error one standard error; 0 where none is stated
     * @param where table, figure or equation
     * @param figure name of the study's figure on whose vertical axis it lies, to be marked there; empty for none
     */
    public record Published(
            @Param(doc = "what it is") String text,
            @Param(doc = "the number") double value,

            @Param(doc = "one standard error, 0 where none is stated", def = "0", min = 0)
            double error,

            @Param(doc = "table, figure or equation", def = "''")
            String where,

            @Param(doc = "figure of the study on whose vertical axis it is marked", def = "''")
            String figure) {}
}
