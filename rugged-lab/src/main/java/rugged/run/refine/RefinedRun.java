package rugged.run.refine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rugged.run.Execution;
import rugged.run.Outcome;
import rugged.run.Session;
import rugged.run.Stopped;
import rugged.run.Watcher;
import rugged.run.Work;
import rugged.store.Agenda;
import rugged.store.Manifest;
import rugged.store.Phase;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.study.Plan;
import rugged.study.Refinement;
import rugged.study.read.RefinedStudy;

/**
 * A run of a plan that may refine its grid: sessions one after another in one folder, each with the places that the answers of the one before ask for, until none is missing. A plan without refinement is one session. Which places come is a function of what is stored, so that a run that is interrupted anywhere goes on to
 * the same places; only the last session makes tables and figures.
 */
public final class RefinedRun {
    private final Execution execution;
    private final Watcher watcher;
    private final Session.Closing closing;
    private final RunFolder folder;
    private final Function<String, Plan> planner;
    private Plan plan;
    private boolean retrying;
    private boolean gathering;
    private boolean extending;
    private boolean stopped;
    private @Nullable Session session;

    /**
     * @param plan what is computed first
     * @param planner makes the plan of a study as resolved
     * @param folder where
     * @param execution how
     * @param watcher who is told
     * @param closing what is done with the results in the end
     */
    public RefinedRun(
            Plan plan,
            Function<String, Plan> planner,
            RunFolder folder,
            Execution execution,
            Watcher watcher,
            Session.Closing closing) {
        this.plan = plan;
        this.planner = planner;
        this.folder = folder;
        this.execution = execution;
        this.watcher = watcher;
        this.closing = closing;
    }

    /** As {@link Session#retryingFailed}. */
    public RefinedRun retryingFailed() {
        retrying = true;
        return this;
    }

    /** As {@link Session#gathering}. */
    public RefinedRun gathering() {
        gathering = true;
        return this;
    }

    /** As {@link Session#extending}. */
    public RefinedRun extending() {
        extending = true;
        return this;
    }

    /** As {@link Session#stop}. */
    public synchronized void stop() {
        stopped = true;
        if (session != null) session.stop();
    }

    /** As {@link Session#run}. */
    public Outcome run(boolean afresh) {
        if (!afresh) adopt();
        boolean anew = afresh;
        while (true) {
            Step step = new Step(closing);
            Outcome outcome = session(step).run(anew);
            anew = false;
            if (step.text.isEmpty()) return outcome;
            plan = planner.apply(step.text.get());
            extending = true;
        }
    }

    private synchronized Session session(Step step) {
        boolean open = plan.refinement().isPresent() && !gathering;
        Session next = new Session(Work.of(plan), folder, execution, watcher, open ? step : closing);
        if (retrying) next.retryingFailed();
        if (gathering) next.gathering();
        if (extending) next.extending();
        if (stopped) next.stop();
        session = next;
        return next;
    }

    /** What an earlier session added to the same study is there again from the start. */
    private void adopt() {
        if (plan.refinement().isEmpty() || gathering) return;
        try {
            Optional<String> stored = folder.study();
            boolean same = folder.manifest()
                    .map(Manifest::plan)
                    .filter(plan.hash()::equals)
                    .isPresent();
            Optional<Agenda> agenda = folder.agenda();
            if (stored.isPresent()
                    && same
                    && agenda.isPresent()
                    && agenda.get().points().size() > plan.points().size()) plan = planner.apply(stored.get());
        } catch (Damaged lost) {
            // points are found by their keys once they are asked for
        }
    }

    /** The study with the places that come next; empty where none is missing, or there is no room for more. */
    private Optional<String> grown() {
        Refinement.Grid grid = plan.refinement().orElseThrow();
        Refinement how = grid.how();
        PlaneAnswers answers = PlaneAnswers.of(folder, how);
        Set<TileSearch.Place> own = new HashSet<>();
        for (BigDecimal across : grid.across())
            for (BigDecimal up : grid.up()) own.add(new TileSearch.Place(across, up));
        long room = how.most();
        for (PlaneAnswers.Plane plane : answers.planes().values())
            room -= plane.planned().stream()
                    .filter(place -> !own.contains(place))
                    .count();
        List<Map<String, String>> more = new ArrayList<>();
        for (Map.Entry<Map<String, String>, PlaneAnswers.Plane> plane :
                answers.planes().entrySet()) {
            TileSearch search = new TileSearch(
                    how, plane.getValue().planned(), plane.getValue().answers());
            for (List<TileSearch.Place> tile : search.lacking(grid.across(), grid.up())) {
                // a tile is halved as a whole or not at all
                if (more.size() + tile.size() > room) return grown(more);
                for (TileSearch.Place place : tile) more.add(coordinates(plane.getKey(), how, place));
            }
        }
        return grown(more);
    }

    private Optional<String> grown(List<Map<String, String>> more) {
        return more.isEmpty() ? Optional.empty() : Optional.of(RefinedStudy.with(plan.yaml(), more));
    }

    private static Map<String, String> coordinates(Map<String, String> rest, Refinement how, TileSearch.Place place) {
        Map<String, String> all = new LinkedHashMap<>(rest);
        all.put(how.in().get(0), place.across().toPlainString());
        all.put(how.in().get(1), place.up().toPlainString());
        return all;
    }

    /** Looks, when the points of a session have ended, whether others come: if so, nothing is made of the results yet. */
    private final class Step implements Session.Closing {
        private final Session.Closing last;
        private Optional<String> text = Optional.empty();

        Step(Session.Closing last) {
            this.last = last;
        }

        @Override
        public void close(RunFolder folder, Outcome outcome) {
            text = grown();
            if (text.isPresent()) throw new Stopped();
            last.close(folder, outcome);
        }

        @Override
        public void prepare() {
            last.prepare();
        }

        @Override
        public void tell(Consumer<Phase> listener) {
            last.tell(listener);
        }

        @Override
        public void stop() {
            last.stop();
        }
    }
}
