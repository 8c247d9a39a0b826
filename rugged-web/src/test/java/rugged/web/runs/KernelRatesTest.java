package rugged.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.BenchmarkSpec.Measurement;
import rugged.params.Catalogue;
import rugged.store.Provenance;
import rugged.web.shape.KernelReply;

final class KernelRatesTest {
    private static final Provenance HERE = Provenance.here("test", "c0ffee", "plain Java");

    @Test
    void ratesAreMeasuredOnceAtATimeAndKept(@TempDir Path folder) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        KernelRates.Benchmark one = new KernelRates.Benchmark("reads", "Reads", () -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of(
                    new Measurement("read", 12.5, "GB/s", 0.5, "", Double.NaN),
                    new Measurement("gradient", 8, "ms", 0.1, "one read", 1.25));
        });
        KernelRates rates = new KernelRates(folder, HERE, List.of(one), ended::countDown);
        assertThat(rates.last().when()).isEmpty();
        assertThat(rates.begin()).isTrue();
        assertThat(rates.begin()).as("measured already").isFalse();
        assertThat(rates.last().measuring()).isTrue();
        go.countDown();
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        KernelReply kept = new KernelRates(folder, HERE, List.of(), () -> {}).last();
        assertThat(kept.commit()).isEqualTo("c0ffee");
        assertThat(kept.measuring()).isFalse();
        assertThat(kept.groups().getFirst().rows())
                .containsExactly(
                        new KernelReply.Row("read", 12.5, "GB/s", 0.5, "", null),
                        new KernelReply.Row("gradient", 8, "ms", 0.1, "one read", 1.25));
    }

    @Test
    void aMeasurementThatFailsSaysSo(@TempDir Path folder) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        KernelRates.Benchmark one = new KernelRates.Benchmark("broken", "Broken", () -> {
            throw new IllegalStateException("no such kernel");
        });
        KernelRates rates = new KernelRates(folder, HERE, List.of(one), ended::countDown);
        rates.begin();
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(rates.last().problem()).contains("failed");
        assertThat(rates.last().measuring()).isFalse();
    }

    @Test
    void theShortBenchmarksAreThere() {
        assertThat(KernelRates.standard(Catalogue.standard()))
                .extracting(KernelRates.Benchmark::name)
                .containsExactly("pspin-kernels", "network-kernels");
    }
}
