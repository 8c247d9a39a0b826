/** Shapes of the map of an energy landscape. */
@NullMarked
package rugged.web.shape.map;

import org.jspecify.annotations.NullMarked;
