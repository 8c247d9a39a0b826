package rugged.theory.learning;

import java.util.List;
import rugged.api.Quantity;

/** What theories of learning know of two times: t, and the earlier t_{w}. */
final class TwoTimes {
    private static final List<String> AXES = List.of("t", "tw");

    static final Quantity CORRELATION = new Quantity("C2", "C(t, t_{w})", "", AXES, "w(t) \u00b7 w(t_{w})/d");
    static final Quantity KICK = new Quantity(
            "R", "R(t, t_{w})", "", AXES, "answer of a weight at t to a kick at t_{w}, which enters the step after it");

    private TwoTimes() {}
}
