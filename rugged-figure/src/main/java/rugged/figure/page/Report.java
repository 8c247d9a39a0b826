package rugged.figure.page;

/** Pages that open offline, years later. */
public final class Report {
    private Report() {}

    /** The page as one self-contained HTML document: scripts, face, figures and data inside; no request to any host. */
    public static String html(ReportPage page) {
        return new ReportWriter().write(page);
    }
}
