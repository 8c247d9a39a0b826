/** Digits as strokes of a pen, and how they are painted. */
@NullMarked
package rugged.data.stroke;

import org.jspecify.annotations.NullMarked;
