/** Theory of transformations of images. */
@NullMarked
package rugged.theory.image;

import org.jspecify.annotations.NullMarked;
