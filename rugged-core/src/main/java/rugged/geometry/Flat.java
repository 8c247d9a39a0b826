package rugged.geometry;

/** R^n. */
record Flat() implements Factor {}
