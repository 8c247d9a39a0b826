/** The geometry of a quantity over a plane: what each place covers, where a level runs, lines in the plane. */
@NullMarked
package rugged.figure.map;

import org.jspecify.annotations.NullMarked;
