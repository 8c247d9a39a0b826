/** Rows of a run: averages over samples, medians, quotients, with errors. */
@NullMarked
package rugged.store.table;

import org.jspecify.annotations.NullMarked;
