package rugged.landscape.rules;

import java.util.function.DoubleSupplier;
import rugged.api.moves.FlatMoves;
import rugged.meanfield.bayesian.HiddenUnit;

/**
 * Moves of the weights of one unit of a committee at an inverse temperature: the fields x/sqrt(2) of all units, what the units make of them and sigma - tau are kept for each example, and a move changes those of its own unit. One weight costs P multiply-adds and P error functions, a vector N times the former.
 */
final class HeatedWalk implements FlatMoves.Walk {
    private final DoubleSupplier beta;
    private final double decay;
    private final double[] labels;
    /** Two, since weights of all units and of one are kept in arrays of their own. */
    private final HeatedExamples all;

    private final HeatedExamples one;
    private final int n;
    private final int units;
    private final double root;
    private final double[][] h;
    private final double[][] u;
    private final double[] off;
    private final double[] block;
    private final double[] slopes;
    /** What a move would make of fields and outputs of its unit; exchanged with them when it is made. */
    private double[] newH;

    private double[] newU;
    private int moved;

    HeatedWalk(HeatedSetting spec, HeatedExamples examples, double[] labels, DoubleSupplier beta) {
        this.labels = labels;
        this.beta = beta;
        units = spec.units();
        n = spec.n();
        decay = spec.decay();
        all = examples.beside();
        one = examples.beside();
        root = 1.0 / Math.sqrt(units);
        h = new double[units][labels.length];
        u = new double[units][labels.length];
        off = new double[labels.length];
        block = new double[units * HeatedExamples.BLOCK];
        slopes = new double[labels.length];
        newH = new double[labels.length];
        newU = new double[labels.length];
    }

    @Override
    public void place(double[] x) {
        all.weights(x, units);
        for (int first = 0; first < labels.length; first += HeatedExamples.BLOCK) {
            int width = all.width(first);
            all.fields(x, units, first, block);
            for (int k = 0; k < units; k++) System.arraycopy(block, k * width, h[k], first, width);
        }
        for (int mu = 0; mu < labels.length; mu++) off[mu] = -labels[mu];
        for (int k = 0; k < units; k++) {
            System.arraycopy(h[k], 0, u[k], 0, labels.length);
            HiddenUnit.ERF.apply(u[k], labels.length, slopes);
            for (int mu = 0; mu < labels.length; mu++) off[mu] += root * u[k][mu];
        }
    }

    @Override
    public double change(double[] x, int i, double to) {
        moved = i / n;
        one.shift(to - x[i], i % n, h[moved], newH);
        return misfit() + 0.5 * decay * (to - x[i]) * (to + x[i]);
    }

    @Override
    public double change(double[] x, int vector, double[] to) {
        moved = vector;
        one.weights(to, 1);
        double longer = 0.0;
        for (int j = 0; j < n; j++) {
            double from = x[vector * n + j];
            longer += (to[j] - from) * (to[j] + from);
        }
        for (int first = 0; first < labels.length; first += HeatedExamples.BLOCK) {
            one.fields(to, 1, first, block);
            System.arraycopy(block, 0, newH, first, one.width(first));
        }
        return misfit() + 0.5 * decay * longer;
    }

    /** By how much beta sum_mu (sigma - tau)^2/2 would grow with the new fields of one unit. */
    private double misfit() {
        System.arraycopy(newH, 0, newU, 0, labels.length);
        HiddenUnit.ERF.apply(newU, labels.length, slopes);
        double[] old = u[moved];
        double sum = 0.0;
        for (int mu = 0; mu < labels.length; mu++) {
            double change = root * (newU[mu] - old[mu]);
            sum += change * (off[mu] + 0.5 * change);
        }
        return beta.getAsDouble() * sum;
    }

    @Override
    public void accept() {
        double[] old = u[moved];
        for (int mu = 0; mu < labels.length; mu++) off[mu] += root * (newU[mu] - old[mu]);
        u[moved] = newU;
        newU = old;
        double[] fields = h[moved];
        h[moved] = newH;
        newH = fields;
    }
}
