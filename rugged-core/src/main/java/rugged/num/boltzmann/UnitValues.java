package rugged.num.boltzmann;

/**
 * The two numbers that a unit takes. A machine of spins s = 2 v - 1 with W, a, b has the law of bits with
 *
 * <pre>W' = 4 W,   a'_i = 2 a_i - 2 sum_j W_ij,   b'_j = 2 b_j - 2 sum_i W_ij,</pre>
 *
 * <p>so that a machine of bits is one of spins with W/4, a/2 + the row sums of W/4, b/2 + its column sums. What is computed is computed for bits.
 */
public enum UnitValues {
    /** 0 and 1. */
    BITS(0.0, 1.0) {
        @Override
        public void toBits(BitMachine machine, double[] x, double[] y) {
            System.arraycopy(x, 0, y, 0, machine.size());
        }

        @Override
        public void pullBack(BitMachine machine, double[] g) {}

        @Override
        public double spinScale() {
            return 0.25;
        }
    },
    /** -1 and +1. */
    SPINS(-1.0, 1.0) {
        @Override
        public void toBits(BitMachine machine, double[] x, double[] y) {
            int a = machine.a();
            int b = machine.b();
            int hidden = machine.hidden();
            for (int k = a; k < machine.size(); k++) y[k] = 2.0 * x[k];
            for (int i = 0; i < machine.visible(); i++) {
                double sum = 0.0;
                for (int j = 0; j < hidden; j++) {
                    double w = x[i * hidden + j];
                    y[i * hidden + j] = 4.0 * w;
                    y[b + j] -= 2.0 * w;
                    sum += w;
                }
                y[a + i] -= 2.0 * sum;
            }
        }

        @Override
        public void pullBack(BitMachine machine, double[] g) {
            int a = machine.a();
            int b = machine.b();
            int hidden = machine.hidden();
            for (int i = 0; i < machine.visible(); i++)
                for (int j = 0; j < hidden; j++)
                    g[i * hidden + j] = 4.0 * g[i * hidden + j] - 2.0 * (g[a + i] + g[b + j]);
            for (int k = a; k < machine.size(); k++) g[k] *= 2.0;
        }

        @Override
        public double spinScale() {
            return 1.0;
        }
    };

    private final double low;
    private final double high;

    UnitValues(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** The lower number. */
    public double low() {
        return low;
    }

    /** The higher number. */
    public double high() {
        return high;
    }

    /** Overwrites y with the parameters of the machine of bits that has the law of this one. x is not modified. */
    public abstract void toBits(BitMachine machine, double[] x, double[] y);

    /** Replaces g, a gradient with respect to the machine of bits, by that with respect to x. */
    public abstract void pullBack(BitMachine machine, double[] g);

    /** By which number weights are to be multiplied to be those of spins. */
    public abstract double spinScale();
}
