package rugged.api.model;

import java.util.List;

/**
 * A landscape made of supervised examples: a function o(input; x) with K outputs, and E(x) = (1/P) sum_a l(o_a, y_a) + R(x). The patterns are the training
 * examples in their order; test examples play no role in the energy. Output arrays are pattern-major: o[a K + k].
 */
public interface Supervised extends StochasticLandscape {
    /** Which examples. */
    enum Part {
        /** Those that the energy is made of. */
        TRAIN,
        /** Those kept aside. */
        TEST
    }

    /** K, outputs per example. */
    int outputs();

    /** Number of examples; P for the training part, possibly 0 for the test part. */
    int examples(Part part);

    /** Number of classes: as many as there are outputs, 2 for labels +-1, 0 where targets are values. */
    int classes();

    /** Overwrites y[examples] with the targets: numbers of classes from 0 on, +1 or -1, or values. */
    void targets(Part part, double[] y);

    /** Overwrites o[examples K] with the outputs. */
    void outputs(double[] x, Part part, double[] o);

    /** Overwrites l[examples] with the losses l(o_a, y_a), without R. */
    void losses(double[] x, Part part, double[] l);

    /**
     * Overwrites m[examples] with the margin of every example: y o for labels +-1, o_y - max_{k != y} o_k for classes; positive means right. NaN for
     * targets that are no classes.
     */
    void margins(double[] x, Part part, double[] m);

    /** Overwrites jv[examples K] with J v, the derivative of the outputs along v[N]: what kernels and linear expansions are made of. About one gradient's work. */
    void jacobianVector(double[] x, Part part, double[] v, double[] jv);

    /** Overwrites g[N] with J^T w, the gradient of sum_a w_a.o_a for weights w[examples K]. One gradient's work. */
    void jacobianTransposed(double[] x, Part part, double[] w, double[] g);

    /** Overwrites hv[N] with (1/P) sum_a J_a^T l''_a J_a v (+ R'' v): the Gauss-Newton matrix, the Hessian without the curvature of the function itself. */
    void gaussNewtonVector(double[] x, double[] v, double[] hv);

    /**
     * Overwrites hv[N] with (1/P) sum_a l'_a.(d^2 o_a/dx^2) v, the curvature of the function itself, weighted with the slopes of the losses: the Hessian without the Gauss-Newton matrix and without R. By
     * default their difference, which allocates.
     */
    default void functionHessianVector(double[] x, double[] v, double[] hv) {
        double[] outer = new double[hv.length];
        gaussNewtonVector(x, v, outer);
        hessianVector(x, v, hv);
        for (int i = 0; i < hv.length; i++) hv[i] -= outer[i];
    }

    /**
     * Overwrites k[rows columns] with the tangent kernel between the first examples of two parts, Theta(a, b) = (1/K) sum_k grad o_ak . grad o_bk. By default a column after the other by {@link #jacobianTransposed} and
     * {@link #jacobianVector}, two passes over all examples for each output of each column: no gradients are kept.
     */
    default void tangentKernel(double[] x, Part rowPart, int rows, Part columnPart, int columns, double[] k) {
        int outputs = outputs();
        double[] chosen = new double[examples(columnPart) * outputs];
        double[] gradient = new double[x.length];
        double[] products = new double[examples(rowPart) * outputs];
        java.util.Arrays.fill(k, 0, rows * columns, 0.0);
        for (int b = 0; b < columns; b++)
            for (int o = 0; o < outputs; o++) {
                chosen[b * outputs + o] = 1.0;
                jacobianTransposed(x, columnPart, chosen, gradient);
                chosen[b * outputs + o] = 0.0;
                jacobianVector(x, rowPart, gradient, products);
                for (int a = 0; a < rows; a++) k[a * columns + b] += products[a * outputs + o] / outputs;
            }
    }

    /** Overwrites k[rows columns] with what {@link #tangentKernel} becomes at the start where all layers are wide; false where that is not known. */
    default boolean wideKernel(Part rowPart, int rows, Part columnPart, int columns, double[] k) {
        return false;
    }

    /** The parts of x with names, in order, covering x: the layers of a network. */
    List<Layer> layers();

    /**
     * A named range of coordinates.
     *
     * @param name such as "layer 1"
     * @param from first coordinate
     * @param to one past the last
     */
    record Layer(String name, int from, int to) {}

    @Override
    Supervised fork();
}
