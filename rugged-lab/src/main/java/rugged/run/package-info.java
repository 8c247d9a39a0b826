/** Plans carried out: threads, checkpoints, progress. */
@NullMarked
package rugged.run;

import org.jspecify.annotations.NullMarked;
