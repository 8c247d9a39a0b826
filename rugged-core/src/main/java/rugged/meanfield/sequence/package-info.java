/** Students of a few units that see sequences of tokens, in high dimension: losses of their outputs, laws of tokens, and state evolution in matrix form. */
@NullMarked
package rugged.meanfield.sequence;

import org.jspecify.annotations.NullMarked;
