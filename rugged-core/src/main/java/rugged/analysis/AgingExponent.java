package rugged.analysis;

import java.util.List;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * How the relaxation time grows with the age: t*(tw) is the lag at which the mean over samples of a two-time quantity crosses a level, by interpolation
 * linear in the logarithms, and mu the slope of a least-squares line of ln t* against ln tw over the ages that cross: mu = 0 is a stationary state, mu = 1
 * simple aging, in between subaging. A line through points is no power law: beside mu stand the local slopes between neighbouring ages, the chi^2 of the line with
 * the covariance of its points ({@link PowerLaw}), and mu at five levels over all values that the ages share, whose largest difference from mu is the systematic
 * error of mu. Where the line is excluded (a probability below 0.001, and local slopes that differ by more than 0.1) there is no exponent, and that is said. Statistical
 * errors are by the jackknife over samples; dynamics that share their seeds are compared seed by seed. The curves of a theory that stands beside a system are read at
 * its level and its ages, with the same interpolation between the same lags.
 *
 * <p>The level may be given. By default it is one for all systems of the study that have three ages and a value in common, otherwise for as many, in the order of the
 * study, as have once the oldest ages of those that move least are left out (three are kept; those that differ in the parameter {@code between} keep the same ages), otherwise for
 * those that differ in {@code between}, otherwise each system's own: for a correlation 1/2, and for a quantity that grows from 0, such as a displacement, late in the interval of
 * values that all curves pass, low^0.15 high^0.85 with low the largest first value and high the smallest last one. When the ages of a system share no value the oldest
 * are left out one by one until three are left that do; mu is undefined when these are fewer than three.
 *
 * <p>Source: the t* construction is that of Baity-Jesi et al., J. Stat. Mech. 124013 (2019).
 */
@Named(
        value = "aging-exponent",
        title = "Aging exponent",
        doc = "The time to move by a fixed amount as a power of the age, t* ~ tw^mu: local slopes, chi^2 of the power"
                + " law, and how mu depends on the level.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"aging", "two times"})
public record AgingExponent(
        @Param(doc = "two-time quantity whose crossing is looked for", def = "msd")
        String quantity,

        @Param(doc = "level that is crossed; 0 for one that all systems share", def = "0", min = 0)
        double level,

        @AnalysisParameters.YoungestAge double from,

        @Param(doc = "parameter that tells apart what is compared", def = "dynamics")
        String between)
        implements AnalysisSpec {
    /** The crossing time. */
    public static final Quantity CROSSING = new Quantity(
            "t_star",
            "t^{*}(t_{w})",
            "",
            List.of("tw"),
            "lag at which the mean two-time quantity of age t_{w} crosses the level that the ages share");

    /** The exponent. */
    public static final Quantity EXPONENT = new Quantity(
            "mu_age", "\u03bc", "", List.of(), "slope of ln t^{*} against ln t_{w}: 0 stationary, 1 simple aging");

    /** Slopes between neighbours. */
    public static final Quantity LOCAL = new Quantity(
            "mu_local",
            "d ln t^{*}/d ln t_{w}",
            "",
            List.of("tw"),
            "slope of ln t^{*} between two neighbouring ages, at their geometric mean");

    /** The exponent elsewhere. */
    public static final Quantity SCAN = new Quantity(
            "mu_level", "\u03bc(level)", "", List.of("level"), "\u03bc where t^{*} is read at another level");

    /** Test of the power law. */
    public static final Quantity CHI_SQUARE = new Quantity(
            "chi2_age",
            "\u03c7^{2}",
            "",
            List.of(),
            "squared distance of ln t^{*} from a straight line, in the metric of its jackknife covariance");

    /** Its degrees of freedom. */
    public static final Quantity FREEDOM =
            new Quantity("freedom_age", "m", "", List.of(), "degrees of freedom of \u03c7^{2}");

    /** Difference of two dynamics. */
    public static final Quantity PAIR = new Quantity(
            "mu_pair",
            "\u0394\u03bc",
            "",
            List.of(),
            "\u03bc minus that of the first of the systems that it is compared with, over the seeds of both");

    @Override
    public double youngest() {
        return from;
    }

    @Override
    public Set<String> reads() {
        return Set.of(quantity);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(CROSSING, EXPONENT, LOCAL, SCAN, CHI_SQUARE, FREEDOM, PAIR);
    }

    @Override
    public boolean besideTheories() {
        return true;
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        List<Scaling> all =
                Scaling.of(groups.stream().filter(Group::simulated).toList(), quantity, level, from, between);
        for (Scaling one : all) put(one, out);
        for (Group group : groups) {
            if (group.simulated()) continue;
            all.stream()
                    .filter(one -> one.group().within(group))
                    .findFirst()
                    .ifPresent(one -> put(one.read(group, quantity), out));
        }
        for (Scaling.Pair pair : Scaling.pairs(all)) {
            if (pair.one().crossings().bent() || pair.other().crossings().bent())
                out.undefined(pair.other().group(), PAIR, "one of the two is no power law");
            else out.putSystematic(pair.other().group(), PAIR, pair.difference(), pair.error(), pair.systematic());
        }
    }

    private static void put(Scaling one, Conclusions out) {
        Crossings found = one.crossings();
        Group group = one.group();
        for (int a = 0; a < found.tw().length; a++)
            out.put(group, CROSSING, found.times()[a], found.errors()[a], found.tw()[a]);
        found.putLocal(group, LOCAL, out);
        for (double[] scanned : Crossings.scan(one.ages(), one.shared()))
            out.put(group, SCAN, scanned[1], Double.NaN, scanned[0]);
        if (found.law().freedom() > 0) {
            out.put(group, CHI_SQUARE, found.law().chiSquare(), Double.NaN);
            out.put(group, FREEDOM, found.law().freedom(), 0.0);
        }
        if (found.bent()) out.undefined(group, EXPONENT, found.why());
        else if (Double.isNaN(found.slope()))
            out.undefined(group, EXPONENT, "fewer than three ages cross a common level within the run");
        else out.putSystematic(group, EXPONENT, found.slope(), found.slopeError(), one.systematic());
    }
}
