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
        agree(new PSpinIdentities(1000));
    }

    @Test
    void enumerationsAgree() {
        agree(new IsingEnumeration(8, 4, 1000));
    }

    /** They agree, and each is of a kind that the check names. */
    private static void agree(CheckSpec check) {
        List<CheckSpec.Row> rows = check.rows();
        assertThat(rows).isNotEmpty().allSatisfy(LandscapeChecksTest::agrees);
        for (CheckSpec.Group group : check.compares())
            assertThat(rows).as(group.id()).anyMatch(row -> row.id().startsWith(group.id()));
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(check.compares()).anyMatch(group -> row.id().startsWith(group.id())));
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
        PSpinKernels kernels = new PSpinKernels(40, Precision.FLOAT32, 3);
        List<Measurement> measured = kernels.measure();
        assertThat(measured)
                .allSatisfy(m -> assertThat(kernels.rates())
                        .anyMatch(rate ->
                                m.name().startsWith(rate.text()) && m.unit().equals(rate.unit())));
        assertThat(kernels.rates())
                .allSatisfy(rate -> assertThat(measured)
                        .anyMatch(m ->
                                m.name().startsWith(rate.text()) && m.unit().equals(rate.unit())));
        assertThat(measured).hasSizeGreaterThan(6).allSatisfy(m -> {
            assertThat(m.value()).as(m.name()).isPositive();
            assertThat(m.unit()).isNotEmpty();
            if (!m.against().isEmpty()) assertThat(m.ratio()).isPositive();
        });
    }
}
