package rugged.api.model;

/**
 * Vector units whose energy is linear in each: E = -h_i.x_i + what does not depend on x_i, with the local field h_i of the others. A heat bath then knows the
 * law of one unit given the rest in closed form.
 */
public interface LocalFields extends UnitMoves {
    /** Overwrites h[from ... from + m) with the local field of a unit. x is not modified. */
    void field(double[] x, int unit, double[] h, int from);

    /** -h.(to - x_i). Allocates m numbers; override it where that matters. */
    @Override
    default double energyChange(double[] x, int unit, double[] to) {
        double[] h = new double[to.length];
        field(x, unit, h, 0);
        double sum = 0.0;
        for (int a = 0; a < h.length; a++) sum -= h[a] * (to[a] - x[unit * h.length + a]);
        return sum;
    }

    @Override
    LocalFields fork();
}
