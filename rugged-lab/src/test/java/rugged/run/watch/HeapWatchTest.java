package rugged.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When garbage is collected for the sake of the memory that a plan predicts. */
class HeapWatchTest {
    private double live = 50.0;
    private double garbage;
    private int collections;

    private HeapWatch watch(double heap) {
        return new HeapWatch(heap, () -> live + garbage, () -> {
            garbage = 0.0;
            collections++;
        });
    }

    @Test
    void garbageBeyondThePredictionIsCollected() {
        HeapWatch watch = watch(100.0);
        garbage = 49.0;
        assertThat(watch.look()).isFalse();
        for (int k = 0; k < 10; k++) {
            garbage = 60.0;
            assertThat(watch.look()).isTrue();
        }
        assertThat(collections).isEqualTo(10);
    }

    /** One that needs more than was predicted is not slowed down by collections that free nothing. */
    @Test
    void whatIsNeededIsGiven() {
        HeapWatch watch = watch(100.0);
        live = 1000.0;
        assertThat(watch.look()).isTrue();
        for (int k = 0; k < 100; k++) {
            garbage = 400.0;
            assertThat(watch.look()).isFalse();
        }
        garbage = 600.0;
        assertThat(watch.look()).isTrue();
        live = 50.0;
        garbage = 1500.0;
        assertThat(watch.look()).isTrue();
        garbage = 60.0;
        assertThat(watch.look()).as("the prediction holds again").isTrue();
        assertThat(collections).isEqualTo(4);
    }

    @Test
    void itsThreadEndsWithIt() throws InterruptedException {
        long before = watching();
        try (HeapWatch watch = new HeapWatch(1e12)) {
            assertThat(watch.look()).isFalse();
            assertThat(watching()).isEqualTo(before + 1);
        }
        for (int k = 0; k < 500 && watching() > before; k++) Thread.sleep(10);
        assertThat(watching()).isEqualTo(before);
    }

    private static long watching() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("heap"))
                .count();
    }
}
