package rugged.run.cluster;

import java.util.List;

/**
 * What was handed over to other machines: {@code tasks.json}.
 *
 * @param engine to which engine
 * @param version version of the program; a worker of another one computes nothing
 * @param commit commit that it was built from
 * @param plan hash of the plan
 * @param heap bytes of the Java heap that each task is given
 * @param groups what each task computes, the task's number from 0
 */
public record TaskList(String engine, String version, String commit, String plan, double heap, List<Group> groups) {
    public TaskList {
        groups = List.copyOf(groups);
    }
}
