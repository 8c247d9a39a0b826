/** Dynamical mean field of students of one projection while they learn: a process of one example that determines its own noise and memory. */
@NullMarked
package rugged.meanfield.learning;

import org.jspecify.annotations.NullMarked;
