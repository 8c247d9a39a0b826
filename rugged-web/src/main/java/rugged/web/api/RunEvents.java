package rugged.web.api;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import rugged.store.Progress;
import rugged.store.point.PointFolder;
import rugged.web.http.Events;
import rugged.web.runs.Known;
import rugged.web.shape.run.Event;
import rugged.web.shape.run.FindingItem;

/**
 * Tells the streams what happens to runs: how each stands, and, of a run whose page is open somewhere, which of its parts are new, its findings so far and its
 * warnings as they come. Nothing is looked up for a run that nobody follows.
 */
public final class RunEvents {
    private static final int REST = 3; // finding takes at most one part in so many of the time

    private final Events events;
    private final RunItems items;
    private final RunDetails details;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    /** What was said of a run. */
    private static final class Told {
        private String manifest = "";
        private double worked = -1;
        private String points = "";
        private final Set<String> warnings = new HashSet<>();
        private final Map<String, FindingItem> findings = new HashMap<>();
        private boolean finding;
        private @Nullable Known again;
    }

    RunEvents(Events events, RunItems items, RunDetails details) {
        this.events = events;
        this.items = items;
        this.details = details;
    }

    /** A run is new or has changed. */
    public void hear(Known run) {
        events.tell(Event.run(items.of(run)));
        if (!events.followed("run:" + run.id())) {
            told.remove(run.id());
            return;
        }
        Told last = told.computeIfAbsent(run.id(), unseen -> new Told());
        boolean grown;
        synchronized (last) {
            begin(last, run);
            grown = parts(last, run);
        }
        if (grown && run.running()) find(last, run);
    }

    /** A run that was begun or resumed is told anew. */
    private static void begin(Told last, Known run) {
        String manifest =
                run.manifest().map(own -> own.start() + " " + own.sessions()).orElse("") + run.status();
        if (manifest.equals(last.manifest)) return;
        last.manifest = manifest;
        last.worked = -1;
        last.points = "";
        last.warnings.clear();
        last.findings.clear();
    }

    /** Tells which parts are new; whether more was recorded. */
    private boolean parts(Told last, Known run) {
        // a run that has worked has recorded: its points, which may be very many, are not looked at one by one
        double worked = run.progress().map(Progress::done).orElse(0.0);
        boolean grown = worked != last.worked;
        if (grown) changed(run, "series");
        last.worked = worked;
        if (!run.running() && grown) changed(run, "findings");
        String points = run.progress().map(RunEvents::ended).orElse("") + run.status();
        if (!points.equals(last.points)) changed(run, "points");
        last.points = points;
        List<String> warnings = details.log(run);
        boolean warned = false;
        for (String warning : warnings) {
            if (!last.warnings.add(warning)) continue;
            events.tell(Event.warning(run.id(), warning, run.version()));
            warned = true;
        }
        if (warned) changed(run, "log");
        return grown;
    }

    private static String ended(Progress progress) {
        return progress.points() + " " + progress.failed() + " ";
    }

    private void changed(Known run, String what) {
        events.tell(Event.changed(run.id(), what, run.version()));
    }

    /** Evaluates the findings aside; a run that grows meanwhile is evaluated once more, after a rest. */
    private void find(Told last, Known run) {
        synchronized (last) {
            last.again = run;
            if (last.finding) return;
            last.finding = true;
        }
        Thread.ofPlatform().name("findings").daemon(true).start(() -> {
            while (true) {
                Known now;
                synchronized (last) {
                    now = last.again;
                    last.again = null;
                    if (now == null) {
                        last.finding = false;
                        return;
                    }
                }
                long begun = System.nanoTime();
                evaluate(last, now);
                try {
                    Thread.sleep(REST * (System.nanoTime() - begun) / 1_000_000);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private void evaluate(Told last, Known run) {
        List<FindingItem> findings;
        try {
            findings = details.sofar(run);
        } catch (RuntimeException unreadable) {
            return; // a folder in the making; the next round may find it whole
        }
        for (FindingItem finding : findings) {
            boolean news;
            synchronized (last) {
                news = !finding.equals(last.findings.put(finding.id(), finding));
            }
            if (news) events.tell(Event.finding(run.id(), finding, run.version()));
        }
    }
}
