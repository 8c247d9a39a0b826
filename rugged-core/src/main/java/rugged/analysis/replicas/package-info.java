/** What several replicas of the same disorder say of its states. */
@NullMarked
package rugged.analysis.replicas;

import org.jspecify.annotations.NullMarked;
