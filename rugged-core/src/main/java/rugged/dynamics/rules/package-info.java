/** Rules of learning: a student that goes through examples. */
@NullMarked
package rugged.dynamics.rules;

import org.jspecify.annotations.NullMarked;
