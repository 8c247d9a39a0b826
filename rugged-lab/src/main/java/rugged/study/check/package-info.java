/** What a study asks for and nothing would answer. */
@NullMarked
package rugged.study.check;

import org.jspecify.annotations.NullMarked;
