package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;
import static rugged.study.Desk.on;
import static rugged.study.Desk.said;
import static rugged.study.Desk.study;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What users read, word by word. */
class MessagesTest {
    private static final String SPIN = "{ is: pspin, n: 8 }";
    private static final String QUENCH = "{ is: quench, until: 1 }";

    @Test
    void aDynamicsThatDoesNotFitNamesThoseThatDo() {
        assertThat(said(study("desk-spins", "gradient-flow", QUENCH, "[energy, multiplier]")))
                .containsExactly(
                        "s.yaml:3:11: dynamics: gradient-flow needs continuous coordinates and a gradient; desk-spins"
                                + " has neither; dynamics that work: heat-bath, metropolis",
                        "s.yaml:5:19: observe.multiplier: multiplier needs continuous coordinates, a gradient and a"
                            + " constraint, as on the sphere |x|^2 = N; desk-spins under gradient-flow has none of"
                            + " them; observables that work: correlation, energy, memory, replica-overlap, response");
    }

    @Test
    void aProtocolThatNeedsATemperature() {
        assertThat(said(study(SPIN, "gradient-flow", "anneal", "energy")))
                .containsExactly(
                        "s.yaml:4:11: protocol: anneal needs a temperature; pspin under gradient-flow has none;"
                                + " protocols that work: quench, waiting-times");
    }

    @Test
    void aStartThatNeedsPlanting() {
        assertThat(said(on(SPIN) + "start: planted"))
                .containsExactly(
                        "s.yaml:6:8: start: planted needs a planted state; pspin has none; starts that work: file,"
                                + " random");
    }

    @Test
    void anUnstableStep() {
        assertThat(said(study(SPIN, "{ is: langevin, dt: 0.5 }", QUENCH, "energy")))
                .singleElement()
                .asString()
                .startsWith("s.yaml:3:11: dynamics: ")
                .contains("0.5");
    }

    @Test
    void tooFewReplicas() {
        assertThat(said(study(SPIN, "langevin", QUENCH, "[replica-overlap]")))
                .containsExactly(
                        "s.yaml:5:11: observe.replica-overlap: replica-overlap needs 2 replicas; the study has 1; add"
                                + " replicas: 2");
    }

    @Test
    void aQuantityMeasuredTwice() {
        assertThat(said(study(SPIN, "langevin", QUENCH, "[energy, energy]")))
                .containsExactly("s.yaml:5:19: observe.energy: \"e\" is measured already, by energy; keep one of them");
    }

    @Test
    void moreMemoryThanThereIs() {
        assertThat(said(on("{ is: desk-heavy, n: 5000 }")))
                .containsExactly(
                        "s.yaml:2:12: landscape.n: 5000: desk-heavy needs 4.9 GiB of memory; 870 MiB can be used; n ="
                                + " 870 fits, or storage: on-the-fly needs 313 KiB");
        assertThat(said(on("{ is: pspin, n: 2000 }")))
                .singleElement()
                .asString()
                .startsWith("s.yaml:2:12: landscape.n: 2000: pspin needs 10 GiB of memory; 870 MiB can be used; n = 87")
                .contains("fits, or storage: on-the-fly needs");
    }

    @Test
    void specsThatRefuseToAnswer() {
        assertThat(said(on("{ is: desk-heavy, n: 13 }")))
                .containsExactly("s.yaml:2:33: landscape.n: 13: is unlucky; another number");
        assertThat(said(on("{ is: desk-heavy, n: 14 }")))
                .containsExactly(
                        "s.yaml:2:12: landscape: desk-heavy cannot be planned: a number that cannot be computed: no"
                                + " luck either");
    }

