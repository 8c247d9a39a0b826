package rugged.data;

import java.util.TreeSet;
import java.util.stream.Collectors;
import rugged.api.Examples.Labels;
import rugged.params.BadParameter;

/**
 * Labels as they are learned.
 *
 * @param labels one for each example
 * @param classes number of classes; 2 for signs, 0 for values
 * @param remark what the user should know of them; empty where they are what the file says and each class has examples
 */
record LabelReading(double[] labels, int classes, String remark) {
    private static final int MOST_CLASSES = 10000;
    private static final int MOST_LISTED = 12;

    /**
     * Labels of a file. Classes that do not begin at 0 are numbered in their order; those that do keep their numbers, and one between them without an example is a
     * class all the same.
     */
    static LabelReading of(Labels kind, String file, TableContent table) {
        double[] read = table.values();
        for (int a = 0; a < read.length; a++) {
            boolean legal = switch (kind) {
                case CLASSES -> read[a] == Math.rint(read[a]) && Math.abs(read[a]) < 1L << 53;
                case SIGNS -> Math.abs(read[a]) == 1.0;
                case VALUES -> true;
            };
            String allowed = kind == Labels.SIGNS ? "+1 or -1" : "whole numbers";
            if (!legal)
                throw new BadParameter(
                        "targets",
                        file,
                        "label " + (a + 1) + " is " + read[a],
                        allowed + ", or another kind of labels");
        }
        return switch (kind) {
            case SIGNS -> new LabelReading(read, 2, "");
            case VALUES -> new LabelReading(read, 0, "");
            case CLASSES -> classes(file, read);
        };
    }

    private static LabelReading classes(String file, double[] read) {
        TreeSet<Long> there = new TreeSet<>();
        for (double label : read) there.add((long) label);
        boolean numbered = there.first() == 0;
        long classes = numbered ? there.last() + 1 : there.size();
        if (classes > MOST_CLASSES)
            throw new BadParameter(
                    "targets", file, "has " + classes + " classes", "at most " + MOST_CLASSES + ", or labels: values");
        if (numbered) {
            String empty = classes == there.size()
                    ? ""
                    : (classes - there.size()) + " of its " + classes + " classes have no example";
            return new LabelReading(read, (int) classes, empty);
        }
        double[] renamed = new double[read.length];
        Long[] names = there.toArray(Long[]::new);
        for (int a = 0; a < read.length; a++) renamed[a] = java.util.Arrays.binarySearch(names, (long) read[a]);
        String list = there.stream().limit(MOST_LISTED).map(String::valueOf).collect(Collectors.joining(", "))
                + (names.length > MOST_LISTED ? ", ..." : "");
        return new LabelReading(
                renamed, names.length, "the labels " + list + " are learned as classes 0 to " + (names.length - 1));
    }
}
