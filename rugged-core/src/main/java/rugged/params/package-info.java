/** Parameters declared once: their schema, their binding from text, their errors. */
@NullMarked
package rugged.params;

import org.jspecify.annotations.NullMarked;
