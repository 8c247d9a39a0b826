/** Functions of a waiting time and a later one: correlation, response, displacement. */
@NullMarked
package rugged.observable.twotime;

import org.jspecify.annotations.NullMarked;
