/** What runs inside Apache Spark: the driver of one job and what an executor does with a task. It knows a shell script and numbers of tasks, and nothing of the laboratory. */
@NullMarked
package rugged.spark;

import org.jspecify.annotations.NullMarked;
