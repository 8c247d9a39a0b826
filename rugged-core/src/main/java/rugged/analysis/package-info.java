/** Numbers and sentences drawn from what all runs of a study recorded. */
@org.jspecify.annotations.NullMarked
package rugged.analysis;
