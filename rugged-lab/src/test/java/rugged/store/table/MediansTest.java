package rugged.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.num.Median;

class MediansTest {
    @TempDir
    Path directory;

    private PointMeans point(int seed, String... lines) throws IOException {
        Path log = Files.writeString(directory.resolve(seed + ".tsv"), String.join("\n", lines) + "\n");
        PointMeans means = new PointMeans(log);
        means.readOn(Files.size(log));
        return means;
    }

    /** Replicas are averaged first; a place at which a point has no value is one of fewer samples. */
    @Test
    void aPointIsOneSample() throws IOException {
        List<PointMeans> points = new ArrayList<>();
        points.add(point(1, "e\t0\t0\tNaN\t1", "e\t1\t2\tNaN\t1", "e\t0\t5\tNaN\t2"));
        points.add(point(2, "e\t0\t2\tNaN\t1", "e\t0\t7\tNaN\t2"));
        points.add(point(3, "e\t0\t40\tNaN\t1", "e\t0\tNaN\tNaN\t2"));
        List<GroupValues> blocks = Medians.blocks(Map.of("N", "8"), points);
        assertThat(blocks).hasSize(1);
        GroupValues block = blocks.get(0);
        assertThat(block.values()).containsExactly(2, 6);
        assertThat(block.counts()).containsExactly(3, 2);
        assertThat(block.errors())
                .containsExactly(
                        Median.of(new double[] {1, 2, 40}).error(),
                        Median.of(new double[] {5, 7}).error());
    }
}
