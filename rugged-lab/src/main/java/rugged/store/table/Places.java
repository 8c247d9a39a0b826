package rugged.store.table;

import java.util.Arrays;

/** The different places, by the values of a quantity's axes, at which it was recorded: numbered in order of first appearance, found again by their values. */
final class Places {
    private static final int LEAST = 16;

    private final double[][] axes;
    private int[] slots = new int[2 * LEAST]; // number + 1; 0 for none
    private int size;

    /** @param dimension number of axes */
    Places(int dimension) {
        axes = new double[dimension][LEAST];
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** Number of axes. */
    int dimension() {
        return axes.length;
    }

    /** A coordinate of a place. */
    double at(int axis, int place) {
        return axes[axis][place];
    }

    /** Copies a coordinate of all places. */
    void copy(int axis, double[] into, int from) {
        System.arraycopy(axes[axis], 0, into, from, size);
    }

    /**
     * The number of a place, which is new if it was not there.
     *
     * @param values its coordinates
     * @param guess where it may stand; any number
     */
    int of(double[] values, int guess) {
        if (guess >= 0 && guess < size && same(guess, values)) return guess;
        int slot = slot(values);
        if (slots[slot] != 0) return slots[slot] - 1;
        if (size == capacity()) {
            grow();
            slot = slot(values);
        }
        for (int a = 0; a < axes.length; a++) axes[a][size] = values[a];
        slots[slot] = ++size;
        return size - 1;
    }

    /** The number of a place; -1 where it is none. */
    int find(double[] values, int guess) {
        if (guess >= 0 && guess < size && same(guess, values)) return guess;
        return slots[slot(values)] - 1;
    }

    private int capacity() {
        return slots.length / 2;
    }

    private boolean same(int place, double[] values) {
        for (int a = 0; a < axes.length; a++) {
            if (Double.doubleToLongBits(axes[a][place]) != Double.doubleToLongBits(values[a])) return false;
        }
        return true;
    }

    private int slot(double[] values) {
        long hash = 0;
        for (double value : values) hash = hash * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(value);
        hash *= 0xD1B54A32D192ED03L;
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 40) & mask;
        while (slots[slot] != 0 && !same(slots[slot] - 1, values)) slot = (slot + 1) & mask;
        return slot;
    }

    private void grow() {
        for (int a = 0; a < axes.length; a++) axes[a] = Arrays.copyOf(axes[a], 2 * capacity());
        slots = new int[2 * slots.length];
        double[] values = new double[axes.length];
        for (int place = 0; place < size; place++) {
            for (int a = 0; a < axes.length; a++) values[a] = axes[a][place];
            slots[slot(values)] = place + 1;
        }
    }
}
