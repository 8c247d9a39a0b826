package rugged.observable.narrow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.lessons.SequenceCurves;
import rugged.api.lessons.TaughtSequences;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * A student of a few units beside its teacher: overlaps of units, matched, with the teacher, with one another and with the direction of clusters and places; the alignment of w w^T with that of the teacher, which no order, sign or rotation of units changes; the mean loss of the
 * examples; and the error on new ones, whose outputs are Gaussian given the overlaps, so that it is an integral and no sample is drawn. Errors of that integral are about 1e-6 of smooth losses, 1e-4 of more than five numbers an example. Cost: a read of the tokens and some milliseconds.
 */
@Named(
        value = "sequence-student",
        title = "Student of sequences and its teacher",
        doc = "Overlaps of the units of a student with those of its teacher and with the direction of clusters,"
                + " error on new examples, loss on old ones.",
        source = "Cui, arXiv:2409.13904",
        year = 2024,
        topics = {"one time", "learning", "inference"})
public record SequenceProgress() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return SequenceCurves.ALL;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SEQUENCE_STUDENT);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 0.5;
    }

    @Override
    public Probe open(Model model, Streams random) {
        TaughtSequences taught = (TaughtSequences) model;
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                double[] state = now.state(r);
                double t = now.time();
                SequenceCurves.put(taught.overlaps(state), taught.variance(), r, t, out);
                out.put(SequenceCurves.NEW_ERROR, r, taught.newError(state), Double.NaN, t);
                out.put(SequenceCurves.TRAINING_LOSS, r, taught.trainingLoss(state), Double.NaN, t);
            }
        };
    }
}
