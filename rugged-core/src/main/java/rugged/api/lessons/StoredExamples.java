package rugged.api.lessons;

import rugged.api.model.StochasticLandscape;

/**
 * A student perceptron w[N], |w|^2 of order N, and p stored examples xi^mu of +-1 with the labels of a teacher b, |b|^2 = N. Fields are x = xi.w/sqrt(N) and y = xi.b/sqrt(N), both of order 1, so
 * that J = w/sqrt(N) is the student of the literature, Q = J.J = w.w/N and R = w.b/N.
 */
public interface StoredExamples extends StochasticLandscape {
    /** x of an example. */
    double field(double[] w, int example);

    /** y of an example. */
    double teacherField(int example);

    /** The stored label, +1 or -1: the sign of y, unless it was flipped. */
    int label(int example);

    /** w becomes decay w + amount xi/sqrt(N): with decay 1 the field of this example moves by amount, exactly. */
    void learn(double[] w, double decay, int example, double amount);

    /** As {@link #learn}, then {@link #field} of another example, to the same bits. */
    default double learnThenField(double[] w, double decay, int example, double amount, int next) {
        learn(w, decay, example, amount);
        return field(w, next);
    }

    /** R = w.b/N. */
    double teacherOverlap(double[] w);

    /** Whether something pulls at the student besides its examples. */
    default boolean driven() {
        return false;
    }

    /** What that pull does in so much time. */
    default void push(double[] w, double time) {}

    @Override
    StoredExamples fork();
}
