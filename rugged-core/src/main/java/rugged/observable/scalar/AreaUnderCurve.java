package rugged.observable.scalar;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.RankFormula;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * How well outputs rank the test examples: the area under the curve of true against false positives of a class c, which is the probability that an example of the class has a higher score than one of another, ties counting 1/2. The score of c
 * is o_c - ln sum_{k != c} e^{o_k} = ln(p_c/(1 - p_c)), which keeps the order of probabilities where they are 1 within rounding; of labels +-1, class 0 is -1 with score -o and class 1 is +1 with score o. 1/2 is what a guess has, 1 the best.
 *
 * <p>Exact, by the rank formula ({@link RankFormula}). One forward pass over the test examples and a sort of them for each class. A class that all or none of the test examples belong to has none: NaN, or a refusal where the class was
 * asked for.
 */
@Named(
        value = "area-under-curve",
        title = "Area under the curve",
        doc = "Probability that outputs rank a test example of a class above one of another class.",
        source = "Ballard et al., Phys. Chem. Chem. Phys. 19, 12585 (2017)",
        year = 2017,
        topics = {"one time", "deep learning"})
public record AreaUnderCurve(
        @Param(doc = "classes; all if left out", def = "[]", min = 0)
        List<Integer> classes) implements ObservableSpec {
    /** The area. */
    public static final Quantity AREA = new Quantity(
            "auc",
            "AUC",
            "",
            List.of("t", "class"),
            "probability that a test example of a class has a higher score for it than one of another class, ties 1/2");

    public AreaUnderCurve {
        classes = List.copyOf(classes);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(AREA);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.EXAMPLES);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return landscape.knownExamples().flatMap(data -> {
            if (data.classes() == 0) return Optional.of("the data have values, and no classes; labels: classes");
            return data.tests() == 0
                    ? Optional.of("the data have no test examples; data.tests above 0")
                    : Optional.empty();
        });
    }

    /** Outputs, scores and their order. */
    @Override
    public double memory(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : 20.0 * Double.BYTES * patterns;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Supervised network = (Supervised) model;
        int tests = network.examples(Part.TEST);
        double[] targets = new double[tests];
        network.targets(Part.TEST, targets);
        int[] asked = asked(network, targets);
        double[] outputs = new double[tests * network.outputs()];
        double[] scores = new double[tests];
        boolean[] positive = new boolean[tests];
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                network.outputs(now.state(r), Part.TEST, outputs);
                for (int c : asked) {
                    scores(outputs, network.outputs(), c, scores);
                    for (int a = 0; a < tests; a++) positive[a] = target(targets[a], network.outputs()) == c;
                    out.put(AREA, r, RankFormula.area(scores, positive), Double.NaN, now.time(), c);
                }
            }
        };
    }

    private int[] asked(Supervised network, double[] targets) {
        int known = network.classes();
        if (known == 0)
            throw new BadParameter(
                    "observe.area-under-curve", "the data", "have values, and no classes", "labels: classes");
        if (targets.length == 0)
            throw new BadParameter(
                    "observe.area-under-curve", "the data", "have no test examples", "data.tests above 0");
        for (int c : classes) {
            if (c >= known)
                throw new BadParameter(
                        "observe.area-under-curve.classes", c, "is no class of the data", "0 to " + (known - 1));
            int members = 0;
            for (double target : targets) if (target(target, network.outputs()) == c) members++;
            if (members == 0 || members == targets.length)
                throw new BadParameter(
                        "observe.area-under-curve.classes",
                        c,
                        (members == 0 ? "none" : "all") + " of the " + targets.length
                                + " test examples belong to it, and a rank needs examples of it and of others",
                        "another class, or more data.tests");
        }
        if (!classes.isEmpty())
            return classes.stream().mapToInt(Integer::intValue).toArray();
        int[] all = new int[known];
        for (int c = 0; c < known; c++) all[c] = c;
        return all;
    }

    /** The class that a target stands for. */
    private static int target(double target, int outputs) {
        if (outputs > 1) return (int) target;
        return target > 0.0 ? 1 : 0;
    }

    /** Scores for class c, from outputs example by example. */
    static void scores(double[] outputs, int width, int c, double[] scores) {
        for (int a = 0; a < scores.length; a++) {
            if (width == 1) {
                scores[a] = c == 1 ? outputs[a] : -outputs[a];
                continue;
            }
            // of the others alone: where c is nearly certain, its own share would leave nothing but rounding
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < width; k++) if (k != c) largest = Math.max(largest, outputs[a * width + k]);
            double sum = 0.0;
            for (int k = 0; k < width; k++) if (k != c) sum += Math.exp(outputs[a * width + k] - largest);
            scores[a] = outputs[a * width + c] - largest - Math.log(sum);
        }
    }
}
