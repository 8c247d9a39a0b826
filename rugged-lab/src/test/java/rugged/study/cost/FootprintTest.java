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

    /** Kronecker factors: a mean, a fresh one and an inverse of each, of inputs and of outputs, and four squares to invert the widest. */
    @Test
    void matricesOfSearchesAreCounted() {
        String landscape =
                "{ is: network, layers: [300, 200], bias: all, data: { is: strokes, pca: 20, patterns: 1000 } }";
        double squares = 21 * 21 + 300 * 300 + 301 * 301 + 200 * 200 + 201 * 201 + 10 * 10;
        double plain = memory(landscape, "{ is: adam, batch: 100 }");
        double vectors = 3 * 8 * (21 * 300 + 301 * 200 + 201 * 10);
        assertThat(memory(landscape, "{ is: k-fac, batch: 100 }") - plain)
                .isEqualTo(8 * (3 * squares + 4 * 301 * 301) + vectors);
        double noise = memory(landscape, "{ is: matched-noise, covariance: full }")
                - memory(landscape, "{ is: gradient-descent }");
        assertThat(noise).isGreaterThanOrEqualTo(8 * 2 * 1000 + vectors);
    }

    /** A theory takes a thread and memory of its own, and can need more than every point. */
    @Test
    void theoriesAreCounted() {
        String yaml = "study: s\nlandscape: { is: pspin, n: 16, mixture: 3 }\ndynamics: { is: gradient-flow }\n"
                + "protocol: { is: quench, until: 100 }\nobserve: [energy]\ntheory: [{ is: chsck, method: METHOD }]\n"
                + "figures: [{ name: e, y: e, x: t }]\n";
        Machine machine = new Machine(1L << 33, 1L << 34, 1, 1e10, 1e10, 1000);
        double quick = planned(yaml.replace("METHOD", "long-time"), machine).memoryPerThread();
        Estimate uniform = planned(yaml.replace("METHOD", "uniform"), machine);
        assertThat(quick).isBetween(1.3e8, 1.5e8);
        assertThat(uniform.memoryPerThread()).isBetween(168e6, 175e6);
        assertThat(uniform.heap()).isGreaterThan(3 * uniform.memoryPerThread());
    }

    /** What a protocol does unobserved is in the cost; where it decides how long, the cost is the most that it takes. */
    @Test
    void aProtocolThatDecidesHasABound() {
        String yaml = "study: s\n"
                + "landscape: { is: pspin, n: 16, mixture: 2 }\n"
                + "dynamics: { is: langevin, temperature: 1, dt: 0.1 }\n"
                + "observe: [energy]\n"
                + "protocol: ";
        Machine machine = new Machine(1L << 33, 1L << 34, 1, 1e10, 1e10, 1000);
        Estimate steady = planned(
                yaml + "{ is: steady-state, first-window: 10, longest: 1000, duration: 50, samples: 6 }\n", machine);
        assertThat(steady.bound()).isTrue();
        assertThat(steady.evaluations()).isEqualTo((640 + 50) / 0.1);
        assertThat(steady.seconds().low()).isLessThan(0.5 * steady.seconds().likely() + 2);
        Estimate quench = planned(yaml + "{ is: quench, until: 50 }\n", machine);
        assertThat(quench.bound()).isFalse();
    }

    private static Estimate planned(String yaml, Machine machine) {
        Checked checked = Planner.check(Request.of("s.yaml", yaml), Catalogue.standard(), machine);
        return checked.plan()
                .orElseThrow(() -> new AssertionError(checked.said()))
                .estimate();
    }

    private static double memory(String landscape, String dynamics) {
        return estimate(8, 1, landscape, dynamics, "energy").memoryPerThread();
    }
}
