package rugged.api;

/** A landscape that is one of a family by the width of its layers, from the same data: what a protocol that narrows a network walks along. It {@link #provides} {@link Need#WIDTH}. */
public interface WidthFamily extends LandscapeSpec {
    /** The width of all hidden layers. */
    int width();

    /** The same with hidden layers of another width. */
    WidthFamily atWidth(int width);
}
