package rugged.observable.thermal;

import java.util.Arrays;

/** Windows of time that double: they end at 1, 2, 4 ... times the first, each at the first observation there or after. */
final class Doubling {
    private double end;

    Doubling(double first) {
        end = first;
    }

    /** Whether an observation belongs to the window under way, which begins after half of its end: what is earlier, such as the start, lies before the first. */
    boolean holds(double time) {
        return time > 0.5 * end * (1.0 + 1e-12);
    }

    /** Whether a window ends at this observation. */
    boolean ends(double time) {
        if (time < end * (1.0 - 1e-12)) return false;
        while (end <= time * (1.0 + 1e-12)) end *= 2.0;
        return true;
    }

    /** Those of the times at which a window ends. */
    static double[] ends(double first, double[] times) {
        Doubling windows = new Doubling(first);
        return Arrays.stream(times).filter(windows::ends).toArray();
    }

    /** In words: that the last of the windows, which is the result, holds a single one of these observations; empty where it holds more. */
    static String single(double first, double[] times) {
        Doubling windows = new Doubling(first);
        double last = Double.NaN;
        int held = 0;
        int holds = 0;
        for (double time : times) {
            if (windows.holds(time)) held++;
            if (!windows.ends(time)) continue;
            last = time;
            holds = held;
            held = 0;
        }
        return holds == 1 ? "its last window, which ends at t = " + last + ", holds a single observation" : "";
    }

    double save() {
        return end;
    }

    void load(double saved) {
        end = saved;
    }
}
