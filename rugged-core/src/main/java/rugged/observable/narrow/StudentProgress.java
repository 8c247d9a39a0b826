package rugged.observable.narrow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.lessons.StudentCurves;
import rugged.api.lessons.Taught;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * A student vector w[d] beside its teacher w', |w'|^2 = d: overlap m = w.w'/d, norm q = |w|^2/d, the generalisation error, which follows from them exactly, and the mean loss of the examples. Exact of a state; from sample to sample they
 * fluctuate by O(d^-1/2), and differ from d = infinity by O(1/d). Cost: a read of the inputs.
 */
@Named(
        value = "student",
        title = "Student and teacher",
        doc = "Overlap of a student with its teacher, its norm, its error on new examples and its loss on old ones.",
        source = "Engel and Van den Broeck, Statistical Mechanics of Learning (2001)",
        year = 2001,
        topics = {"one time", "learning", "inference"})
public record StudentProgress() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return StudentCurves.ALL;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.TEACHER);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 0.5;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Taught taught = (Taught) model;
        double[] w = new double[taught.weights()];
        double[] teacher = taught.teacher();
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                taught.student(now.state(r), w);
                double m = 0.0;
                double q = 0.0;
                for (int i = 0; i < w.length; i++) {
                    m += w[i] * teacher[i] / w.length;
                    q += w[i] * w[i] / w.length;
                }
                double t = now.time();
                out.put(StudentCurves.OVERLAP, r, m, Double.NaN, t);
                out.put(StudentCurves.NORM, r, q, Double.NaN, t);
                out.put(StudentCurves.GENERALISATION_ERROR, r, taught.generalisationError(w), Double.NaN, t);
                out.put(StudentCurves.TRAINING_LOSS, r, taught.trainingLoss(w), Double.NaN, t);
            }
        };
    }
}
