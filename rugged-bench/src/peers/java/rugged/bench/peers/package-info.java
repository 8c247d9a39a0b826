/** Our networks beside libtorch's, in one process. Compiled only with the Maven profile {@code peers}. */
@NullMarked
package rugged.bench.peers;

import org.jspecify.annotations.NullMarked;
