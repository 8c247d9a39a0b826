/** Every reference value beside what this build computes. */
@NullMarked
package rugged.validation;

import org.jspecify.annotations.NullMarked;
