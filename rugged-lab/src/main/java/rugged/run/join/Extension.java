package rugged.run.join;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rugged.params.BadParameter;
import rugged.store.Agenda;
import rugged.study.Plan;
import rugged.study.Point;
import rugged.study.read.StudyUnion;

/** A run with more seeds and more values of its parameters: the study of both, and whether the points that are there belong to it. */
public final class Extension {
    private Extension() {}

    /**
     * The study of a run and of what is added to it.
     *
     * @param run what is there
     * @param more the same study with other seeds and values
     */
    public static String study(Source run, Plan more) {
        StudyUnion union = new StudyUnion(run.toString(), run.study(), run.swept(), path -> true);
        union.add(
                run.toString(), more.yaml(), Source.swept(more.points().stream().map(Point::coordinates)));
        return union.text();
    }

    /**
     * The number of points that a plan adds.
     *
     * @throws BadParameter when it does not hold all that are there
     */
    public static int added(Source run, Plan plan) {
        Set<String> keys = plan.points().stream().map(Point::key).collect(Collectors.toSet());
        List<Agenda.Entry> lost = run.agenda().points().stream()
                .filter(point -> !keys.contains(point.key()))
                .toList();
        if (!lost.isEmpty())
            throw new BadParameter(
                    "extend",
                    run,
                    lost.size() + " of its " + run.agenda().points().size()
                            + " points would have to be computed anew, the first of them at "
                            + lost.getFirst().coordinates(),
                    "seeds and values of parameters may come to those that are there; observables may not, nor may"
                            + " the program's numerics or a data file have changed: run the study into a new folder");
        return plan.points().size() - run.agenda().points().size();
    }
}
