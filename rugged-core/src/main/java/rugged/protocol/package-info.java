/** What is done to a system, and when it is looked at. */
@NullMarked
package rugged.protocol;

import org.jspecify.annotations.NullMarked;