    @Test
    void mistakesOfAllSectionsAtOnce() {
        String text = """
            study: Aging!
            landscpae: { is: pspin }
            landscape: { is: pspni, n: 2 }
            dynamics: { is: langevin, temperature: -1, dt: [0.01, x] }
            protocol: quench
            observe: [energy, corelation]
            replicas: 0
            seed: [1, 1, -2]
            figures: [{ y: e }]
            findings: [{ id: A, text: a, quantity: e }]
            """;
        assertThat(said(text))
                .containsExactly(
                        "s.yaml:1:8: study: \"Aging!\" is not a name; lower-case letters, digits and dashes, at most"
                                + " 61",
                        "s.yaml:2:1: landscpae: unknown; did you mean landscape? known are study, extends, size,"
                            + " about, folder, with, landscape, dynamics, protocol, start, cases, replicas, observe,"
                            + " theory, analyse, figures, findings, seed, refine, refined, sizes",
                        "s.yaml:3:18: landscape: there is no landscape \"pspni\"; did you mean pspin? known are "
                                + String.join(", ", landscapes()),
                        "s.yaml:4:40: dynamics.temperature: -1 is out of range; must be >= 0 J and finite",
                        "s.yaml:4:55: dynamics.dt: \"x\" is not a number; must be > 0 1/J and finite",
                        "s.yaml:6:19: observe.corelation: there is no observable \"corelation\"; did you mean"
                                + " correlation? known are "
                                + String.join(", ", observables()),
                        "s.yaml:7:11: replicas: 0 is out of range; must lie in [1, 4096]",
                        "s.yaml:8:7: seed: 1 stands twice; each seed once",
                        "s.yaml:8:14: seed: -2 is out of range; must be >= 0",
                        "s.yaml:9:11: figures.0.name: is missing; name of the figure's file: must be text",
                        "s.yaml:10:18: findings.A.id: \"A\": is not an identifier; lower-case words with dashes,"
                                + " or one capital letter for a symbol, joined by dots");
    }

    private static List<String> landscapes() {
        return Desk.CATALOGUE.names("landscape");
    }

    private static List<String> observables() {
        return Desk.CATALOGUE.names("observable");
    }

    @Test
    void sectionsThatAreMissing() {
        assertThat(said("study: a\nobserve: energy\nprotocol: quench\nlandscape: pspin\n"))
                .containsExactly("s.yaml:1:1: dynamics: has no value; known are "
                        + String.join(", ", Desk.CATALOGUE.names("dynamics")));
        assertThat(said("study: a\nobserve: []\nprotocol: quench\nlandscape: pspin\ndynamics: langevin"))
                .containsExactly(
                        "s.yaml:2:10: observe: lists no observable; known are " + String.join(", ", observables()));
        assertThat(said("just text"))
                .containsExactly(
                        "s.yaml:1:1: study: must be a block of keys, is a single value; see a bundled study for an"
                                + " example");
        assertThat(said(""))
                .containsExactly("s.yaml:1:1: study: the file is empty; see a bundled study for an example");
    }

    @Test
    void namesOfAnotherKind() {
        assertThat(said(study("langevin", "langevin", QUENCH, "energy")))
                .containsExactly(
                        "s.yaml:2:12: landscape: there is no landscape \"langevin\": it is a dynamics; known are "
                                + String.join(", ", landscapes()));
    }

    @Test
    void tooManyPoints() {
        assertThat(said(on("{ is: pspin, n: 8..200 }") + "seed: 1..1000"))
                .containsExactly(
                        "s.yaml:1:1: study: makes 193000 points; at most 100000 in one study: shorten a sweep");
        assertThat(said(on("{ is: pspin, n: 8..200, planted: 1..1000 }")))
                .containsExactly(
                        "s.yaml:2:45: landscape: makes 193000 combinations; at most 100000 points in one study");
    }

    @Test
    void emptyLists() {
        assertThat(said(on("{ is: pspin, n: [] }")))
                .containsExactly(
                        "s.yaml:2:28: landscape.n: lists no value; must be a whole number, or a list of them for a"
                                + " sweep");
        assertThat(said(on("[]")))
                .containsExactly(
                        "s.yaml:2:12: landscape: lists no alternative; must be a landscape, by its name or as { is:"
                                + " NAME, ... }, or a list of them");
    }

    @Test
    void figuresOfWhatNobodyMeasures() {
        assertThat(said(on(SPIN)
                        + "figures: [{ name: f, y: chi, x: C, overlay: [nothing] }, { name: f, y: e,"
                        + " x: tw, curves: temprature, panels: n }]"))
                .containsExactly(
                        "s.yaml:6:25: figures.f.y: nobody measures \"chi\" here; add response to observe",
                        "s.yaml:6:45: figures.f.overlay: there is no theory \"nothing\" in this study; there are none",
                        "s.yaml:6:66: figures.f.name: is the name of another figure; each its own",
                        "s.yaml:6:78: figures.f.x: nothing here is called \"tw\"; did you mean t? known are t",
                        "s.yaml:6:90: figures.f.curves: nothing here is called \"temprature\"; known are t");
    }

