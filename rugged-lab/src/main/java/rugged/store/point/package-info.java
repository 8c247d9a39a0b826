/** The folder of a point: observations, checkpoints, arrays. */
@NullMarked
package rugged.store.point;

import org.jspecify.annotations.NullMarked;
