/** From a table to the series of a figure. */
@NullMarked
package rugged.figure.select;

import org.jspecify.annotations.NullMarked;
