/** Arrays of numbers in files: .npy. */
@NullMarked
package rugged.num.file;

import org.jspecify.annotations.NullMarked;
