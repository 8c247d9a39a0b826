/** Collections of records that outlive a run, as SQLite files. */
@NullMarked
package rugged.store.library;

import org.jspecify.annotations.NullMarked;
