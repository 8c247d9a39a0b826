package rugged.api.signal;

import java.util.Arrays;

/** Active units of one cascade by generation, the first generation 0; grows as it must. */
public final class Generations {
    private long[] active = new long[32];
    private int count;
    private long size;

    /** Forgets everything. */
    public void clear() {
        count = 0;
        size = 0;
    }

    /** One more generation, of no unit where it is silent. */
    public void add(long units) {
        if (count == active.length) active = Arrays.copyOf(active, 2 * count);
        active[count++] = units;
        size += units;
    }

    /** How many were added. */
    public int count() {
        return count;
    }

    /** Active units of a generation; 0 of those that were not added. */
    public long active(int generation) {
        return generation < count ? active[generation] : 0L;
    }

    /** S: all active units. */
    public long size() {
        return size;
    }

    /** D: generations with an active unit. */
    public int duration() {
        int duration = 0;
        for (int g = 0; g < count; g++) if (active[g] > 0) duration++;
        return duration;
    }
}
