package rugged.landscape.packing;

/** How it is decided whether two ellipses overlap. */
public enum Contact {
    /** By the contact function of Perram and Wertheim, which is exact. */
    PERRAM_WERTHEIM,
    /** By the range of Gay and Berne: the same function where it is evaluated and not maximised. Up to some per cent too long, and cheaper. */
    GAY_BERNE
}
