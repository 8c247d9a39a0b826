/** Algorithms of inference as dynamics: their states are messages, their time counts rounds. */
@NullMarked
package rugged.dynamics.inference;

import org.jspecify.annotations.NullMarked;
