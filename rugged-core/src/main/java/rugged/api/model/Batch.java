package rugged.api.model;

/**
 * The patterns {@code index[from..to)}. A view: the array is shared and may be reused by its owner after the call.
 *
 * @param index pattern numbers, each in [0, P)
 * @param from first position used
 * @param to one past the last position used
 */
public record Batch(int[] index, int from, int to) {
    /** B, the number of patterns in the batch, counted with repetition. */
    public int size() {
        return to - from;
    }
}
