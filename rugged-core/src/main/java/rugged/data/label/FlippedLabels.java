package rugged.data.label;

import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Other data of whose training labels a share is wrong: round(share P) examples, drawn without replacement, get the other sign, or another class drawn by lot. Test examples keep theirs. Of two shares and one seed the smaller set of wrong examples is part of the larger one.
 */
@Named(
        value = "flipped",
        title = "Wrong labels",
        doc = "Other data, a share of whose training labels is wrong.",
        topics = {"classification", "noise"})
public record FlippedLabels(
        @Param(doc = "data with labels +1 and -1 or with classes", def = "xor")
        DataSpec of,

        @Param(doc = "share of the training labels that are wrong", symbol = "p", def = "0.1", min = 0, max = 1)
        double share,

        @Param(doc = "seed of which they are", def = "1") long seed)
        implements DataSpec {
    @Override
    public Outline outline() {
        Outline outline = of.outline();
        if (outline.labels() == Labels.VALUES)
            throw new BadParameter(
                    "of", "values", "have no other sign or class", "data with labels +1 and -1 or with classes");
        return outline;
    }

    @Override
    public String remark() {
        return of.remark();
    }

    @Override
    public Examples load() {
        Outline outline = outline();
        Examples all = of.load();
        RandomStream random = Streams.of(seed).family("data.flipped", 0).stream("labels", 0);
        double[] targets = all.targets().clone();
        int[] order = new int[targets.length];
        for (int a = 0; a < order.length; a++) order[a] = a;
        long wrong = Math.round(share * targets.length);
        for (int a = 0; a < wrong; a++) {
            int other = a + random.nextInt(order.length - a);
            int chosen = order[other];
            order[other] = order[a];
            order[a] = chosen;
            targets[chosen] = outline.labels() == Labels.SIGNS
                    ? -targets[chosen]
                    : (targets[chosen] + 1 + random.nextInt(outline.classes() - 1)) % outline.classes();
        }
        return new Examples(
                all.labels(), all.classes(), all.shape(), all.inputs(), targets, all.testInputs(), all.testTargets());
    }
}
