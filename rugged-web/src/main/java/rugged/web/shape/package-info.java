/** What the server answers, one record a shape: their JSON Schema is the contract with the page. */
@NullMarked
package rugged.web.shape;

import org.jspecify.annotations.NullMarked;
