/** What a bench was told and what its tasks found, kept so that a protocol that runs again gets the same answers. */
@NullMarked
package rugged.run.replay;

import org.jspecify.annotations.NullMarked;
