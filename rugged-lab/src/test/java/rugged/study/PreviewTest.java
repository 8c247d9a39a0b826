package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rugged.params.Catalogue;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** A look at a plan tells the same as the plan, and lays out a handful of its points. */
class PreviewTest {
    private static final Machine MACHINE = new Machine(1L << 32, 1L << 34, 2, 1e10, 1e10, 100_000);

    private static Request request(int seeds) {
        String yaml = "study: s\nlandscape: { is: pspin, n: [8, 16], mixture: 3 }\n"
                + "dynamics: { is: gradient-flow, method: heun, dt: 0.1 }\nprotocol: { is: quench, until: 1 }\n"
                + "observe: [energy]\nseed: 1.." + seeds + "\n"
                + "figures: [{ name: e, y: e, x: t, curves: landscape.n }]\n";
        return Request.of("s.yaml", yaml);
    }

    @Test
    void tellsWhatThePlanTells() {
        Plan whole = Planner.check(request(100), Catalogue.standard(), MACHINE)
                .plan()
                .orElseThrow();
        Plan looked = Planner.preview(request(100), Catalogue.standard(), MACHINE)
                .plan()
                .orElseThrow();
        assertThat(whole.points()).hasSize(200);
        assertThat(looked.points()).hasSize(32);
        assertThat(looked.hash()).isEqualTo(whole.hash());
        assertThat(looked.yaml()).isEqualTo(whole.yaml());
        assertThat(looked.estimate()).isEqualTo(whole.estimate());
        assertThat(looked.warnings()).isEqualTo(whole.warnings());
        assertThat(looked.theories()).hasSameSizeAs(whole.theories());
    }

    @Test
    void countsAHundredThousandPointsWithoutLayingThemOut() {
        Plan looked = Planner.preview(request(50_000), Catalogue.standard(), MACHINE)
                .plan()
                .orElseThrow();
        assertThat(looked.estimate().points()).isEqualTo(100_000);
        assertThat(looked.points()).hasSize(32);
    }
}
