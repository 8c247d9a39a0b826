/** Perceptrons: random inequalities that one vector has to satisfy. */
@NullMarked
package rugged.landscape.perceptron;

import org.jspecify.annotations.NullMarked;
