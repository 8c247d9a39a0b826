package rugged.study.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rugged.params.Catalogue;
import rugged.study.Checked;
import rugged.study.Planner;
import rugged.study.read.Request;

/** The predicted memory of plans: of points, of what observables keep, of the run time with its drawing engine. */
class FootprintTest {
    private static final double GIB = 1 << 30;

    private static Estimate estimate(double heapGib, int threads, String landscape, String observable) {
        return estimate(heapGib, threads, landscape, "{ is: gradient-flow, method: heun, dt: 0.1 }", observable);
    }

    private static Estimate estimate(
            double heapGib, int threads, String landscape, String dynamics, String observable) {
        String yaml = "study: s\nlandscape: " + landscape + "\ndynamics: " + dynamics + "\n"
                + "protocol: { is: quench, until: 1 }\nobserve: [" + observable + "]\nseed: 1..8\n";
        long heap = (long) (heapGib * GIB);
        Machine machine = new Machine(heap, 4 * heap, threads, 1e10, 1e10, 1000);
        Checked checked = Planner.check(Request.of("s.yaml", yaml), Catalogue.standard(), machine);
        return checked.plan()
                .orElseThrow(() -> new AssertionError(checked.said()))
                .estimate();
    }

    @Test
    void aSmallStudyTakesWhatTheRunTimeAndTheDrawingTake() {
        Estimate small = estimate(8, 2, "{ is: pspin, n: 32, mixture: 3 }", "energy");
        assertThat(small.memory()).isBetween(300e6, 700e6);
        assertThat(small.heap()).isBetween(200e6, 500e6);
    }

    @Test
    void pointsSideBySideAreCountedAsFarAsTheyFit() {
        String landscape = "{ is: pspin, n: 512, mixture: 3 }";
        Estimate one = estimate(8, 1, landscape, "energy");
        Estimate four = estimate(8, 4, landscape, "energy");
        double each = one.memoryPerThread();
        assertThat(each).isGreaterThan(150e6);
        assertThat(four.memory() - one.memory()).isBetween(2 * each, 3.01 * each);
        Estimate tight = estimate(1.3 * each / GIB, 4, landscape, "energy");
        assertThat(tight.memory()).as("only one fits").isEqualTo(one.memory());
        assertThat(tight.seconds().likely()).isGreaterThan(four.seconds().likely());
    }

    /** A dense spectrum keeps matrices of N x N, Lanczos a basis of N x steps. */
    @Test
    void matricesAndBasesOfObservablesAreCounted() {
        String landscape = "{ is: pspin, n: 1000, mixture: 2 }";
        double bare = estimate(8, 1, landscape, "energy").memoryPerThread();
        double dense = estimate(8, 1, landscape, "energy, { is: spectrum, method: dense }")
                .memoryPerThread();
        double lanczos = estimate(8, 1, landscape, "energy, { is: spectrum, method: lanczos, steps: 100 }")
                .memoryPerThread();
        assertThat(dense - bare).isBetween(3 * 8e6, 5 * 8e6);
        assertThat(lanczos - bare).isBetween(8e5, 1.2e6);
    }

    /** Pairs of a quasi-Newton memory, a Lanczos basis, stages of a Runge-Kutta scheme, copies on a ladder. */
    @Test
    void whatASearchRemembersIsCounted() {
        String landscape = "{ is: quadratic, n: 100000 }";
        double vector = 8e5;
        double plain = memory(landscape, "cg");
        assertThat(memory(landscape, "{ is: l-bfgs, memory: 50 }") - plain).isEqualTo(100 * vector);
        assertThat(memory(landscape, "{ is: saddle-free-newton, products: 40 }") - plain)
                .isEqualTo(42 * vector);
        assertThat(memory(landscape, "{ is: gradient-flow, method: dormand-prince }")
                        - memory(landscape, "{ is: gradient-flow, method: heun }"))
                .isEqualTo(6 * vector);
        assertThat(memory("{ is: ising-pspin, n: 1000, mixture: 2 }", "{ is: tempering, rungs: 40 }")
                        - memory("{ is: ising-pspin, n: 1000, mixture: 2 }", "{ is: tempering, rungs: 20 }"))
                .isEqualTo(20 * 7 * 8e3);
    }

    private static double memory(String landscape, String dynamics) {
        return estimate(8, 1, landscape, dynamics, "energy").memoryPerThread();
    }
}
