package rugged.protocol.atlas;

import java.util.List;
import rugged.api.Quantity;

/** What searches record of their progress. */
final class SearchQuantities {
    private static final List<String> SEARCHES = List.of("searches");

    static final Quantity MINIMA =
            new Quantity("minima_found", "n_{min}", "", SEARCHES, "different minima known after so many searches");

    static final Quantity SADDLES = new Quantity(
            "saddles_found", "n_{ts}", "", SEARCHES, "different transition states known after so many searches");

    static final Quantity LOWEST = new Quantity(
            "lowest_found", "E_{0}", "", SEARCHES, "energy of the lowest minimum known after so many searches");

    static final Quantity UNFINISHED = new Quantity(
            "searches_unfinished", "n_{u}", "", SEARCHES, "searches that did not converge, and were not counted");

    static final Quantity FLAT = new Quantity(
            "searches_flat",
            "n_{0}",
            "",
            SEARCHES,
            "searches that ended where an eigenvalue cannot be told from 0, and were not counted");

    static final Quantity EVAPORATED = new Quantity(
            "searches_evaporated",
            "n_{e}",
            "",
            SEARCHES,
            "searches that ended at a cluster in pieces, and were not counted");

    static final Quantity OTHER_INDEX = new Quantity(
            "searches_other_index",
            "n_{i}",
            "",
            SEARCHES,
            "searches for transition states that ended at a stationary point of another index, and were not counted");

    static final List<Quantity> ALL = List.of(MINIMA, SADDLES, LOWEST, UNFINISHED, FLAT, EVAPORATED, OTHER_INDEX);

    private SearchQuantities() {}
}
