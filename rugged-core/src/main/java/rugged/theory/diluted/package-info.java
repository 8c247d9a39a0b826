/** Theory of models on sparse random graphs. */
@NullMarked
package rugged.theory.diluted;

import org.jspecify.annotations.NullMarked;
