/** Examples to learn: from files, or drawn by seed. */
@org.jspecify.annotations.NullMarked
package rugged.data;
