/** Mathematics of learning rules: exact solutions, closures and equations of order parameters. */
@NullMarked
package rugged.meanfield.rules;

import org.jspecify.annotations.NullMarked;
