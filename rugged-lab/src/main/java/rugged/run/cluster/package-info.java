/** Points of a run computed on many machines that share a disk: groups, workers, what they leave. */
@NullMarked
package rugged.run.cluster;

import org.jspecify.annotations.NullMarked;
