/** Networks with convolutions, whose windows move over pictures. */
@NullMarked
package rugged.landscape.convolution;

import org.jspecify.annotations.NullMarked;
