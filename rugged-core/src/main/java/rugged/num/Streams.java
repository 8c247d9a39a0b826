package rugged.num;

/**
 * A family of independent random streams, keyed by purpose and index: the same key gives the same numbers on every machine and for any number of
 * threads. Counter-based (Philox 4x64), so a stream's position is a few words that a checkpoint holds.
 *
 * @param seed first half of the family's key
 * @param branch second half, which distinguishes families of one seed
 */
public record Streams(long seed, long branch) {
    /** The family of a seed. */
    public static Streams of(long seed) {
        return new Streams(seed, 0L);
    }

    /** A new stream at its beginning; called twice with the same key it gives the same numbers twice. */
    public RandomStream stream(String purpose, long index) {
        long hash = hash(purpose, index);
        return new RandomStream(mix(seed ^ mix(branch + hash)), mix(hash + 0x9E3779B97F4A7C15L * (seed + 1)));
    }

    /** A sub-family, for a replica or a probe that needs several streams of its own. */
    public Streams family(String purpose, long index) {
        return new Streams(seed, mix(branch ^ hash(purpose, index)));
    }

    private static long hash(String purpose, long index) {
        long hash = 0xCBF29CE484222325L; // FNV-1a, 64 bits
        for (int i = 0; i < purpose.length(); i++) hash = (hash ^ purpose.charAt(i)) * 0x100000001B3L;
        return mix(hash) + mix(index ^ 0x6A09E667F3BCC909L);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): a bijection that spreads every bit. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
