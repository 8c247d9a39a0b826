/** Quantities of runs as curves: reduced for the eye without losing a spike, compared without comparing unlike things. */
@NullMarked
package rugged.web.series;

import org.jspecify.annotations.NullMarked;
