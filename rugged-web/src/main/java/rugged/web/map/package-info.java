/** The map of an energy landscape: its disconnectivity graph, paths, structures and thermodynamics. */
@NullMarked
package rugged.web.map;

import org.jspecify.annotations.NullMarked;
