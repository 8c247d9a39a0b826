package rugged.num.parity;

/** Gaussian elimination over the field of two elements, 64 unknowns to a word. Cost: M rank N / 128 operations on words. */
final class DenseElimination {
    private final long[][] rows;
    private final int unknowns;

    /** Rows of zeros for so many equations; their right sides stand behind the unknowns. */
    DenseElimination(int equations, int unknowns) {
        this.unknowns = unknowns;
        rows = new long[equations][(unknowns + 64) / 64];
    }

    /** Adds an unknown to an equation, or takes it away where it stands there already. */
    void toggle(int equation, int unknown) {
        rows[equation][unknown >> 6] ^= 1L << unknown;
    }

    /** The right side. */
    void odd(int equation) {
        toggle(equation, unknowns);
    }

    /** Eliminates in place. */
    Solvability verdict() {
        int rank = 0;
        for (int i = 0; i < unknowns && rank < rows.length; i++) {
            int word = i >> 6;
            long bit = 1L << i;
            int pivot = rank;
            while (pivot < rows.length && (rows[pivot][word] & bit) == 0) pivot++;
            if (pivot == rows.length) continue;
            long[] row = rows[pivot];
            rows[pivot] = rows[rank];
            rows[rank] = row;
            for (int k = rank + 1; k < rows.length; k++) if ((rows[k][word] & bit) != 0) add(rows[k], row, word);
            rank++;
        }
        boolean solvable = true;
        for (int k = rank; k < rows.length; k++) solvable &= (rows[k][unknowns >> 6] & 1L << unknowns) == 0;
        return new Solvability(rank, solvable);
    }

    private static void add(long[] to, long[] row, int from) {
        for (int w = from; w < to.length; w++) to[w] ^= row[w];
    }
}
