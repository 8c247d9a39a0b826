/** Text on a terminal: tables, words, escapes. */
@NullMarked
package rugged.cli.text;

import org.jspecify.annotations.NullMarked;
