/** The rates of kernels on this machine beside what a user would pick instead: {@code rugged bench}. */
@NullMarked
package rugged.benchmark;

import org.jspecify.annotations.NullMarked;
