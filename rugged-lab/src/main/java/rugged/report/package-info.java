/** Findings, summary and report of a run. */
@NullMarked
package rugged.report;

import org.jspecify.annotations.NullMarked;
