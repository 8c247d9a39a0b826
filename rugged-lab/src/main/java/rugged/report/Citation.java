package rugged.report;

import rugged.store.Manifest;
import rugged.study.About;

/** How a run is cited: the publication whose claim it examines, and this program in BibTeX. */
public final class Citation {
    private Citation() {}

    /** The text. */
    public static String of(About about, Manifest manifest) {
        StringBuilder text = new StringBuilder();
        about.source().ifPresent(source -> {
            String arxiv = source.arxiv().isEmpty() ? "" : ", arXiv:" + source.arxiv();
            String doi = source.doi().isEmpty() ? "" : ", doi:" + source.doi();
            text.append(source.authors())
                    .append(", ")
                    .append(source.title())
                    .append(", ")
                    .append(source.journal())
                    .append(arxiv)
                    .append(doi)
                    .append("\n\n");
        });
        String commit = manifest.commit().isEmpty() || manifest.commit().equals("unknown")
                ? ""
                : ", commit " + manifest.commit();
        text.append("@software{rugged,\n"
                        + "  title   = {rugged: a laboratory for the statistical physics of learning},\n"
                        + "  version = {")
                .append(manifest.version())
                .append(commit)
                .append("},\n  note    = {study ")
                .append(manifest.study())
                .append(", plan ")
                .append(manifest.plan())
                .append("}\n}");
        return text.toString();
    }
}
