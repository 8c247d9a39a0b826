/** What happens on the way of a control, or over systems of many kinds. */
@NullMarked
package rugged.analysis.sweep;

import org.jspecify.annotations.NullMarked;
