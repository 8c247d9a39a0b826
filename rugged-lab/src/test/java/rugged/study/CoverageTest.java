package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.params.Catalogue;
import rugged.params.Problem;
import rugged.study.read.Request;

/** What a study asks for and would not get is refused before anything is computed, at its place. */
class CoverageTest {
    private static final String AGING = "{ is: waiting-times, tw: [1, 4], first-lag: 0.1, until: 8 }";

    private static String study(String protocol, String observe, String... further) {
        return Desk.study("{ is: pspin, n: [8, 16] }", "langevin", protocol, observe, further);
    }

    private static Checked check(Request request) {
        return Planner.check(request, Catalogue.standard(), Desk.MACHINE);
    }

    private static List<String> said(String text) {
        return check(Request.of("s.yaml", text)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static String finding(String body) {
        return "findings: [{ id: a, text: a, " + body + " }]";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity: e, at: { t: 1 }, where: { n: 32 }"
                        + "|where.landscape.n: no point has landscape.n = 32; there are 8, 16",
                "quantity: e, at: { t: 1 }"
                        + "|where: 2 sets of parameters match {}; parameters of one set, such as {landscape.n=8}",
                "quantity: e, at: { t: 9 }, where: { n: 8 }" + "|at: e is not recorded at t = 9; times from 0 to 8",
                "quantity: e, at: { t: 9..12 }, where: { n: 8 }"
                        + "|at: e is not recorded at t = 9..12; times from 0 to 8",
                "quantity: C, at: { t: 6, tw: 2 }, where: { n: 8 }"
                        + "|at: there is no waiting time 2; waiting times are 1, 4",
                "quantity: C, at: { t: 3, tw: 4 }, where: { n: 8 }"
                        + "|at: C is not recorded at t = 3; times from 4 to 7.98",
                "quantity: C, at: { t: 6, tw: 1 }, where: { n: 8 }, minus: { at: { tw: 3 } }"
                        + "|minus: there is no waiting time 3; waiting times are 1, 4",
                "quantity: C, at: { t: 6, tw: 1 }, where: { n: 8 }, over: { where: { n: 9 } }"
                        + "|over.landscape.n: no point has landscape.n = 9; there are 8, 16",
                "quantity: chi, at: { t: 6, tw: 1 }, where: { n: 8 }"
                        + "|at: there is no waiting time 1; waiting times are 1, 4"
            })
    void findings(String body, String message) {
        assertThat(said(study(AGING, "[energy, correlation, { is: response, from: 2 }]", finding(body))))
                .singleElement()
                .asString()
                .startsWith("s.yaml:6:")
                .endsWith("findings.a." + message);
    }

    @Test
    void findingsThatAreThere() {
        assertThat(said(study(
                        AGING,
                        "[energy, correlation]",
                        "findings: [{ id: a, text: a, quantity: e, at: { t: last }, where: { n: 8 } },"
                                + " { id: b, text: b, quantity: C, at: { t: 6.2, tw: 4.01 }, where: { n: 16.0 } },"
                                + " { id: c, text: c, quantity: e, at: { t: 7..12 }, where: { n: 8 } }]")))
                .isEmpty();
    }

    @Test
    void figures() {
        assertThat(said(study(
                        AGING,
                        "[energy, correlation]",
                        "figures: [{ name: f, y: C, curves: n, where: { tw: 2 } },"
                                + " { name: g, y: C, curves: n, where: { tw: 4 } },"
                                + " { name: h, y: e, where: { n: 7 } }]")))
                .containsExactly(
                        "s.yaml:6:46: figures.f.where.tw: there is no waiting time 2; waiting times are 1, 4",
                        "s.yaml:6:131: figures.h.where.landscape.n: no point has landscape.n = 7; there are 8, 16");
    }

    @Test
    void observablesThatWriteAtNoTime() {
        assertThat(said(study(
                        AGING,
                        "[{ is: response, from: 5 }, { is: inherent-structure, from: 9 }, { is:"
                                + " specific-heat, from: 9 }]")))
                .containsExactly(
                        "s.yaml:5:11: observe.response: response measures ages from 5 on; the oldest waiting time of"
                                + " the protocol is 4",
                        "s.yaml:5:38: observe.inherent-structure: inherent-structure writes at no time of this run;"
                                + " windows that begin before its end, t = 8",
                        "s.yaml:5:75: observe.specific-heat: specific-heat writes at no time of this run; windows that"
                                + " begin before its end, t = 8");
    }

    @Test
    void windowsOfALadder() {
        String ladder = "study: ladder\nlandscape: { is: pspin, n: 8, mixture: 2 }\n"
                + "dynamics: { is: tempering, move: { is: hamiltonian-monte-carlo }, temperatures: [1, 2] }\n"
                + "protocol: { is: even-times, until: 64, observations: %s }\nreplicas: 2\n"
                + "observe: [{ is: tempered-averages, first: %s }]\n";
        assertThat(said(ladder.formatted("64", "65")))
                .containsExactly("s.yaml:6:11: observe.tempered-averages: tempered-averages writes at no time of this"
                        + " run; windows that begin before its end, t = 64");
        assertThat(check(Request.of("s.yaml", ladder.formatted("1", "64")))
                        .plan()
                        .orElseThrow()
                        .warnings())
                .containsExactly("observe.tempered-averages: its last window, which ends at t = 64.0, holds a single"
                        + " observation");
        assertThat(check(Request.of("s.yaml", ladder.formatted("64", "64")))
                        .plan()
                        .orElseThrow()
                        .warnings())
                .isEmpty();
    }

    @Test
    void averagesThatBeginWithARandomStart() {
        assertThat(check(Request.of("s.yaml", study(AGING, "[{ is: specific-heat }]")))
                        .plan()
                        .orElseThrow()
                        .warnings())
                .containsExactly("observe.specific-heat: its averages over time begin with the start, which is not in"
                        + " equilibrium: from: T leaves out what comes before T");
        assertThat(check(Request.of("s.yaml", study(AGING, "[{ is: specific-heat, from: 1 }]")))
                        .plan()
                        .orElseThrow()
                        .warnings())
                .isEmpty();
        String planted = study(AGING, "[{ is: specific-heat }]").replace("[8, 16]", "8, planted: 0.7");
        assertThat(check(Request.of("s.yaml", planted)).plan().orElseThrow().warnings())
                .isEmpty();
    }

    @Test
    void analysesOfAgesThatNobodyWaits() {
        String aging =
                study(AGING, "[energy, displacement]", "analyse: [{ is: aging-exponent, quantity: msd, from: 5 }]");
        assertThat(said(aging))
                .containsExactly("s.yaml:6:11: analyse.aging-exponent: takes ages from 5 on; the oldest waiting time of"
                        + " the study is 4");
    }

    @Test
    void whoeverChangesAStudyIsWarned() {
        String text = study(AGING, "[energy]", finding("quantity: e, at: { t: 8 }, where: { n: 8 }"));
        Plan changed = check(Request.of("s.yaml", text).set(List.of("protocol.until=5", "landscape.n=[8,16,32]")))
                .plan()
                .orElseThrow();
        assertThat(changed.warnings())
                .containsExactly("findings.a.at: e is not recorded at t = 8, so it stays empty; times from 0 to 5");
        Plan again = check(Request.of("study.yaml", changed.yaml())).plan().orElseThrow();
        assertThat(again.hash()).isEqualTo(changed.hash());
        assertThat(again.warnings()).isEqualTo(changed.warnings());
    }

    /** The fields of a page change its text: one that no longer has what a finding asks for can still be started. */
    @Test
    void aPageIsWarnedToo() {
        String text = study(AGING, "[energy]", finding("quantity: e, at: { t: 800 }, where: { n: 8 }"));
        assertThat(check(Request.of("s.yaml", text)).plan()).isEmpty();
        assertThat(check(Request.of("s.yaml", text).untrusted(List.of()))
                        .plan()
                        .orElseThrow()
                        .warnings())
                .singleElement()
                .asString()
                .contains("is not recorded at t = 800");
    }

    /** An anneal keeps no state to compare later ones with, and a step without noise gives displacements no unit. */
    @Test
    void whatComparesWithNothingIsRefused() {
        assertThat(Planner.check(Request.of("s.yaml", """
            study: s
            landscape: { is: pspin, n: 12 }
            dynamics: { is: langevin, temperature: 0.8, dt: 0.01 }
            protocol: { is: anneal, from: 1, to: 0.5, steps: 2, duration: 1 }
            observe: [energy, correlation, response]
            """), Catalogue.standard(), Desk.MACHINE)
                        .problems())
                .extracting(Object::toString)
                .containsExactly(
                        "s.yaml:5:19: observe.correlation: correlation compares states with those at waiting times,"
                                + " and anneal has none; a protocol that has, such as waiting-times",
                        "s.yaml:5:32: observe.response: response compares states with those at waiting times, and"
                                + " anneal has none; a protocol that has, such as waiting-times");
        for (String dynamics : List.of("adam", "gradient-descent", "{ is: sgd, batch: 2, sampling: epoch }"))
            assertThat(noiseless(dynamics)).as(dynamics).isNotEmpty();
        for (String dynamics : List.of("{ is: sgd, batch: 2 }", "{ is: langevin, temperature: 0.1, dt: 0.01 }"))
            assertThat(noiseless(dynamics)).as(dynamics).isEmpty();
    }

    private static List<String> noiseless(String dynamics) {
        String study =
                "study: s\nlandscape: { is: network, layers: [4], data: { is: random, width: 5, patterns: 8 } }\n"
                        + "dynamics: " + dynamics + "\nprotocol: { is: waiting-times, tw: [1], until: 3 }\n"
                        + "observe: [energy, noise-scaled-displacement]\n";
        return Planner.check(Request.of("s.yaml", study), Catalogue.standard(), Desk.MACHINE).problems().stream()
                .map(Object::toString)
                .filter(said -> said.contains("observe.noise-scaled-displacement"))
                .toList();
    }
}
