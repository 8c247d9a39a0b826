/** The runs of a workspace: which there are, how they stand, the queue of those to be computed. */
@NullMarked
package rugged.web.runs;

import org.jspecify.annotations.NullMarked;
