/** What functions of images make of transformed ones. */
@NullMarked
package rugged.observable.image;

import org.jspecify.annotations.NullMarked;
