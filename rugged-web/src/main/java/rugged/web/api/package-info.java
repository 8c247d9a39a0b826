/** The resources of the interface, thin over the classes that the command line uses. */
@NullMarked
package rugged.web.api;

import org.jspecify.annotations.NullMarked;
