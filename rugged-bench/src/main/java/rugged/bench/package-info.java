/** Benchmarks of the kernels, one question a class. */
@NullMarked
package rugged.bench;

import org.jspecify.annotations.NullMarked;
