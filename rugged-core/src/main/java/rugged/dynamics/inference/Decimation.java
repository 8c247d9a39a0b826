package rugged.dynamics.inference;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Decimation by message passing, a solver: rounds until messages stand still, or for as long as patience lasts; then the variables that are most certain, a share of those left and at least one, are fixed to the signs of their means, and rounds go on with the others. It ends as soon as the signs of all means violate
 * nothing, or where all are fixed. On a mixing rounds are those of {@code amp}, on a factor graph those of {@code belief-propagation}. Were marginals exact no fixing would lose the last solution.
 *
 * <p>Cost: a round of messages each, and the constraints once; {@code rounds / share} of them and more in all.
 *
 * <p>Source: Mezard, Parisi and Zecchina, Science 297, 812 (2002); Mezard and Montanari, Information, Physics, and Computation (2009), chapter 14.
 */
@Named(
        value = "decimation",
        title = "Decimation by message passing",
        doc = "Fixes the most certain variables again and again, with rounds of messages between.",
        source = "Mezard, Parisi and Zecchina, Science 297, 812 (2002)",
        year = 2002,
        topics = {"inference", "constraint satisfaction"})
public record Decimation(
        @Param(doc = "share of the variables left that are fixed at once", def = "0.02", min = 0.0, max = 1.0)
        double share,

        @Param(
                doc = "mean square change by a round at which messages stand still",
                def = "1e-6",
                min = 0.0,
                above = true,
                max = 1)
        double tolerance,

        @Param(doc = "most rounds between two fixings", def = "50", min = 1, max = 1e6)
        int patience,

        @Param(doc = "part of the old state that is kept in a round", symbol = "d", def = "0", min = 0, max = 0.99)
        double damping)
        implements InRounds {
    private static final double USUAL = 3000.0;

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SIGNS);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Decimated((Inference) model, x);
    }

    private final class Decimated extends Deciding {
        private final double[] certainty;
        private int rounds;

        Decimated(Inference model, double[] start) {
            super(model, start, damping);
            certainty = new double[fields.length];
        }

        @Override
        String decide(double changed) {
            rounds++;
            boolean standing = changed < tolerance;
            if (rounds < patience && !standing) return "";
            int left = 0;
            for (int i = 0; i < fields.length; i++) if (fields[i] == 0.0) certainty[left++] = Math.abs(total[i]);
            if (left == 0) return "all signs are fixed, constraints are violated";
            rounds = 0;
            int fix = Math.max(1, (int) (share * left));
            Arrays.sort(certainty, 0, left);
            double least = certainty[left - fix];
            for (int i = 0; i < fields.length; i++) if (fields[i] == 0.0 && Math.abs(total[i]) > least) fix -= fixed(i);
            for (int i = 0; i < fields.length && fix > 0; i++)
                if (fields[i] == 0.0 && Math.abs(total[i]) == least) fix -= fixed(i);
            return "";
        }

        private int fixed(int i) {
            fields[i] = total[i] < 0.0 ? -FIXED : FIXED;
            return 1;
        }

        @Override
        void save(Packed.Writer out) {
            out.put(rounds);
        }

        @Override
        void load(Packed.Reader in) {
            rounds = in.readInt();
        }
    }

    @Override
    public double usualArrival() {
        return USUAL;
    }
}
