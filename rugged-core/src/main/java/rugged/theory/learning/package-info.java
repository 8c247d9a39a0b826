/** Theories of students while they learn, for infinitely many inputs. */
@NullMarked
package rugged.theory.learning;

import org.jspecify.annotations.NullMarked;
