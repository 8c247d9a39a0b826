/** What is counted at jamming. */
@NullMarked
package rugged.observable.contact;

import org.jspecify.annotations.NullMarked;
