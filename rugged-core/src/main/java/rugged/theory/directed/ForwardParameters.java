package rugged.theory.directed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import rugged.api.Quantity;
import rugged.params.BadParameter;
import rugged.params.Param;

/** What the theory of directed nets and their samples share: parameters and quantities. */
final class ForwardParameters {
    private static final List<String> LAYERS = List.of("beta", "layer");

    static final Quantity MAGNETISATION =
            new Quantity("M_layer", "M", "", LAYERS, "magnetisation of a layer, counted from 1 after the input");
    static final Quantity OVERLAP = new Quantity(
            "Q_layer",
            "Q",
            "",
            LAYERS,
            "overlap there of two copies of one input, of the same weights and other noise");
    static final Quantity LAST =
            new Quantity("M_last", "M", "", List.of("beta"), "magnetisation of the last layer that is looked at");

    private ForwardParameters() {}

    /** J0. */
    @Param(doc = "ferromagnetic part: couplings have the mean J0/n", symbol = "J_{0}", unit = "J", def = "1", min = 0)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mean {}

    /** J. */
    @Param(doc = "scale of their random part, of variance J^2/n", symbol = "J", unit = "J", def = "0.5", min = 0)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Coupling {}

    /** beta. */
    @Param(
            doc = "inverse temperatures of the units",
            symbol = "\u03b2",
            unit = "1/J",
            def = "[2]",
            min = 0,
            above = true)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Betas {}

    /** Depth. */
    @Param(doc = "layers after the input", symbol = "L", def = "40", min = 1, max = 100000)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Depth {}

    /** M_0. */
    @Param(doc = "magnetisation of the input", symbol = "M_{0}", def = "1", min = -1, max = 1)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Input {}

    static void require(double mean, double coupling, List<Double> betas) {
        if (!(mean >= 0) || Double.isInfinite(mean))
            throw new BadParameter("mean", mean, "is no strength of couplings", "a number from 0 on");
        if (!(coupling >= 0) || Double.isInfinite(coupling))
            throw new BadParameter("coupling", coupling, "is no scale of couplings", "a number from 0 on");
        for (double beta : betas)
            if (!(beta > 0) || beta * coupling > 1e4)
                throw new BadParameter("betas", beta, "is no inverse temperature of this theory", "above 0, to 1e4/J");
    }
}