    @Test
    void ambiguousNames() {
        assertThat(said(study(
                        SPIN,
                        "langevin",
                        "anneal",
                        "energy",
                        "figures: [{ name: f, y: e, curves: seed, panels: dt }, { name: g, y: e,"
                                + " curves: precisoin }]")))
                .containsExactly(
                        "s.yaml:6:36: figures.f.curves: seed numbers samples, over which is averaged; another"
                                + " parameter",
                        "s.yaml:6:81: figures.g.curves: nothing here is called \"precisoin\"; known are t");
        assertThat(said(study(
                        "[pspin, desk-heavy]",
                        "langevin",
                        "quench",
                        "energy",
                        "figures: [{ name: f, y: e, curves: word }]")))
                .isEmpty();
        assertThat(said(study(
                        "desk-heavy",
                        "langevin",
                        "{ is: anneal, per-decade: 2 }",
                        "[energy]",
                        "figures: [{ name: f, y: e, curves: is }]")))
                .containsExactly("s.yaml:6:36: figures.f.curves: nothing here is called \"is\"; known are t");
    }

    @Test
    void findingsThatCannotBeComputed() {
        String findings = """
            theory: [short-time]
            findings:
              - { id: a, text: a, quantity: C, at: { t: 1 } }
              - { id: b, text: b, quantity: e }
              - { id: c, text: c, quantity: e, at: { t: 1, tw: 2 }, theory: annealed-energy }
              - { id: c, text: c, quantity: e, at: { t: 1 }, minus: { at: { tw: 2 } } }
              - { id: d, text: d, quantity: e, at: { t: 1 }, theory: short-time, reference: { value: 1, source: x } }
            """;
        assertThat(said(on(SPIN) + findings))
                .containsExactly(
                        "s.yaml:8:33: findings.a.quantity: nobody measures \"C\" here; add correlation to observe",
                        "s.yaml:9:5: findings.b.at.t: is missing; e depends on t",
                        "s.yaml:10:40: findings.c.at.tw: is not an axis of e; its axes are t",
                        "s.yaml:10:65: findings.c.theory: there is no theory \"annealed-energy\" in this study; known"
                                + " are short-time",
                        "s.yaml:11:11: findings.c.id: is the id of another finding; each its own",
                        "s.yaml:11:57: findings.c.minus.tw: is not an axis of e; its axes are t",
                        "s.yaml:12:58: findings.d.theory: short-time: stands beside a reference; one of the two");
    }

    @Test
    void theoriesThatRefuse() {
        assertThat(said(study(SPIN, "langevin", QUENCH, "energy", "theory: p2-gradient-flow")))
                .singleElement()
                .asString()
                .startsWith("s.yaml:6:9: theory.p2-gradient-flow.");
        assertThat(said(study(SPIN, "langevin", QUENCH, "energy", "theory: [anealed-energy]")))
                .containsExactly(
                        "s.yaml:6:10: theory.anealed-energy: there is no theory \"anealed-energy\"; did you mean"
                                + " annealed-energy? known are "
                                + String.join(", ", Desk.CATALOGUE.names("theory")));
    }

    @Test
    void badFigures() {
        assertThat(said(on(SPIN)
                        + "figures: [{ name: ../f, y: e }, { name: g, y: e, x-scale: log, x-range: [0,"
                        + " 1] }, { name: h, y: e, y-range: [2, 1], columns: 99 }]"))
                .containsExactly(
                        "s.yaml:6:19: figures.../f.name: \"../f\": is not good for a file name; letters, digits, dots"
                                + " and dashes",
                        "s.yaml:6:73: figures.g.x-range: [0.0, 1.0]: reaches 0 on a logarithmic axis; low > 0",
                        "s.yaml:6:126: figures.h.columns: 99 is out of range; must lie in [0, 12]");
    }
}
