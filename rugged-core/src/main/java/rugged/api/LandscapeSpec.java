package rugged.api;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.model.DenseLayers;
import rugged.api.model.Model;
import rugged.params.Kind;
import rugged.params.Spec;

/** Describes a landscape. The model is a pure function of the spec: same spec, same bits. */
@Kind("landscape")
public interface LandscapeSpec extends Spec {
    /** Draws the disorder and builds the model. */
    Model build();

    /** What the built model offers, known without building it. */
    default Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR);
    }

    /** Whether states are measured from an origin, so that x.x' means something; false where space is periodic, and for units whose values are names. */
    default boolean origin() {
        return true;
    }

    /** Whether minima may be points but for zero modes that the model knows of, so that they can be counted; false where it is certain that they are not, as for a network without weight decay, whose outputs may be shifted together and whose weights may grow for ever. */
    default boolean isolated() {
        return true;
    }

    /**
     * All that it offers: what it {@link #provides}; unless that is inference (messages, or a mixing), configurations, {@link Need#ORIGIN} and {@link Need#OVERLAP} where these are measured from one, and an energy unless it says that it
     * provides a velocity or layers that are drawn one after the other: what has a gradient has both. Spins are units, and units have local moves and a local law.
     */
    default Set<Need> offers() {
        Set<Need> offers = EnumSet.noneOf(Need.class);
        offers.addAll(provides());
        boolean mixing = offers.contains(Need.MIXING) || offers.contains(Need.SEQUENCE_MIXING);
        if (mixing) offers.add(Need.PROJECTIONS);
        if (mixing || offers.contains(Need.MESSAGES)) {
            offers.add(Need.INFERENCE);
            return offers;
        }
        offers.add(Need.CONFIGURATION);
        if (!offers.contains(Need.VELOCITY) && !offers.contains(Need.PROPAGATION)) offers.add(Need.ENERGY);
        if (offers.contains(Need.GRADIENT)) {
            offers.add(Need.VELOCITY);
            if (isolated()) offers.add(Need.ISOLATED);
        }
        if (offers.contains(Need.FRESH_EXAMPLES) || offers.contains(Need.HEATED_COMMITTEE)) offers.add(Need.COMMITTEE);
        if (offers.contains(Need.SPINS)) offers.add(Need.UNITS);
        if (offers.contains(Need.UNITS)) {
            offers.add(Need.LOCAL_MOVES);
            offers.add(Need.LOCAL_LAW);
        }
        if (origin()) {
            offers.add(Need.ORIGIN);
            offers.add(Need.OVERLAP);
        }
        return offers;
    }

    /** What the user should know of it before anything runs, such as what stands out in its data; empty when there is nothing. */
    default String remark() {
        return "";
    }

    /**
     * What computes it, where that is more than the program's own kernels: a library, and the device that it found. Stands in the manifest of a run beside the kernels; empty
     * otherwise.
     */
    default String engine() {
        return "";
    }

    /** Memory and work, known without building it. */
    default Cost cost() {
        return Cost.small(1000);
    }

    /**
     * Bytes that a fork of the built model holds for one trajectory beside its state and a few vectors of length N, such as local energies of all values: part of the
     * memory of a plan.
     */
    default double held() {
        return 0.0;
    }

    /** N, the length of a state, known without building it; NaN when it is not known yet. */
    default double knownDimension() {
        return Double.NaN;
    }

    /** P, the number of patterns that batches are drawn from, known without building it; NaN when there are none, or it is not known yet. */
    default double knownPatterns() {
        return Double.NaN;
    }

    /** What is known of supervised examples without building it; empty when it has none. */
    default Optional<DataSpec.Outline> knownExamples() {
        return Optional.empty();
    }

    /** The matrices that x is made of, where the built model has dense layers and they are known without building it; else none. */
    default List<DenseLayers.Dense> knownLayers() {
        return List.of();
    }

    /**
     * Sizes that follow from the parameters, by the letter that the field uses: what figures can be drawn against, and ratios of them. By default N and P where they are
     * known.
     */
    default Map<String, Double> sizes() {
        Map<String, Double> sizes = new LinkedHashMap<>();
        if (Double.isFinite(knownDimension())) sizes.put("N", knownDimension());
        if (Double.isFinite(knownPatterns())) sizes.put("P", knownPatterns());
        return sizes;
    }

    /**
     * The largest curvature that a dynamics on the manifold has to be stable against, from theory and before anything is built (an estimate at large N);
     * NaN when unknown. An explicit Euler step needs dt below 2 / stiffness.
     */
    default double stiffness() {
        return Double.NaN;
    }
}
