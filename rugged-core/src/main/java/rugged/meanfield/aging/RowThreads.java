package rugged.meanfield.aging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import rugged.num.DenseLu;

/** Threads that share the nodes of a row, and the columns of its Jacobian, among them. Which of them takes which does not show. */
final class RowThreads implements AutoCloseable, DenseLu.Shared {
    /** Fewer nodes than this are not worth waking anybody. */
    private static final int FEW = 60;

    private final List<RowTarget> targets = new ArrayList<>();
    private final ExecutorService others;

    RowThreads(RowSystem system, double finest, int threads) {
        for (int i = 0; i < threads; i++) targets.add(new RowTarget(system, finest));
        others = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("aging-", 0).factory());
    }

    /** Evaluates the nodes 1 ... last. */
    void evaluate(int last, boolean derivatives) {
        if (last < FEW || targets.size() == 1) {
            for (int k = 1; k <= last; k++) targets.getFirst().evaluate(k, derivatives);
            return;
        }
        AtomicInteger next = new AtomicInteger(1);
        run(part -> share(targets.get(part), next, last, derivatives));
    }

    @Override
    public int parts() {
        return targets.size();
    }

    @Override
    public void run(IntConsumer part) {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(targets.size() - 1);
        for (int i = 1; i < targets.size(); i++) {
            int number = i;
            others.execute(() -> {
                try {
                    part.accept(number);
                } catch (RuntimeException e) {
                    failure.set(e);
                } finally {
                    done.countDown();
                }
            });
        }
        part.accept(0);
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (failure.get() != null) throw failure.get();
    }

    private static void share(RowTarget target, AtomicInteger next, int last, boolean derivatives) {
        for (int k = next.getAndIncrement(); k <= last; k = next.getAndIncrement()) target.evaluate(k, derivatives);
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
