/** Losses of neural networks. */
@NullMarked
package rugged.landscape.network;

import org.jspecify.annotations.NullMarked;
