package rugged.observable.narrow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.lessons.StudentCurves;
import rugged.api.lessons.TaughtUnits;
import rugged.api.lessons.UnitCurves;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * The units w_a[d] of a student beside those of its teacher, |w'_a|^2 = d: overlaps q_ab = w_a.w_b/d and m_ab = w_a.w'_b/d, numbered so that sum_a m_aa is largest, since the order of units means nothing; their means on and off the diagonal, and q_d = q_11 - q_12; how often the student is wrong on new
 * examples, which follows from q, m and the covariance of the posterior (averages to 2e-5), and on old ones. Exact of a state; from sample to sample they fluctuate by O(d^-1/2), and differ from d = infinity by O(1/d). Of one unit q_12 and m_12 are undefined. Cost: a read of the inputs, and 0.1 s.
 */
@Named(
        value = "student-units",
        title = "Units of student and teacher",
        doc = "Overlaps of the units of a student with one another and with a teacher's, and its errors on new and"
                + " old examples.",
        source = "Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018)",
        year = 2018,
        topics = {"one time", "learning", "inference"})
public record StudentUnits() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return UnitCurves.ALL;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.TAUGHT_UNITS);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 10.0;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Look((TaughtUnits) model);
    }

    private static final class Look implements Probe {
        private final TaughtUnits taught;
        private final int units;
        private final double[][] w;
        private final double[][] m;
        private final double[][] q;

        Look(TaughtUnits taught) {
            this.taught = taught;
            units = taught.units();
            w = new double[units][taught.weights()];
            m = new double[units][units];
            q = new double[units][units];
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) look(now, r, out);
        }

        private void look(Moment now, int r, Sink out) {
            taught.student(now.state(r), w);
            double[][] teacher = taught.teacher();
            for (int a = 0; a < units; a++)
                for (int b = 0; b < units; b++) {
                    m[a][b] = product(w[a], teacher[b]);
                    q[a][b] = product(w[a], w[b]);
                }
            int[] match = UnitMatching.best(m);
            double own = 0.0;
            double norm = 0.0;
            double all = 0.0;
            double between = 0.0;
            for (int a = 0; a < units; a++) {
                own += m[a][match[a]] / units;
                norm += q[a][a] / units;
                for (int b = 0; b < units; b++) {
                    all += m[a][b];
                    between += q[a][b];
                }
            }
            // NaN of one unit
            double pairs = units * (units - 1.0);
            double cross = (between - units * norm) / pairs;
            double t = now.time();
            out.put(UnitCurves.OWN, r, norm, Double.NaN, t);
            out.put(UnitCurves.CROSS, r, pairs > 0.0 ? cross : Double.NaN, Double.NaN, t);
            out.put(UnitCurves.SPECIALISATION, r, pairs > 0.0 ? norm - cross : Double.NaN, Double.NaN, t);
            out.put(UnitCurves.MATCHED, r, own, Double.NaN, t);
            out.put(UnitCurves.OTHER, r, pairs > 0.0 ? (all - units * own) / pairs : Double.NaN, Double.NaN, t);
            TaughtUnits.Errors errors = taught.errors(now.state(r));
            out.put(StudentCurves.GENERALISATION_ERROR, r, errors.fresh(), Double.NaN, t);
            out.put(UnitCurves.GIBBS_ERROR, r, errors.gibbs(), Double.NaN, t);
            out.put(UnitCurves.TRAINING_ERROR, r, errors.training(), Double.NaN, t);
        }

        private static double product(double[] a, double[] b) {
            double sum = 0.0;
            for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
            return sum / a.length;
        }
    }
}
