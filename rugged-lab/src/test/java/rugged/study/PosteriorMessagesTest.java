package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.params.Catalogue;
import rugged.study.read.Request;

/** What users of posteriors read while planning. */
class PosteriorMessagesTest {
    private static final String SAMPLER = "{ is: hamiltonian-monte-carlo, temperature: 1 }";

    private static Checked checked(String landscape, String dynamics, String more) {
        String text = String.join(
                "\n",
                "study: own",
                "landscape: { is: posterior" + landscape + " }",
                "dynamics: " + dynamics,
                "protocol: { is: even-times, until: 4, observations: 4 }",
                "observe: [{ is: predictions, from: 2 }]",
                "theory: [kernel-renormalisation, infinite-width]",
                more);
        return Planner.check(Request.of("own.yaml", text), Catalogue.standard(), Desk.MACHINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loss-temperature: -1 | loss-temperature: -1 is out of range; must be >= 0 and finite",
                "loss-temperature: 0 | loss-temperature: 0: leaves networks that fit exactly and nothing to sample",
                "lambda0: 0 | lambda0: 0 is out of range; must be > 0 and finite",
                "lambda1: -2 | lambda1: -2 is out of range; must be > 0 and finite",
                "layers: [0] | layers: 0 is out of range; must be >= 1",
                "layers: [] | without a hidden layer there is no width",
                "activation: swish | known are erf, relu, linear, tanh",
                "data: strokes | squared errors of one output need +1 and -1 or values",
                "data: { is: class-pair, first: 3, second: 3 } | is the first class again",
                "data: { is: class-pair, second: 12 } | there are 10 classes; 0 to 9",
                "data: { is: class-pair, patterns: 9000 } | the data they are taken from hold only 2000",
                "data: { is: class-pair, of: { is: strokes, labels: parity } } | have no classes to choose from",
                "data: { is: class-pair, of: { is: strokes, patterns: 100 }, patterns: 90 } | examples are of class 0"
                        + " or 1"
            })
    void mistakesAreSaidAtTheirPlace(String mistake, String said) {
        assertThat(checked(", " + mistake, SAMPLER, "").said())
                .startsWith("own.yaml:2:")
                .contains(said);
    }

    @Test
    void narrowLayersAreWarnedOf() {
        assertThat(checked(", layers: [3]", SAMPLER, "").plan().orElseThrow().warnings())
                .anyMatch(warning -> warning.contains("a hidden layer of 3 units: theories for many units"));
    }

    @Test
    void otherLawsThanThePosteriorAreRefused() {
        assertThat(checked("", "hamiltonian-monte-carlo", "").said())
                .contains("temperature=0.5 samples another law; set dynamics.temperature: 1");
        assertThat(checked("", "gradient-flow", "").said()).contains("which this dynamics does not sample");
        assertThat(checked("", "posterior-gibbs", "").said())
                .contains("as a linear Bayesian network of one hidden layer");
        assertThat(checked(", activation: linear", "posterior-gibbs", "").said())
                .isEmpty();
    }

    /** Theories stand beside all seeds. */
    @Test
    void dataThatFollowTheSeedAreWarnedOfWhereATheoryTakesThemOver() {
        String drawn = ", data: { is: random, patterns: 20, width: 8 }";
        List<String> warnings = List.copyOf(
                checked(drawn, SAMPLER, "seed: 1..3").plan().orElseThrow().warnings());
        assertThat(warnings)
                .anyMatch(warning -> warning.contains(
                        "theory kernel-renormalisation takes over data that follow the seed, and is solved for the"
                                + " first seed only"));
        String fixed = ", data: { is: random, patterns: 20, width: 8, seed: 1 }";
        assertThat(checked(fixed, SAMPLER, "seed: 1..3").plan().orElseThrow().warnings())
                .noneMatch(warning -> warning.contains("follow the seed"));
    }
}
