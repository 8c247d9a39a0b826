/** Measurements of others that data are made of, embedded. */
@NullMarked
package rugged.data.measured;

import org.jspecify.annotations.NullMarked;
