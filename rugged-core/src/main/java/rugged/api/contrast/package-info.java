/** What is made likely by examples less what it shows by itself: parameters that learn by contrast, and the machines whose parameters they are. */
@NullMarked
package rugged.api.contrast;

import org.jspecify.annotations.NullMarked;
