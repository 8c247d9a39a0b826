/** Students and their teachers. */
@NullMarked
package rugged.landscape.rules;

import org.jspecify.annotations.NullMarked;
