/** Smooth random displacements of images: their law, drawing them, and images displaced by them. */
@NullMarked
package rugged.num.image;

import org.jspecify.annotations.NullMarked;
