/** The command line. */
@NullMarked
package rugged.cli;

import org.jspecify.annotations.NullMarked;
