/** Figures and reports as files: SVG, PNG, PDF, HTML. */
@NullMarked
package rugged.figure.page;

import org.jspecify.annotations.NullMarked;
