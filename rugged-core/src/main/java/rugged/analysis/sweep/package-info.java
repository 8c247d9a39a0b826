/** What happens on the way of a control. */
@NullMarked
package rugged.analysis.sweep;

import org.jspecify.annotations.NullMarked;
