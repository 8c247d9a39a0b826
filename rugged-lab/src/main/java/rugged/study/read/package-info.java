/** From the text of a study to sections with places, lists, and cases. */
@NullMarked
package rugged.study.read;

import org.jspecify.annotations.NullMarked;
