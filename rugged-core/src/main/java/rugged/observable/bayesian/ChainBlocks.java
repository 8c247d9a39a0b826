package rugged.observable.bayesian;

import rugged.num.Packed;

/**
 * Sums over the samples of one chain in blocks of equal length: of each test prediction and its square, and of the mean squared errors of a sample. When {@value #MOST} blocks are full, neighbours are joined: from then on at least half as many are there, and each is as long as memory of the chain can be hoped to be short.
 */
final class ChainBlocks {
    static final int MOST = 20;

    private final int tests;
    /** [MOST][tests]. */
    private final double[][] sums;

    private final double[][] squares;
    /** Sums of the test and of the train error [MOST]. */
    private final double[] testErrors = new double[MOST];

    private final double[] trainErrors = new double[MOST];
    private int full;
    private long length = 1;
    private long inside;

    ChainBlocks(int tests) {
        this.tests = tests;
        sums = new double[MOST][tests];
        squares = new double[MOST][tests];
    }

    /** One sample more. */
    void add(double[] predictions, double testError, double trainError) {
        if (full == MOST) join();
        for (int t = 0; t < tests; t++) {
            sums[full][t] += predictions[t];
            squares[full][t] += predictions[t] * predictions[t];
        }
        testErrors[full] += testError;
        trainErrors[full] += trainError;
        inside++;
        if (inside == length) {
            full++;
            inside = 0;
        }
    }

    private void join() {
        for (int k = 0; k < MOST / 2; k++) {
            for (int t = 0; t < tests; t++) {
                sums[k][t] = sums[2 * k][t] + sums[2 * k + 1][t];
                squares[k][t] = squares[2 * k][t] + squares[2 * k + 1][t];
            }
            testErrors[k] = testErrors[2 * k] + testErrors[2 * k + 1];
            trainErrors[k] = trainErrors[2 * k] + trainErrors[2 * k + 1];
        }
        for (int k = MOST / 2; k < MOST; k++) {
            java.util.Arrays.fill(sums[k], 0.0);
            java.util.Arrays.fill(squares[k], 0.0);
            testErrors[k] = 0.0;
            trainErrors[k] = 0.0;
        }
        full = MOST / 2;
        length *= 2;
    }

    /** Full blocks. */
    int blocks() {
        return full;
    }

    /** Samples of a block. */
    long length() {
        return length;
    }

    /** Sum of prediction t over a full block. */
    double sum(int block, int t) {
        return sums[block][t];
    }

    /** Sum of its square. */
    double square(int block, int t) {
        return squares[block][t];
    }

    /** Sum of the mean squared error of the test over a full block. */
    double testError(int block) {
        return testErrors[block];
    }

    /** Sum of that on what was learnt. */
    double trainError(int block) {
        return trainErrors[block];
    }

    void save(Packed.Writer out) {
        out.put(full).put(length).put(inside).put(testErrors).put(trainErrors);
        for (int k = 0; k < MOST; k++) out.put(sums[k]).put(squares[k]);
    }

    void load(Packed.Reader in) {
        full = in.readInt();
        length = in.readLong();
        inside = in.readLong();
        in.read(testErrors);
        in.read(trainErrors);
        for (int k = 0; k < MOST; k++) {
            in.read(sums[k]);
            in.read(squares[k]);
        }
    }
}
