package rugged.observable.bayesian;

import rugged.num.RunningMean;

/**
 * What the full blocks of all chains say together. With m blocks in all, prediction t has the mean f_t and the squared error s_t = var(block means)/m; f_t being off by that, (y - f_t)^2 is too large by s_t on average and the variance too small by it. Errors are those of block means, to first order for the bias.
 */
final class ChainSummary {
    private static final int LEAST_BLOCKS = 4;

    final double bias;
    final double biasError;
    final double variance;
    final double varianceError;
    final double testError;
    final double testErrorError;
    final double trainError;
    final double trainErrorError;
    final double independent;
    final double splitRatio;

    private final ChainBlocks[] chains;

    /** Of chains of equal length; all NaN below four blocks in all. */
    ChainSummary(ChainBlocks[] chains, double[] targets) {
        this.chains = chains.clone();
        int blocks = chains.length * chains[0].blocks();
        boolean enough = blocks >= LEAST_BLOCKS && targets.length > 0;
        double length = chains[0].length();
        RunningMean test = blockMeans(length, ChainBlocks::testError);
        RunningMean train = blockMeans(length, ChainBlocks::trainError);
        double[] pull = new double[blocks];
        double squared = 0.0;
        double doubt = 0.0;
        for (int t = 0; enough && t < targets.length; t++) {
            RunningMean mean = prediction(t, length);
            double off = mean.mean() - targets[t];
            squared += off * off / targets.length;
            doubt += mean.error() * mean.error() / targets.length;
            pull(t, length, off, mean.mean(), targets.length, pull);
        }
        RunningMean tilt = new RunningMean();
        RunningMean rest = new RunningMean();
        int at = 0;
        for (ChainBlocks chain : chains) {
            for (int k = 0; k < chain.blocks(); k++) {
                tilt.add(pull[at]);
                rest.add(chain.testError(k) / length - pull[at]);
                at++;
            }
        }
        testError = enough ? test.mean() : Double.NaN;
        testErrorError = enough ? test.error() : Double.NaN;
        trainError = blocks >= LEAST_BLOCKS ? train.mean() : Double.NaN;
        trainErrorError = blocks >= LEAST_BLOCKS ? train.error() : Double.NaN;
        bias = enough ? squared - doubt : Double.NaN;
        biasError = enough ? tilt.error() : Double.NaN;
        variance = testError - bias;
        varianceError = enough ? rest.error() : Double.NaN;
        independent = doubt > 0.0 ? variance / doubt : Double.NaN;
        splitRatio = enough && chains[0].blocks() >= LEAST_BLOCKS ? largestRatio(targets.length, length) : Double.NaN;
    }

    private RunningMean blockMeans(double length, java.util.function.ToDoubleBiFunction<ChainBlocks, Integer> sum) {
        RunningMean mean = new RunningMean();
        for (ChainBlocks chain : chains)
            for (int k = 0; k < chain.blocks(); k++) mean.add(sum.applyAsDouble(chain, k) / length);
        return mean;
    }

    private RunningMean prediction(int t, double length) {
        RunningMean mean = new RunningMean();
        for (ChainBlocks chain : chains) for (int k = 0; k < chain.blocks(); k++) mean.add(chain.sum(k, t) / length);
        return mean;
    }

    /** Adds how much each block moves the bias by its mean of prediction t. */
    private void pull(int t, double length, double off, double mean, int tests, double[] pull) {
        int at = 0;
        for (ChainBlocks chain : chains)
            for (int k = 0; k < chain.blocks(); k++)
                pull[at++] += 2.0 * off * (chain.sum(k, t) / length - mean) / tests;
    }

    private double largestRatio(int tests, double length) {
        double largest = 0.0;
        for (int t = 0; t < tests; t++) largest = Math.max(largest, ratio(t, length));
        return largest;
    }

    /** Split R-hat of prediction t: halves of chains as chains of their own. */
    private double ratio(int t, double length) {
        int half = chains[0].blocks() / 2;
        double n = half * length;
        RunningMean means = new RunningMean();
        RunningMean inner = new RunningMean();
        for (ChainBlocks chain : chains) {
            for (int side = 0; side < 2; side++) {
                int from = side == 0 ? 0 : chain.blocks() - half;
                double sum = 0.0;
                double square = 0.0;
                for (int k = from; k < from + half; k++) {
                    sum += chain.sum(k, t);
                    square += chain.square(k, t);
                }
                double mean = sum / n;
                means.add(mean);
                inner.add((square / n - mean * mean) * n / (n - 1.0));
            }
        }
        double between = means.deviation() * means.deviation();
        double within = inner.mean();
        return Math.sqrt((n - 1.0) / n + between / within);
    }
}
