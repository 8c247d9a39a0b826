package rugged.observable.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.lessons.CommitteeStudent;
import rugged.api.lessons.LearningCurves;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.num.Streams;

/**
 * Overlaps Q_ik and R_in of a soft committee with its teacher, the exact generalisation error, and the specialisation. Units of the student are numbered by the teacher's unit that they are matched
 * with: the assignment of largest total overlap at that time (exact up to seven units, the largest overlap first beyond), so that a permutation of hidden units is none. K (K + M) products.
 */
@Named(
        value = "committee-overlaps",
        title = "Overlaps of a soft committee",
        doc = "Overlaps of hidden units with one another and with those of the teacher, matched; generalisation error.",
        source = "Saad and Solla, Phys. Rev. E 52, 4225 (1995)",
        year = 1995,
        topics = {"one time", "learning"})
public record CommitteeProgress() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(
                LearningCurves.GENERALISATION_LOSS,
                LearningCurves.UNIT_OVERLAP,
                LearningCurves.UNIT_TEACHER,
                LearningCurves.SPECIALISATION);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.COMMITTEE);
    }

    @Override
    public Probe open(Model model, Streams random) {
        CommitteeStudent committee = (CommitteeStudent) model;
        int units = committee.units();
        int teachers = committee.teacherUnits();
        double[] q = new double[units * units];
        double[] r = new double[units * teachers];
        return (now, out) -> {
            if (!now.single()) return;
            for (int replica = 0; replica < now.replicas(); replica++) {
                committee.overlaps(now.state(replica), q, r);
                LearningCurves.put(
                        CommitteeOverlaps.of(units, teachers, q, r),
                        committee.share(),
                        replica,
                        Double.NaN,
                        now.time(),
                        out);
            }
        };
    }
}
