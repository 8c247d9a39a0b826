package rugged.api;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * When to look: strictly increasing times at which observables are asked, ages at which the state is remembered, and for each time the ages whose pair
 * (t, tw) is due there. At most 64 ages. Immutable.
 */
public final class Schedule {
    /** Largest number of ages. */
    public static final int MOST_AGES = 64;

    private final double[] times;
    private final double[] ages;
    private final long[] due;
    private final boolean[] single;

    private Schedule(double[] times, double[] ages, long[] due, boolean[] single) {
        this.times = times;
        this.ages = ages;
        this.due = due;
        this.single = single;
    }

    /** Times 0 and first ... until, {@code perDecade} to a decade, all paired with the single age 0. */
    public static Schedule logarithmic(double first, double until, int perDecade) {
        double[] lags = logarithmicGrid(first, until, perDecade);
        return waitingTimes(new double[] {0.0}, lags, until).with(lags);
    }

    /**
     * Ages tw, and for each of them lags from {@code firstLag} on a logarithmic grid shared by all ages, as long as tw + lag stays within {@code until};
     * each age is paired with itself as well (lag 0). One-time quantities are due at the ages.
     */
    public static Schedule waitingTimes(double[] ages, double firstLag, double until, int perDecade) {
        return waitingTimes(ages, logarithmicGrid(firstLag, until, perDecade), until);
    }

    /** As above with the lags given. */
    public static Schedule waitingTimes(double[] ages, double[] lags, double until) {
        double[] sorted = ages.clone();
        Arrays.sort(sorted);
        TreeSet<Double> times = new TreeSet<>();
        for (double age : sorted) {
            times.add(age);
            for (double lag : lags) if (age + lag <= until * (1 + 1e-12)) times.add(age + lag);
        }
        double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
        long[] due = new long[all.length];
        boolean[] single = new boolean[all.length];
        for (int a = 0; a < sorted.length; a++) {
            int birth = Arrays.binarySearch(all, sorted[a]);
            due[birth] |= 1L << a;
            single[birth] = true;
            for (double lag : lags) {
                int k = Arrays.binarySearch(all, sorted[a] + lag);
                if (k >= 0) due[k] |= 1L << a;
            }
        }
        return new Schedule(all, sorted, due, single);
    }

    /** Only the given times, no age: the end of a plateau, for instance. */
    public static Schedule at(double... times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        boolean[] single = new boolean[sorted.length];
        Arrays.fill(single, true);
        return new Schedule(sorted, new double[0], new long[sorted.length], single);
    }

    /** first ... last with {@code perDecade} points a decade; the last point is {@code last} itself. */
    public static double[] logarithmicGrid(double first, double last, int perDecade) {
        int steps = Math.max(1, (int) Math.ceil(perDecade * Math.log10(last / first) - 1e-9));
        double[] grid = new double[steps + 1];
        for (int k = 0; k <= steps; k++) grid[k] = first * Math.pow(10.0, (double) k / perDecade);
        grid[steps] = last;
        return grid;
    }

    /** The schedule with further times at which one-time quantities are due; its own keep their ages. */
    public Schedule with(double... further) {
        TreeSet<Double> union = new TreeSet<>();
        for (double time : times) union.add(time);
        for (double time : further) union.add(time);
        double[] all = union.stream().mapToDouble(Double::doubleValue).toArray();
        long[] merged = new long[all.length];
        boolean[] marked = new boolean[all.length];
        for (int k = 0; k < times.length; k++) {
            int place = Arrays.binarySearch(all, times[k]);
            merged[place] = due[k];
            marked[place] = single[k];
        }
        for (double time : further) marked[Arrays.binarySearch(all, time)] = true;
        return new Schedule(all, ages, merged, marked);
    }

    /** The schedule with every time and age rounded to a multiple of {@code quantum} (times that fall together are merged); itself when quantum is 0. */
    public Schedule rounded(double quantum) {
        if (quantum == 0.0) return this;
        TreeSet<Long> steps = new TreeSet<>();
        for (double time : times) steps.add(Math.round(time / quantum));
        long[] numbers = steps.stream().mapToLong(Long::longValue).toArray();
        double[] all = new double[numbers.length];
        for (int k = 0; k < all.length; k++) all[k] = numbers[k] * quantum;
        long[] merged = new long[all.length];
        boolean[] marked = new boolean[all.length];
        for (int k = 0; k < times.length; k++) {
            int place = Arrays.binarySearch(numbers, Math.round(times[k] / quantum));
            merged[place] |= due[k];
            marked[place] |= single[k];
        }
        double[] roundedAges = new double[ages.length];
        for (int a = 0; a < ages.length; a++) roundedAges[a] = Math.round(ages[a] / quantum) * quantum;
        return new Schedule(all, roundedAges, merged, marked);
    }

    /** The schedule moved by {@code shift} in time: for a leg that follows another. */
    public Schedule shifted(double shift) {
        double[] all = times.clone();
        for (int k = 0; k < all.length; k++) all[k] += shift;
        double[] later = ages.clone();
        for (int a = 0; a < later.length; a++) later[a] += shift;
        return new Schedule(all, later, due, single);
    }

    /** All observation times, strictly increasing. */
    public double[] times() {
        return times.clone();
    }

    /** The times at which quantities of one time are due. */
    public double[] singles() {
        return IntStream.range(0, times.length)
                .filter(k -> single[k])
                .mapToDouble(k -> times[k])
                .toArray();
    }

    /** Number of observation times. */
    public int size() {
        return times.length;
    }

    /** The k-th observation time. */
    public double time(int k) {
        return times[k];
    }

    /** The last observation time; 0 when there is none. */
    public double until() {
        return times.length == 0 ? 0.0 : times[times.length - 1];
    }

    /** Number of ages. */
    public int ages() {
        return ages.length;
    }

    /** The a-th age tw. */
    public double age(int a) {
        return ages[a];
    }

    /** Whether the pair of the k-th time with the a-th age is to be recorded. */
    public boolean due(int k, int a) {
        return (due[k] >>> a & 1L) != 0;
    }

    /** Whether quantities of one time, such as the energy, are to be recorded at the k-th time; at the others only pairs are. */
    public boolean single(int k) {
        return single[k];
    }

    /** Whether the k-th time is the a-th age itself. */
    public boolean born(int k, int a) {
        return times[k] == ages[a];
    }
}
