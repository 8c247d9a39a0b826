/** What a student knows of its teacher. */
@NullMarked
package rugged.observable.rules;

import org.jspecify.annotations.NullMarked;
