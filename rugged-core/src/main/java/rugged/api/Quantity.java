package rugged.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is measured or computed, with its definition: simulation and theory that speak of the same quantity are drawn together.
 *
 * @param name short name used in tables and study files: {@code C}
 * @param symbol how a figure writes it, with light markup: {@code C(t, t_{w})}
 * @param unit in units of the couplings, k_B = 1; empty for a pure number
 * @param axes what it depends on, in order: {@code t}, {@code tw}
 * @param definition one formula or sentence
 * @param ratio of which two quantities it is the quotient, formed from their means over samples; null for what is recorded itself
 * @param extents the names of the extents of an array, {@code contact} or {@code particle, coordinate}; empty for a number
 */
public record Quantity(
        String name,
        String symbol,
        String unit,
        List<String> axes,
        String definition,
        @Nullable Ratio ratio,
        List<String> extents) {
    /** Files of older versions have no extents: a number. */
    public Quantity {
        axes = List.copyOf(axes);
        extents = List.copyOf(Objects.requireNonNullElse(extents, List.of()));
    }

    /** A quantity that is recorded itself. */
    public Quantity(String name, String symbol, String unit, List<String> axes, String definition) {
        this(name, symbol, unit, axes, definition, null, List.of());
    }

    /**
     * An array that is recorded as a whole: gaps, forces, a spectrum, positions, a picture. Its first extent may differ from one record to the next, the others may not. It is drawn and judged by
     * way of an analysis that makes numbers of it ({@code histogram}, {@code array-mean}).
     */
    public static Quantity array(
            String name, String symbol, String unit, List<String> axes, List<String> extents, String definition) {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*"))
            throw new IllegalArgumentException("the array \"" + name + "\" is no name of a file");
        if (extents.isEmpty()) throw new IllegalArgumentException(name + ": an array needs names of its extents");
        return new Quantity(name, symbol, unit, axes, definition, null, extents);
    }

    /** Whether it is an array. */
    public boolean hasExtents() {
        return !extents.isEmpty();
    }

    /**
     * A quotient of two recorded quantities at the same axes. It is the mean of the one over the mean of the other and never a mean of quotients, which has no
     * error where a denominator comes near 0. Nothing is recorded under its own name.
     *
     * @param numerator name of a quantity
     * @param denominator name of a quantity
     */
    public record Ratio(String numerator, String denominator) {}

    /** The quotient of two others, with this name. */
    public static Quantity ratio(
            String name, String symbol, String unit, Quantity numerator, Quantity denominator, String definition) {
        return new Quantity(
                name,
                symbol,
                unit,
                numerator.axes(),
                definition,
                new Ratio(numerator.name(), denominator.name()),
                List.of());
    }
}
