/** Files that survive a crash: locks, sums, atomic writes, what is damaged. */
@NullMarked
package rugged.store.file;

import org.jspecify.annotations.NullMarked;
