package rugged.observable.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.lessons.LearningCurves;
import rugged.api.lessons.StoredExamples;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.Vectors;

/**
 * Q = J.J, R = J.B, the training error E_t (the fraction of stored examples that are wrong by their stored label; a field of exactly 0 is half wrong) and the generalisation error
 * E_g = arccos(R/sqrt Q)/pi, which is exact for Gaussian fields: large N. It is the error by labels without flips. One pass over the examples.
 */
@Named(
        value = "learning-curves",
        title = "Training and generalisation error",
        doc = "Length, overlap with the teacher, and errors on old and on new examples.",
        source = "Coolen and Saad, Phys. Rev. E 62, 5444 (2000)",
        year = 2000,
        topics = {"one time", "learning"})
public record LearningProgress() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(
                LearningCurves.LENGTH,
                LearningCurves.OVERLAP,
                LearningCurves.TRAINING_ERROR,
                LearningCurves.GENERALISATION_ERROR);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.STORED_EXAMPLES);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 0.5;
    }

    @Override
    public Probe open(Model model, Streams random) {
        StoredExamples examples = (StoredExamples) model;
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) look(examples, now.state(r), r, now, out);
        };
    }

    private static void look(StoredExamples examples, double[] w, int replica, Moment now, Sink out) {
        double length = Vectors.dot(w, w) / w.length;
        double overlap = examples.teacherOverlap(w);
        double cosine = overlap / Math.sqrt(length);
        put(out, LearningCurves.LENGTH, replica, length, now);
        put(out, LearningCurves.OVERLAP, replica, overlap, now);
        put(out, LearningCurves.TRAINING_ERROR, replica, wrong(examples, w), now);
        put(out, LearningCurves.GENERALISATION_ERROR, replica, Math.acos(Math.clamp(cosine, -1.0, 1.0)) / Math.PI, now);
    }

    private static double wrong(StoredExamples examples, double[] w) {
        double wrong = 0.0;
        for (int mu = 0; mu < examples.patterns(); mu++) {
            double x = examples.label(mu) * examples.field(w, mu);
            wrong += x < 0.0 ? 1.0 : x > 0.0 ? 0.0 : 0.5;
        }
        return wrong / examples.patterns();
    }

    private static void put(Sink out, Quantity quantity, int replica, double value, Moment now) {
        out.put(quantity, replica, value, Double.NaN, now.time());
    }
}
