/** Who may ask what, and how answers and errors travel. */
@NullMarked
package rugged.web.http;

import org.jspecify.annotations.NullMarked;
