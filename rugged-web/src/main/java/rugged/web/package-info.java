/** The web laboratory: what {@code rugged serve} starts. */
@NullMarked
package rugged.web;

import org.jspecify.annotations.NullMarked;
