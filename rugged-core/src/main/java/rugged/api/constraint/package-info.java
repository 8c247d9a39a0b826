/** Models of constraints: energies that count them, inferences that can say which a configuration violates. */
@NullMarked
package rugged.api.constraint;

import org.jspecify.annotations.NullMarked;
