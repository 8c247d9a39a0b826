/** Assertions on random samples and contracts that every catalogue entry is held to. */
@NullMarked
package rugged.checks;

import org.jspecify.annotations.NullMarked;
