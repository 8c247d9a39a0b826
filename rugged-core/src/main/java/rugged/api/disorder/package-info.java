/** What models know of the law that their disorder was drawn from. */
@NullMarked
package rugged.api.disorder;

import org.jspecify.annotations.NullMarked;
