/** Models of PyTorch as landscapes, computed by libtorch: an optional module, which the program finds beside its jars. */
@NullMarked
package rugged.torch;

import org.jspecify.annotations.NullMarked;
