package rugged.landscape.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.BenchmarkSpec.Measurement;
import rugged.api.CheckSpec;
import rugged.benchmark.PSpinKernels;
import rugged.landscape.Precision;

class LandscapeChecksTest {
    @Test
    void identitiesHold() {
        assertThat(new PSpinIdentities(1000).rows()).isNotEmpty().allSatisfy(LandscapeChecksTest::agrees);
    }

    @Test
    void enumerationsAgree() {
        assertThat(new IsingEnumeration(8, 4, 1000).rows()).isNotEmpty().allSatisfy(LandscapeChecksTest::agrees);
    }

    private static void agrees(CheckSpec.Row row) {
        assertThat(row.agrees())
                .as("%s: %s beside %s", row.id(), row.value(), row.reference())
                .isTrue();
    }

    @Test
    void meanMaximumOfTwoNormalsIsKnown() {
        assertThat(IsingEnumeration.meanMaximum(1)).isCloseTo(0.0, within(1e-9));
        assertThat(IsingEnumeration.meanMaximum(2)).isCloseTo(1.0 / Math.sqrt(Math.PI), within(1e-9));
        assertThat(IsingEnumeration.meanMaximum(3)).isCloseTo(1.5 / Math.sqrt(Math.PI), within(1e-9));
    }

    @Test
    void kernelsAreMeasuredAgainstSomething() {
        List<Measurement> measured = new PSpinKernels(40, Precision.FLOAT32, 3).measure();
        assertThat(measured).hasSizeGreaterThan(6).allSatisfy(m -> {
            assertThat(m.value()).as(m.name()).isPositive();
            assertThat(m.unit()).isNotEmpty();
            if (!m.against().isEmpty()) assertThat(m.ratio()).isPositive();
        });
    }
}
