package rugged.theory.narrow;

import java.util.List;
import java.util.Optional;
import rugged.api.DataSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.SequenceCurves;
import rugged.api.lessons.SequenceTask;
import rugged.index.Named;
import rugged.meanfield.sequence.NewExamples;
import rugged.meanfield.sequence.SequenceEvolution;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.SequenceOverlaps;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.UnitLoss;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.Schema;

/**
 * What a student of sequences knows in the end, for d and n = alpha d to infinity: the fixed point of state evolution in matrix form, at every time alike. Of a convex risk it is the minimum (exact). Of another it is the replica-symmetric fixed point that is reached from
 * overlaps as hint and lean say, one for each start; which of several is lowest the training losses and norms say. Nothing is written where none is reached. Eigenvalues of a covariance are those of this d. The error of each number is how much it changes from a quarter of the points of
 * integration to all: below 1e-8 for one unit and one token, 1e-4 to 1e-3 of overlaps and up to 1e-2 of small errors for smooth losses of two outputs. Where an example takes more than five numbers, points are scrambled at random, and each number is the mean over eight scramblings, solved one by one, with its standard error. Milliseconds for one output, seconds for four numbers.
 *
 * <p>Source: Cui, arXiv:2409.13904; Aubin, Krzakala, Lu and Zdeborova, arXiv:2006.06560. The equations stand at {@code rugged.meanfield.sequence.SequenceEvolution}.
 */
@Named(
        value = "sequence-risk",
        title = "Students of sequences in high dimension",
        doc = "Overlaps with the teacher and with the direction of clusters, error on new examples and training loss"
                + " of a student of a few units that sees sequences of tokens.",
        source = "Cui, arXiv:2409.13904",
        year = 2024,
        topics = {"learning", "inference", "mean-field"})
public record SequenceTheory(
        SequenceLaw law,

        TokenLaw tokenLaw,

        SequenceTask task,

        @Param(doc = "examples that were not drawn by a known law; there is no theory of them")
        Optional<DataSpec> data)
        implements TheorySpec {
    private static final int SCRAMBLINGS = 8;

    /** Checks the parameters together. */
    public SequenceTheory {
        if (data.isPresent())
            throw new BadParameter(
                    "data",
                    Schema.of(data.get()).name(),
                    "follow no law that this theory knows",
                    "sequences that sequence-risk draws, or no theory");
        task.require(law, tokenLaw);
    }

    private UnitLoss built() {
        return task.built(law);
    }

    @Override
    public List<Quantity> quantities() {
        return SequenceCurves.ALL;
    }

    @Override
    public Validity validity() {
        return built().convex() ? Validity.LARGE_N : Validity.REPLICA_SYMMETRIC;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        UnitLoss built = built();
        SequenceEvolution evolution = new SequenceEvolution(law, tokenLaw, built, task.decay());
        Optional<SequenceEvolution.Found> reached = built.convex()
                ? evolution.minimum()
                : evolution.from(SequenceEvolution.start(law, tokenLaw, task.hint(), task.lean()));
        if (reached.isEmpty()) return new Solution(false, 0, Double.NaN, "no fixed point was reached");
        SequenceEvolution.Found found = reached.get();
        String branch = built.convex()
                ? "the minimum"
                : "the replica-symmetric fixed point from hint " + task.hint() + " and lean " + task.lean();
        if (!evolution.scrambled()) {
            put(found, built, 0, grid, out);
            return new Solution(true, found.iterations(), found.distance(), branch);
        }
        ScramblingMean mean = new ScramblingMean();
        mean.next();
        put(found, built, 0, grid, mean);
        for (int k = 1; k < SCRAMBLINGS; k++) {
            Optional<SequenceEvolution.Found> other =
                    new SequenceEvolution(law, tokenLaw, built, task.decay(), k).from(found.overlaps());
            if (other.isEmpty()) return new Solution(false, k, Double.NaN, "a scrambling has no fixed point");
            mean.next();
            put(other.get(), built, k, grid, mean);
        }
        mean.put(out);
        String scrambled = branch + ", mean over " + SCRAMBLINGS + " scramblings of the points of integration";
        return new Solution(true, found.iterations(), mean.greatest(), scrambled);
    }

    private void put(SequenceEvolution.Found found, UnitLoss built, int scrambling, Schedule grid, Sink out) {
        SequenceOverlaps at = found.overlaps();
        double error = NewExamples.error(law, tokenLaw, built, at, scrambling);
        double coarser = NewExamples.error(law, tokenLaw, built, found.coarser(), scrambling);
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k)) continue;
            double t = grid.time(k);
            SequenceCurves.put(at, found.coarser(), tokenLaw.variance(), Sink.ALL, t, out);
            out.put(SequenceCurves.NEW_ERROR, Sink.ALL, error, Math.abs(error - coarser), t);
            out.put(SequenceCurves.TRAINING_LOSS, Sink.ALL, found.training(), found.error(), t);
        }
    }
}
