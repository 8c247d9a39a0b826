/** Mean field of models on sparse random graphs. */
@NullMarked
package rugged.meanfield.diluted;

import org.jspecify.annotations.NullMarked;
