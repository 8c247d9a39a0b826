/** What moves through a landscape, and what watches it. */
@NullMarked
package rugged.api.motion;

import org.jspecify.annotations.NullMarked;
