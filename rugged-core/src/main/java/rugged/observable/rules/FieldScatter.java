package rugged.observable.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.lessons.LearningCurves;
import rugged.api.lessons.StoredExamples;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/** x and y of every stored example, 2 p numbers a time and replica: the cloud of points that means hide, such as the bands of examples that were seen 0, 1, 2 ... times. Exact. One pass over the examples. */
@Named(
        value = "field-scatter",
        title = "Fields of all examples",
        doc = "The student's and the teacher's field of every stored example, as arrays.",
        source = "Rae, Sollich and Coolen, J. Phys. A 32, 3321 (1999)",
        year = 1999,
        topics = {"one time", "arrays", "learning"})
public record FieldScatter(
        @Param(doc = "only at every k-th observation time", def = "5", min = 1, max = 1e6)
        int every) implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(LearningCurves.STUDENT_FIELDS, LearningCurves.TEACHER_FIELDS);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.STORED_EXAMPLES);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : 2.0 * patterns / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        StoredExamples examples = (StoredExamples) model;
        double[] x = new double[examples.patterns()];
        double[] y = new double[examples.patterns()];
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                for (int mu = 0; mu < x.length; mu++) {
                    x[mu] = examples.field(now.state(r), mu);
                    y[mu] = examples.teacherField(mu);
                }
                out.put(LearningCurves.STUDENT_FIELDS, r, NamedArray.vector("example", x), now.time());
                out.put(LearningCurves.TEACHER_FIELDS, r, NamedArray.vector("example", y), now.time());
            }
        });
    }
}
