/** Examples that a student is shown, stored or fresh, and what is measured of it. */
@NullMarked
package rugged.api.lessons;

import org.jspecify.annotations.NullMarked;
