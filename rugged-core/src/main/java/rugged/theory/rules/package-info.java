/** What theory says of rules of learning. */
@NullMarked
package rugged.theory.rules;

import org.jspecify.annotations.NullMarked;
