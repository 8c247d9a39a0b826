package rugged.data;

import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Two classes of data that have more: the first so many training and test examples of either class, in their order, with labels +1 for the one and -1 for the other. Inputs are as the others prepared them. Ask the others for enough: of ten digits about two in ten are of a pair.
 */
@Named(
        value = "class-pair",
        title = "Two of several classes",
        doc = "The examples of two classes of other data, with labels +1 and -1.",
        topics = {"classification", "digits"})
public record ClassPair(
        @Param(doc = "data with classes, of which two are kept", def = "strokes")
        DataSpec of,

        @Param(doc = "class labelled +1", def = "0", min = 0, max = 100000)
        int first,

        @Param(doc = "class labelled -1", def = "1", min = 0, max = 100000)
        int second,

        @Param(doc = "training examples that are kept", symbol = "P", def = "100", min = 1, max = 10000000)
        int patterns,

        @Param(doc = "test examples that are kept", def = "100", min = 0, max = 10000000)
        int tests)
        implements DataSpec {
    private static final int FEW = 3000;

    /** Checks that there are two. */
    public ClassPair {
        if (first == second)
            throw new BadParameter("second", second, "is the first class again", "another class than " + first);
    }

    @Override
    public Outline outline() {
        Outline all = of.outline();
        if (all.labels() != Labels.CLASSES)
            throw new BadParameter(
                    "of",
                    all.labels() == Labels.SIGNS ? "signs" : "values",
                    "have no classes to choose from",
                    "data with labels: classes");
        check("first", first, all.classes());
        check("second", second, all.classes());
        atMost("patterns", patterns, all.patterns());
        atMost("tests", tests, all.tests());
        return new Outline(patterns, tests, all.width(), Labels.SIGNS, 2, all.pixels());
    }

    private static void check(String parameter, int wanted, int classes) {
        if (wanted >= classes)
            throw new BadParameter(parameter, wanted, "there are " + classes + " classes", "0 to " + (classes - 1));
    }

    private static void atMost(String parameter, int wanted, int there) {
        if (wanted > there)
            throw new BadParameter(
                    parameter, wanted, "the data they are taken from hold only " + there, "fewer, or more of those");
    }

    /** Of few data it is found out here whether enough are of the pair. */
    @Override
    public String remark() {
        Outline all = of.outline();
        if (outline().patterns() > 0 && all.patterns() + all.tests() <= FEW) load();
        return of.remark();
    }

    @Override
    public Examples load() {
        Outline outline = outline();
        Examples all = of.load();
        int[] train = chosen("patterns", all.targets(), patterns);
        int[] test = chosen("tests", all.testTargets(), tests);
        return new Examples(
                Labels.SIGNS,
                2,
                all.shape(),
                rows(all.inputs(), train, outline.width()),
                signs(all.targets(), train),
                rows(all.testInputs(), test, outline.width()),
                signs(all.testTargets(), test));
    }

    private int[] chosen(String parameter, double[] labels, int wanted) {
        int[] chosen = new int[wanted];
        int count = 0;
        for (int a = 0; a < labels.length && count < wanted; a++)
            if (labels[a] == first || labels[a] == second) chosen[count++] = a;
        if (count < wanted)
            throw new BadParameter(
                    parameter,
                    wanted,
                    "only " + count + " examples are of class " + first + " or " + second,
                    "up to " + count + ", or more examples of the data they are taken from");
        return chosen;
    }

    private static double[] rows(double[] inputs, int[] chosen, int width) {
        double[] rows = new double[chosen.length * width];
        for (int a = 0; a < chosen.length; a++) System.arraycopy(inputs, chosen[a] * width, rows, a * width, width);
        return rows;
    }

    private double[] signs(double[] labels, int[] chosen) {
        double[] signs = new double[chosen.length];
        for (int a = 0; a < signs.length; a++) signs[a] = labels[chosen[a]] == first ? 1.0 : -1.0;
        return signs;
    }
}
