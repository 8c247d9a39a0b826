package rugged.landscape.binary;

import org.jspecify.annotations.Nullable;
import rugged.meanfield.binary.PerceptronTask;

/**
 * A binary perceptron on patterns of signs: with c_mu entries that agree with the weights the stability is u_mu = (2 c_mu - N)/sqrt(N), and violated patterns are counted against one level of c, or two where the task is symmetric. All numbers are integers.
 */
final class SignPerceptron extends BinaryWeights {
    private final long[] columns;
    private final int words;
    private final LevelCounter least;
    private final @Nullable LevelCounter beyond;
    private final int[] agreeing;

    SignPerceptron(Patterns patterns, PatternLaw law) {
        this(patterns, law, patterns.columns());
    }

    private SignPerceptron(Patterns patterns, PatternLaw law, long[] columns) {
        super(patterns, law);
        this.columns = columns;
        int n = patterns.n;
        words = (patterns.count + 63) >>> 6;
        double width = law.margin() * Math.sqrt(n);
        boolean both = law.task() == PerceptronTask.SYMMETRIC;
        // satisfied: 2c - N above the width, or within it on both sides
        long first = both ? (long) Math.ceil(0.5 * (n - width)) : (long) Math.floor(0.5 * (n + width)) + 1L;
        least = new LevelCounter(n, patterns.count, first);
        beyond = both ? new LevelCounter(n, patterns.count, (long) Math.floor(0.5 * (n + width)) + 1L) : null;
        agreeing = new int[patterns.count];
        recompute();
    }

    private long turn(int i) {
        return s[i] > 0.0 ? 0L : -1L;
    }

    @Override
    public double flipCost(int i) {
        int cost = -least.gain(columns, i * words, turn(i));
        return beyond == null ? cost : cost + beyond.gain(columns, i * words, turn(i));
    }

    @Override
    public void flip(int i) {
        least.flip(columns, i * words, turn(i));
        if (beyond != null) beyond.flip(columns, i * words, turn(i));
        s[i] = -s[i];
    }

    @Override
    public double energy() {
        int satisfied = least.reaching() - (beyond == null ? 0 : beyond.reaching());
        return patterns.count - satisfied;
    }

    @Override
    void recompute() {
        long[] up = new long[patterns.words];
        for (int i = 0; i < s.length; i++) if (s[i] > 0.0) up[i >>> 6] |= 1L << i;
        for (int mu = 0; mu < agreeing.length; mu++) {
            int differ = 0;
            for (int w = 0; w < up.length; w++) differ += Long.bitCount(up[w] ^ patterns.bits[mu * up.length + w]);
            agreeing[mu] = s.length - differ;
        }
        least.load(agreeing);
        if (beyond != null) beyond.load(agreeing);
    }

    @Override
    public SignPerceptron fork() {
        SignPerceptron fork = new SignPerceptron(patterns, law, columns);
        fork.load(s);
        return fork;
    }
}
