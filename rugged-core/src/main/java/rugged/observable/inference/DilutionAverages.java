package rugged.observable.inference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.constraint.DilutedConstraints;
import rugged.api.constraint.DilutionCurves;
import rugged.api.model.Model;
import rugged.api.model.Planted;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.ControlWindows;
import rugged.params.Param;

/**
 * Thermal averages of constraints of which some are cut, in {@link ControlWindows} of time against the share rho of spins that are kept: the share of constraints that are violated and, where a configuration is hidden, the overlap of the spins that are kept with it. One product for each constraint at each observation.
 *
 * <p>At the temperature at which the hidden configuration is one of equilibrium its state has v = 1/(1 + e^(2/T)) at every rho (Nishimori), and so has the liquid.
 */
@Named(
        value = "dilution-averages",
        title = "Averages against dilution",
        doc = "Violated constraints, and the overlap with hidden spins, while spins are cut or put back.",
        source = "textbook",
        topics = {"thermal", "constraint satisfaction"})
public record DilutionAverages(
        @Param(
                doc = "length of a window of time, that of a plateau or of the run: of several at one rho the first is"
                        + " written",
                symbol = "t",
                def = "1",
                min = 0.0,
                above = true)
        double every)
        implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(DilutionCurves.VIOLATED, DilutionCurves.HIDDEN);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.DILUTION);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return ControlWindows.ends(every, schedule.singles());
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Averages((DilutedConstraints) model, every);
    }

    private static final class Averages extends ControlWindows {
        private final DilutedConstraints model;
        private final double[] hidden;

        Averages(DilutedConstraints model, double every) {
            super(every, model, 2);
            this.model = model;
            this.hidden = DilutionAverages.hidden(model);
        }

        @Override
        protected void add(Moment now, int replica, double[] into) {
            double[] s = now.state(replica);
            into[0] += violated(s);
            into[1] += overlap(s);
        }

        @Override
        protected void write(int replica, double keep, double[] means, Sink out) {
            out.put(DilutionCurves.VIOLATED, replica, means[0], Double.NaN, keep);
            if (hidden.length > 0) out.put(DilutionCurves.HIDDEN, replica, means[1], Double.NaN, keep);
        }

        private double violated(double[] s) {
            int violated = 0;
            int constraints = model.constraints();
            for (int a = 0; a < constraints; a++) {
                boolean odd = model.odd(a);
                for (int i : model.members(a)) odd ^= s[i] < 0.0;
                if (odd) violated++;
            }
            return constraints == 0 ? Double.NaN : violated / (double) constraints;
        }

        private double overlap(double[] s) {
            double sum = 0.0;
            for (int i = 0; i < hidden.length; i++) if (model.kept(i)) sum += s[i] * hidden[i];
            return sum / model.keptSpins();
        }
    }

    /** Empty where nothing is hidden. */
    private static double[] hidden(DilutedConstraints model) {
        if (!(model instanceof Planted planted && model.hides())) return new double[0];
        double[] hidden = new double[model.dimension()];
        planted.plantedState(hidden);
        return hidden;
    }
}
