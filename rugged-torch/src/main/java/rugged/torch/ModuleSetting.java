package rugged.torch;

import java.util.List;

/**
 * How a module is used.
 *
 * @param file of the module
 * @param input extents of one input as it takes them
 * @param outputs K, outputs for each example
 * @param loss resolved, with its margin
 * @param l2 coefficient of |x|^2/2
 * @param shuffled whether trajectories begin with shuffled parameters rather than with those of the file
 * @param single whether it computes in single precision
 * @param processor where
 */
record ModuleSetting(
        ModuleFile file,
        List<Integer> input,
        int outputs,
        ModuleLoss loss,
        double l2,
        boolean shuffled,
        boolean single,
        Processor processor) {
    /** [count, extents of one input]. */
    long[] shape(int count) {
        long[] shape = new long[input.size() + 1];
        shape[0] = count;
        for (int k = 0; k < input.size(); k++) shape[k + 1] = input.get(k);
        return shape;
    }
}
