package rugged.dynamics.inference;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Reinforced message passing, a solver: after round t each variable takes, with probability 1 - gamma^t, all that was said to it, h_i = atanh m_i with the field it had, as an external field of the rounds to come. Means become signs by and by, of one solution of many, and it ends as soon as these violate
 * nothing, where all are decided and stand still, or where nothing changes any more, as on paths of three or more weights, where messages die away. On a mixing rounds are those of {@code amp}, on a factor graph those of {@code belief-propagation}. It does not sample solutions evenly: it is drawn to where they are dense. That it ends without one does not say that there is none. In the source a variable that takes nothing over forgets its field; here it keeps the one it had.
 *
 * <p>Cost of a round: that of a round of messages, and the constraints once.
 *
 * <p>Source: Braunstein and Zecchina, Phys. Rev. Lett. 96, 030201 (2006).
 */
@Named(
        value = "reinforcement",
        title = "Reinforced message passing",
        doc = "Message passing whose marginals feed back as fields, until their signs are a solution.",
        source = "Braunstein and Zecchina, Phys. Rev. Lett. 96, 030201 (2006)",
        year = 2006,
        topics = {"inference", "constraint satisfaction"})
public record Reinforcement(
        @Param(
                doc = "a field is taken over after round t with probability 1 - gamma^t",
                symbol = "\u03b3",
                def = "0.99",
                min = 0.0,
                max = 1.0)
        double memory,

        @Param(doc = "part of the old state that is kept in a round", symbol = "d", def = "0", min = 0, max = 0.99)
        double damping)
        implements InRounds {
    private static final double USUAL = 300.0;

    /** Fields beyond which a mean is no longer in doubt: 1 - |m| is below 1e-9. */
    private static final double SURE = 10.4;

    /** By which fields may change and stand still. */
    private static final double SILENT = 1e-12;

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SIGNS);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Reinforced((Inference) model, x, random.stream("reinforcement", 0));
    }

    private final class Reinforced extends Deciding {
        private final RandomStream random;
        private final double[] before;
        private double without = 1.0;

        Reinforced(Inference model, double[] start, RandomStream random) {
            super(model, start, damping);
            this.random = random;
            before = new double[fields.length];
        }

        @Override
        String decide(double changed) {
            // nearly all fields are those of the round before, or none is ever taken over
            boolean quiet = without < 0.5 || memory == 1.0;
            boolean sure = true;
            boolean still = true;
            for (int i = 0; i < fields.length; i++) {
                quiet &= Math.abs(total[i] - before[i]) <= SILENT * Math.max(1.0, Math.abs(total[i]));
                // a variable on no constraint hears nothing, ever
                sure &= Math.abs(total[i]) > SURE || total[i] == 0.0;
                still &= total[i] * before[i] >= 0.0;
                before[i] = total[i];
            }
            if (sure && still) return "all signs are decided, constraints are violated";
            if (quiet) return "nothing changes any more, means are not signs";
            without *= memory;
            for (int i = 0; i < fields.length; i++) if (random.nextDouble() >= without) fields[i] = total[i];
            return "";
        }

        @Override
        void save(Packed.Writer out) {
            out.put(without).put(before).put(random.save());
        }

        @Override
        void load(Packed.Reader in) {
            without = in.readDouble();
            in.read(before);
            random.load(in.readBytes());
        }
    }

    @Override
    public double usualArrival() {
        return USUAL;
    }
}
