/** Arrays that a point records: a log while it is under way, NumPy files once it has ended. */
@NullMarked
package rugged.store.array;

import org.jspecify.annotations.NullMarked;
