/** Functions in closed form, to try a dynamics on. */
@NullMarked
package rugged.landscape.plain;

import org.jspecify.annotations.NullMarked;
