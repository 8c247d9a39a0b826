/** Clusters of atoms. */
@NullMarked
package rugged.landscape.cluster;

import org.jspecify.annotations.NullMarked;
