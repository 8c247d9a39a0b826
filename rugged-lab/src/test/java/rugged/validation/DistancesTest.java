package rugged.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DistancesTest {
    @Test
    void expectedCountsAreThoseOfTheUnitNormal() {
        Distances none = Distances.of(List.of());
        assertThat(none.rows()).isZero();
        Distances some = Distances.of(Stream.generate(() -> 0.1).limit(1000).toList());
        double sum = some.bins().stream().mapToDouble(Distances.Bin::expected).sum();
        assertThat(sum).isCloseTo(1000, within(1e-9));
        // P(|x| < 1) = 0.682689
        double inner = some.bins().stream()
                .filter(bin -> bin.from() >= -1 && bin.to() <= 1)
                .mapToDouble(Distances.Bin::expected)
                .sum();
        assertThat(inner).isCloseTo(682.689492, within(1e-5));
    }

    @Test
    void everyDistanceIsInOneBinAndTheOutermostReachToInfinity() {
        Distances all =
                Distances.of(List.of(-100.0, -3.5, -0.5, 0.0, 0.49, 3.4, 77.0, Double.NaN, Double.POSITIVE_INFINITY));
        assertThat(all.rows()).isEqualTo(7);
        assertThat(all.bins().stream().mapToInt(Distances.Bin::count).sum()).isEqualTo(7);
        assertThat(all.bins().getFirst().count()).isEqualTo(2);
        assertThat(all.bins().getLast().count()).isEqualTo(2);
        assertThat(all.bins().get(7).count()).isEqualTo(2);
    }

    @Test
    void normalNumbersFillTheBinsAsExpected() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(6);
        Distances all =
                Distances.of(Stream.generate(random::nextGaussian).limit(20_000).toList());
        double chi = all.bins().stream()
                .mapToDouble(bin -> Math.pow(bin.count() - bin.expected(), 2) / bin.expected())
                .sum();
        // 13 degrees of freedom: more than 34.5 in one of a thousand
        assertThat(chi).isLessThan(34.5);
    }
}
