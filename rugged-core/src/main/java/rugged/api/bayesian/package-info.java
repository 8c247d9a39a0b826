/** What posteriors of networks offer and what is asked of their predictions. */
@NullMarked
package rugged.api.bayesian;

import org.jspecify.annotations.NullMarked;
