/** The answers about runs, as records. */
@NullMarked
package rugged.web.shape.run;

import org.jspecify.annotations.NullMarked;
