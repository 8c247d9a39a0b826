package rugged.observable;

/** Windows of time that double: they end at 1, 2, 4 ... times the first, each at the first observation there or after. */
final class Doubling {
    private double end;

    Doubling(double first) {
        end = first;
    }

    /** Whether a window ends at this observation. */
    boolean ends(double time) {
        if (time < end * (1.0 - 1e-12)) return false;
        while (end <= time * (1.0 + 1e-12)) end *= 2.0;
        return true;
    }

    double save() {
        return end;
    }

    void load(double saved) {
        end = saved;
    }
}
