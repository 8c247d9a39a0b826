package rugged.web.series;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rugged.report.Gallery;
import rugged.store.Manifest;
import rugged.store.table.Results;
import rugged.store.table.Table;
import rugged.web.runs.Known;

/** What was read of the runs that were looked at last. When a run has grown only what it grew by is read; everybody who looks shares it. */
public final class Readings {
    private static final int KEPT = 6;

    private final Map<String, Reading> readings = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > KEPT;
        }
    };

    /** One run, as long as the same session writes it. */
    private static final class Reading {
        private final String session;
        private final Results results;
        private String drawn = "";
        private @Nullable Gallery gallery;
        private String tabulated = "";
        private @Nullable Table table;

        Reading(String session, Results results) {
            this.session = session;
            this.results = results;
        }

        synchronized Gallery gallery(String version) {
            Gallery there = gallery;
            if (there != null && drawn.equals(version)) return there;
            Gallery read = new Gallery(results);
            gallery = read;
            drawn = version;
            return read;
        }

        synchronized Table table(String version) {
            Table there = table;
            if (there != null && tabulated.equals(version)) return there;
            Table read = results.averages();
            table = read;
            tabulated = version;
            return read;
        }
    }

    /** The figures of a run as it is now. */
    public Gallery gallery(Known run) {
        return reading(run).gallery(run.version());
    }

    /** The averages of a run as it is now. */
    public Table averages(Known run) {
        return reading(run).table(run.version());
    }

    private Reading reading(Known run) {
        String session = run.manifest()
                .map(manifest -> started(manifest) + " " + run.status())
                .orElse(run.status());
        synchronized (readings) {
            Reading there = readings.get(run.id());
            if (there != null && there.session.equals(session)) return there;
        }
        Reading begun = new Reading(session, Results.of(run.folder()));
        synchronized (readings) {
            readings.put(run.id(), begun);
        }
        return begun;
    }

    private static String started(Manifest manifest) {
        return manifest.start() + " " + manifest.sessions() + " " + manifest.plan();
    }
}
