/** What a bath imposes: overlaps of replicas, temperatures, exchanges, specific heat. */
@NullMarked
package rugged.observable.thermal;

import org.jspecify.annotations.NullMarked;
