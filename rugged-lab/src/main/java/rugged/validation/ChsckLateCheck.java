package rugged.validation;

import java.util.List;
import rugged.api.CheckSpec;
import rugged.index.Named;
import rugged.theory.aging.ChsckReference;

/** The long-time method at late times beside runs of another program at order 12, and a state followed in closed form. */
@Named(
        value = "chsck-late",
        title = "Aging equations to t = 1e6",
        doc = "The long-time method at late times beside runs of another program at order 12, and a state followed"
                + " in closed form.",
        source = "Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"spin-glass", "mean-field", "aging"})
public record ChsckLateCheck() implements CheckSpec {
    private static final List<String> LINES = List.of(
            "3 0 inf 1e3 -1.151473582 0.0495624 0.816264 0.688240 0.000315053 1e-6",
            "3 0 inf 1e4 -1.154005676 0.0215008 0.797143 0.696943 0.0000318118 1e-6",
            "3 0 inf 1e5 -1.154550753 0.0093927 0.78827 0.70079 0.0000032010 1.2e-5",
            "3 0 inf 1e6 -1.154668254 0.004115 0.78416 0.70253 NaN 2e-5",
            "3 0.5 inf 1e3 -0.8815884 NaN NaN NaN NaN 1e-7",
            "3 0.5 inf 1e4 -0.8854416 NaN NaN NaN NaN 1e-7",
            "3+4 0 inf 1e4 -1.68918447 NaN 0.81268 NaN NaN 1e-5",
            "3+4 0 inf 1e5 -1.69007189 NaN 0.78982 NaN NaN 2e-5",
            "3+12 0 inf 1e5 -1.8779868 NaN NaN NaN NaN 1e-7",
            "3 0 0.6 1e4 -1.161895004 0.77459667 NaN NaN NaN 1e-8");

    @Override
    public List<Group> compares() {
        return List.of(new Group(
                "chsck", "the same at late times, up to 1e6", "e in J, chi in 1/J, C without, R in units of J = 1"));
    }

    @Override
    public List<Row> rows() {
        return ChsckReference.rows(
                LINES,
                "row collocation of order 12 in another program, spacings 0.035 and 0.05; T_0 = 0.6: state followed in"
                        + " closed form");
    }
}
