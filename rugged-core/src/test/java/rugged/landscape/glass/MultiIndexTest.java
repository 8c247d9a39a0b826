package rugged.landscape.glass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MultiIndexTest {
    @Test
    void ranksRunThroughTheTuplesInLexicographicOrder() {
        for (boolean strict : new boolean[] {false, true}) {
            for (int p = 1; p <= 5; p++) {
                MultiIndex all = new MultiIndex(7, p, strict);
                assertThat((double) all.count()).isEqualTo(MultiIndex.count(7, p, strict));
                int[] tuple = new int[p];
                int[] previous = new int[p];
                for (long rank = 0; rank < all.count(); rank++) {
                    all.unrank(rank, tuple);
                    assertThat(all.rank(tuple)).isEqualTo(rank);
                    for (int l = 1; l < p; l++) assertThat(tuple[l]).isGreaterThanOrEqualTo(all.next(tuple[l - 1]));
                    if (rank > 0) assertThat(Arrays.compare(tuple, previous)).isPositive();
                    System.arraycopy(tuple, 0, previous, 0, p);
                }
            }
        }
    }

    @Test
    void countsAreBinomials() {
        assertThat(new MultiIndex(512, 3, false).count()).isEqualTo(22_500_864L);
        assertThat(new MultiIndex(128, 4, true).count()).isEqualTo(10_668_000L);
        assertThat(new MultiIndex(5, 12, false).count()).isEqualTo(1820L);
    }
}
