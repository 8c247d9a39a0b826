/** What is seen of messages: marginals, and how errors grow. */
@NullMarked
package rugged.observable.inference;

import org.jspecify.annotations.NullMarked;
