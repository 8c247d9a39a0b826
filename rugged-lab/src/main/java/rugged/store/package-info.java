/** What a run leaves on disk, and the tables read from it. */
@NullMarked
package rugged.store;

import org.jspecify.annotations.NullMarked;
