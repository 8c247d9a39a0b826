package rugged.num.boltzmann;

import java.util.random.RandomGenerator;

/** {@link BitChains} in single precision. {@code DoubleBitChains} is made from this file when the program is built. */
final class FloatBitChains implements BitChains {
    private final BitMachine machine;
    private final int visible;
    private final int hidden;
    private final FloatTwoLayers layers;
    private final float[] examples;
    private final float[] exampleChances;
    private final float[] v;
    private final float[] h;
    private final float[] hiddenScratch;
    private final float[] visibleScratch;
    private final float[] g;
    private double[] y = new double[0];
    private int clamped;
    /** Whether the chains stand where the examples are, so that chances of hidden units are known. */
    private boolean following;

    FloatBitChains(BitMachine machine, int mostExamples, int mostChains) {
        this.machine = machine;
        visible = machine.visible();
        hidden = machine.hidden();
        layers = new FloatTwoLayers(machine);
        examples = new float[mostExamples * visible];
        exampleChances = new float[mostExamples * hidden];
        v = new float[mostChains * visible];
        h = new float[mostChains * hidden];
        hiddenScratch = new float[Math.max(mostChains, mostExamples) * hidden];
        visibleScratch = new float[mostChains * visible];
        g = new float[machine.size()];
    }

    @Override
    public void at(double[] parameters) {
        y = parameters;
        layers.at(parameters);
        following = false;
    }

    @Override
    public void clamp(byte[] bits, int[] index, int from, int to) {
        clamped = to - from;
        for (int r = 0; r < clamped; r++) {
            int at = index[from + r] * visible;
            for (int i = 0; i < visible; i++) examples[r * visible + i] = bits[at + i];
        }
        layers.hiddenFields(examples, clamped, hiddenScratch);
        FloatTwoLayers.chances(hiddenScratch, clamped * hidden, exampleChances);
    }

    @Override
    public void follow() {
        System.arraycopy(examples, 0, v, 0, clamped * visible);
        following = true;
    }

    @Override
    public void sweep(int chains, double[] beta, int sweeps, RandomGenerator random) {
        for (int sweep = 0; sweep < sweeps; sweep++) {
            boolean known = following && sweep == 0 && chains == clamped && allOne(chains, beta);
            if (!known) {
                layers.hiddenFields(v, chains, hiddenScratch);
                cool(hiddenScratch, chains, hidden, beta);
                FloatTwoLayers.chances(hiddenScratch, chains * hidden, h);
            }
            FloatTwoLayers.draw(known ? exampleChances : h, chains * hidden, random, h);
            layers.visibleFields(h, chains, visibleScratch);
            cool(visibleScratch, chains, visible, beta);
            FloatTwoLayers.chances(visibleScratch, chains * visible, v);
            FloatTwoLayers.draw(v, chains * visible, random, v);
        }
        if (sweeps > 0) following = false;
    }

    private static boolean allOne(int chains, double[] beta) {
        for (int c = 0; c < chains; c++) if (beta[c] != 1.0) return false;
        return true;
    }

    private static void cool(float[] z, int chains, int width, double[] beta) {
        for (int c = 0; c < chains; c++) {
            float factor = (float) beta[c];
            if (factor != 1) for (int k = c * width; k < (c + 1) * width; k++) z[k] *= factor;
        }
    }

    @Override
    public void freeEnergies(int chains, double[] beta, double[] f) {
        layers.hiddenFields(v, chains, hiddenScratch);
        for (int c = 0; c < chains; c++) {
            double field = 0.0;
            double sum = 0.0;
            for (int i = 0; i < visible; i++) field += v[c * visible + i] * y[machine.a() + i];
            for (int j = 0; j < hidden; j++) sum += BitMachine.softplus(beta[c] * hiddenScratch[c * hidden + j]);
            f[c] = -beta[c] * field - sum;
        }
    }

    @Override
    public void exchange(int chain, int other) {
        for (int i = 0; i < visible; i++) {
            float kept = v[chain * visible + i];
            v[chain * visible + i] = v[other * visible + i];
            v[other * visible + i] = kept;
        }
    }

    @Override
    public void contrast(int chains, double[] gradient) {
        layers.hiddenFields(v, chains, hiddenScratch);
        FloatTwoLayers.chances(hiddenScratch, chains * hidden, h);
        layers.statistics(v, h, chains, 1 / (float) chains, g, false);
        System.arraycopy(exampleChances, 0, hiddenScratch, 0, clamped * hidden);
        layers.statistics(examples, hiddenScratch, clamped, -1 / (float) clamped, g, true);
        for (int k = 0; k < g.length; k++) gradient[k] = g[k];
    }

    @Override
    public void visible(int chain, double[] into) {
        for (int i = 0; i < visible; i++) into[i] = v[chain * visible + i];
    }

    @Override
    public void place(int chain, double[] from) {
        following = false;
        for (int i = 0; i < visible; i++) v[chain * visible + i] = (float) from[i];
    }
}
