package rugged.run.watch;

import java.util.function.DoubleSupplier;

/**
 * Keeps the heap of a run near what its plan predicts. A collector that is made for throughput lets garbage grow into all that it may take, most of the memory of the machine;
 * here it is asked to collect as soon as more is in use than was predicted. A run that needs more than that gets it: where a collection leaves little free,
 * the limit rises with what is in use.
 */
public final class HeapWatch implements AutoCloseable {
    private static final long INTERVAL = 200; // milliseconds between two looks

    /** In use at the limit over what a collection left: below that a collection is not worth its time. */
    private static final double WORTH = 1.5;

    private final DoubleSupplier used;
    private final Runnable collection;
    private final double predicted;
    private final Thread thread;
    private double limit;
    private volatile boolean closed;

    /** @param heap bytes of heap that the plan predicts */
    public HeapWatch(double heap) {
        this(heap, HeapWatch::inUse, System::gc);
        thread.start();
    }

    /** The same with another heap, which nobody looks at but {@link #look}. */
    public HeapWatch(double heap, DoubleSupplier used, Runnable collection) {
        this.predicted = heap;
        this.limit = heap;
        this.used = used;
        this.collection = collection;
        thread = Thread.ofPlatform().daemon().name("heap").unstarted(this::run);
    }

    private static double inUse() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** One look; whether it was worth a collection. */
    public boolean look() {
        if (used.getAsDouble() <= limit) return false;
        collection.run();
        limit = Math.max(predicted, WORTH * used.getAsDouble());
        return true;
    }

    private void run() {
        try {
            while (!closed) {
                look();
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
