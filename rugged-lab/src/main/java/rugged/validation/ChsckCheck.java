package rugged.validation;

import java.util.List;
import rugged.api.CheckSpec;
import rugged.index.Named;
import rugged.theory.aging.ChsckReference;

/** The long-time method beside uniform grids of three steps, extrapolated: p = 3, 3+4 and 2. */
@Named(
        value = "chsck",
        title = "Aging equations to t = 100",
        doc = "The long-time method beside uniform grids of three steps, extrapolated: p = 3, 3+4 and 2.",
        source = "Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"spin-glass", "mean-field", "aging"})
public record ChsckCheck() implements CheckSpec {
    private static final List<String> LINES = List.of(
            "3 0 inf 1 -0.782508 0.713697 0.950703 0.333453 0.501716 2e-6",
            "3 0 inf 2 -0.926219 0.548056 0.935272 0.444497 0.253814 2e-6",
            "3 0 inf 5 -1.035656 0.377247 0.917994 0.547001 0.088150 3e-6",
            "3 0 inf 10 -1.081599 0.284699 0.904516 0.595482 0.039257 3e-6",
            "3 0 inf 20 -1.109507 0.216035 0.890035 0.627454 0.017864 3e-6",
            "3 0 inf 50 -1.13056 0.15134 0.86978 0.65390 0.006591 2e-5",
            "3 0 inf 100 -1.13960 0.11628 0.85466 0.66662 0.003194 2e-5",
            "3+4 0 inf 1 -1.27255 0.64608 NaN NaN NaN 1e-5",
            "3+4 0 inf 2 -1.42866 0.51222 0.93199 0.30849 0.15388 1e-5",
            "3+4 0 inf 10 -1.60198 0.29727 0.90014 0.37847 0.02622 1e-5",
            "3+4 0 inf 20 -1.63455 0.23717 0.88630 0.39339 0.01261 1e-5",
            "3+4 0 0.85 1 -1.63111 0.88907 NaN NaN NaN 1e-5",
            "3+4 0 0.85 2 -1.64861 0.85310 0.99185 0.23964 0.06255 1e-5",
            "3+4 0 0.85 10 -1.66600 0.77035 0.98732 0.31077 0.00879 2e-5",
            "3+4 0 0.85 20 -1.67057 0.72645 0.97950 0.33350 0.00451 3e-5",
            "3 0.5 inf 1 -0.586993 0.542376 0.803893 NaN NaN 3e-6",
            "3 0.5 inf 2 -0.685844 0.383995 0.728582 0.468812 0.270561 3e-6",
            "3 0.5 inf 5 -0.768986 0.237762 0.645034 NaN NaN 3e-6",
            "3 0.5 inf 10 -0.808117 0.165486 0.596844 0.705461 0.051381 3e-6",
            "3 0.5 inf 20 -0.834260 0.115512 0.559807 0.769930 0.024924 3e-6",
            "2 0 inf 1 -0.6580473 NaN NaN NaN NaN 2e-6",
            "2 0 inf 5 -0.9259877 NaN NaN NaN NaN 1e-6",
            "2 0 inf 10 -0.9627404 NaN 0.9169666 NaN NaN 1e-6",
            "3 0.7 0.7 1 -0.7142857 0.713630 NaN NaN NaN 1e-6",
            "3 0.7 0.7 2 -0.7142857 0.629366 NaN NaN NaN 1e-6",
            "3 0.7 0.7 5 -0.7142857 0.518171 NaN NaN NaN 1e-6",
            "3 0.7 0.7 10 -0.7142857 0.426071 NaN NaN NaN 1e-6",
            "3 0.7 0.7 20 -0.7142857 0.315747 NaN NaN NaN 1e-6",
            "3 0.65 0.65 1 -0.7692308 0.744083 NaN NaN NaN 1e-6",
            "3 0.65 0.65 2 -0.7692308 0.675770 NaN NaN NaN 1e-6",
            "3 0.65 0.65 5 -0.7692308 0.595041 NaN NaN NaN 1e-6",
            "3 0.65 0.65 10 -0.7692308 0.537910 NaN NaN NaN 1e-6",
            "3 0.65 0.65 20 -0.7692308 0.478463 NaN NaN NaN 1e-6");

    @Override
    public List<Group> compares() {
        return List.of(new Group(
                "chsck",
                "e(t), C(t, 0), C(t, t/2), chi(t, t/2) and R(t, t/2) at each mixture, temperature, start and time up"
                        + " to 100",
                "e in J, chi in 1/J, C without, R in units of J = 1"));
    }

    @Override
    public List<Row> rows() {
        return ChsckReference.rows(
                LINES, "uniform grids of three steps, extrapolated; order 2 in closed form; equilibrium equation");
    }
}
