/** Results that are not single numbers: arrays with a shape, and records that outlive a run. */
@NullMarked
package rugged.api.record;

import org.jspecify.annotations.NullMarked;
