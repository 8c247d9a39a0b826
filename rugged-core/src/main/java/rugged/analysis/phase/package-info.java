/** Phase boundaries from what was recorded at many values of parameters. */
@NullMarked
package rugged.analysis.phase;

import org.jspecify.annotations.NullMarked;
