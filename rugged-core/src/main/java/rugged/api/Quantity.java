package rugged.api;

import java.util.List;

/**
 * Something that is measured or computed, with its definition: simulation and theory that speak of the same quantity are drawn together.
 *
 * @param name short name used in tables and study files: {@code C}
 * @param symbol how a figure writes it, with light markup: {@code C(t, t_{w})}
 * @param unit in units of the couplings, k_B = 1; empty for a pure number
 * @param axes what it depends on, in order: {@code t}, {@code tw}
 * @param definition one formula or sentence
 */
public record Quantity(String name, String symbol, String unit, List<String> axes, String definition) {
    public Quantity {
        axes = List.copyOf(axes);
    }
}
