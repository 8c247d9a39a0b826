package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.cli.text.Exit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Theories by the names that scripts have for their parameters and quantities: numbers without axes, beside reference values. */
class ContractTheoriesTest {
    private record Said(int code, String out, String err) {}

    private static Said theory(String name, String settings) {
        List<String> words = new ArrayList<>(List.of("theory", name, "--json"));
        for (String setting : settings.split(" ")) if (!setting.isEmpty()) words.addAll(List.of("--set", setting));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    private static JsonNode solved(String name, String settings) {
        Said said = theory(name, settings);
        assertThat(said.code()).as(name + " " + settings + ": " + said.err()).isZero();
        return JsonMapper.shared().readTree(said.out());
    }

    private static Stream<JsonNode> lines(JsonNode answer, String name) {
        return answer.path("quantities")
                .valueStream()
                .filter(line -> line.path("name").asString().equals(name));
    }

    /** The line of a quantity without axes. */
    private static JsonNode number(JsonNode answer, String name) {
        List<JsonNode> found =
                lines(answer, name).filter(line -> line.path("axes").isEmpty()).toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst().path("value");
    }

    /** The value of a quantity at a time. */
    private static double at(JsonNode answer, String name, double time) {
        return lines(answer, name)
                .filter(line -> line.path("axes").path("t").asDouble(Double.NaN) == time)
                .findFirst()
                .orElseThrow()
                .path("value")
                .asDouble(Double.NaN);
    }

    /** Each {@code name=value~tolerance}, or {@code name=null}. */
    private static void assertNumbers(JsonNode answer, String expected) {
        for (String each : expected.split(" ")) {
            String[] sides = each.split("=");
            JsonNode value = number(answer, sides[0]);
            if (sides[1].equals("null")) {
                assertThat(value.isNull()).as(each + " is " + value).isTrue();
                continue;
            }
            String[] numbers = sides[1].split("~");
            assertThat(value.asDouble(Double.NaN))
                    .as(sides[0])
                    .isCloseTo(Double.parseDouble(numbers[0]), within(Double.parseDouble(numbers[1])));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        perceptron-jamming | sigma=0.5 alpha=1.5 | e=0.0310544~1e-6 c=1.0371937~1e-6 m=0.0422981~1e-6 alpha_J=0.96120505~1e-7 c_J=0.66463721~1e-7 edge_low=0.0426~1e-4 isolated=0~0 q=null replicon=null alpha_AT=null
        perceptron-jamming | sigma=1 alpha=1 | e=0.0750089~1e-6 isolated=0.1586553~1e-6 edge_high=3.8283~1e-3
        perceptron-jamming | sigma=0 alpha=1 | q=0.5853119~1e-6 replicon=0.3975413~1e-6 sigma_J=0.4706554~1e-6 e=null alpha_J=2~1e-9
        perceptron-jamming | sigma=-0.5 | alpha_AT=3.9507013~1e-5 q_AT=0.8959227~1e-5
        ellipse-contact | a=[1,0.5,0] b=[1,0.5,1.5707963267948966] r=[2,0] | F=1.7777777777777~1e-12 contact=1.5~1e-12 contact_gb=1.5811388300841898~1e-12
        ellipse-contact | a=[1,0.5,0.3] b=[1,0.5,1.1] r=[1.2,0.7] | F=0.577375394935~1e-9 contact=1.82830867~1e-7 contact_gb=1.84445631~1e-7 dF_x=0.8513157697~1e-9 dF_y=0.1902455231~1e-9 dF_a=0.0397647501~1e-9 dF_b=0.3278616610~1e-9
        ellipse-contact | a=[1,1,0] b=[3,3,0] r=[0,5] | F=1.5625~1e-12 l=0.25~1e-9
        sk | temperature=0.5 scheme=rs | q=0.5303684~1e-6 f=-0.7923929~1e-6 AT=1.362673~1e-6 h_AT=0.569934~1e-5 q_max=0.5303684~1e-6
        sk | temperature=1.25 scheme=full | q=0~1e-9 u=-0.4~1e-9 h_AT=0~0
        sk | temperature=0.8 scheme=rs | h_AT=0.117581~1e-5
        sk | temperature=0.2 scheme=rs | q=0.8279747~1e-6 f=-0.7772413~1e-6
        bipartite-sk | kappa=2 temperature=0.5 fields=[0,0] scheme=rs | q1=0.6120916~1e-6 q2=0.4312094~1e-6 f=-0.7062799~1e-6 u=-0.5888483~1e-6 h_AT=0.528763~1e-5
        bipartite-sk | kappa=2 temperature=0.3 scheme=rs | q1=0.7957718~1e-6 q2_max=0.6504080~1e-6 f=-0.6726682~1e-6
        binary-perceptron | rule=storage alpha=0.6 kappa=0 beta=inf | phi=0.227785~1e-5 q=0.391050~1e-5 lambda_AT=0.300861~1e-5 alpha_c=0.833079~1e-5 alpha_AT=1.014654~1e-5 e=0~0 eps_Bayes=null
        binary-perceptron | rule=storage alpha=1 beta=1 | q=0.112797~1e-5 phi=0.309131~1e-5 e=0.282577~1e-5 s=0.591708~1e-5 alpha_c=null
        binary-perceptron | rule=teacher alpha=0.8 | q=0.454821~1e-5 s=0.205307~1e-5 eps_Gibbs=0.349703~1e-5 alpha_c=1.244684~1e-5 alpha_spinodal=1.49263~1e-4
        binary-perceptron | rule=symmetric kappa=1 alpha=0.5 | q=0~0 alpha_c=1.815875~1e-6
        active-paths | p=3 alpha=1.5 rho=0.8 temperature=0 | gamma_d=0.818469~1e-6 x_d=0.715332~1e-6 gamma_s=0.917935~1e-6 rho_d=0.738679~1e-6 rho_s=0.782277~1e-6 core_weights=0.6835~1e-4 core_paths=0.7137~1e-4 phi=null
        active-paths | p=5 gamma=1.5 temperature=1 couplings=gauss | gamma_d=0.701780~1e-6 gamma_s=0.992438~1e-6 m=null Sigma=null
        state-evolution | loss=ridge alpha=2 decay=1 | m=0.467390~1e-5 q=0.316333~1e-5 V=0.41421356~1e-7 eps_g=0.187763~1e-5 loss=0.142622~1e-5
        state-evolution | loss=logistic alpha=3 decay=0.1 | m=2.171495~1e-5 q=5.730814~1e-5 V=2.987763~1e-5 eps_g=0.138298~1e-5
        state-evolution | loss=hinge alpha=2 decay=1 | eps_g=0.2018850~1e-6
        max-margin | alpha=1 | R=0.671358~1e-5 margin=0.786550~1e-5 eps_g=0.265711~1e-5
        max-margin | alpha=3 | R=0.900998~1e-5 margin=0.317765~1e-5 eps_g=0.142836~1e-5
        bayes-optimal | model=perceptron alpha=1 | q=0.486264~1e-5 eps_Bayes=0.254373~1e-5 eps_Gibbs=0.338359~1e-5 q11=null
        bayes-optimal | model=perceptron alpha=3 start=informed | q=0.842606~1e-5 eps_Bayes=0.129855~1e-5
        bayes-optimal | model=phase-retrieval alpha=0.8 | q=0.2162~5e-4
        bayes-optimal | model=committee alpha=3 | q11=0.65292~1e-4 q12=0.16146~1e-4 q=null
        weight-decay | hidden=2 gamma=0.5 size=20 | Q=1.26218~1e-4 C=-0.16550~1e-4 R=0.48452~1e-4 S=0.48452~1e-4 eps_g=0.0391693~1e-6 A_specialisation=51.889~0.01 A_length=null
        weight-decay | hidden=2 gamma=0.5 size=120 | Q=0.95513~1e-4 R=0.86913~1e-4 S=0.10565~1e-4 eps_g=0.008479~1e-5
        kernel-renormalisation | alpha=2 temperature=0 kernel=identity norm=3 | Qbar=2~1e-9
        kernel-renormalisation | alpha=1 temperature=0.1 kernel=identity norm=2 | Qbar=1.351688~1e-5
        kernel-renormalisation | alpha=1 temperature=0.1 eigenvalues=[1,1,1] targets=[3,2,1] | Qbar=1.351688~1e-5
        kernel-renormalisation | alpha=0.8 temperature=0 kernel=identity norm=3 depth=3 activation=linear | u=1.297846~1e-5
        kernel-renormalisation | alpha=0.8 temperature=0 kernel=identity norm=3 depth=2 activation=linear | u=1.408962~1e-5 Qbar=1.985174~1e-5
        infinite-width | activation=relu normalised=true depth=1 cosine=0.5 | NNGP=0.60899778~1e-8 NTK=0.94233111~1e-8
        infinite-width | activation=relu normalised=true depth=3 cosine=0.9 | NNGP=0.92485090~1e-8 NTK=2.98569319~1e-8
        infinite-width | activation=relu normalised=true depth=3 cosine=-1 | NTK=0.68570864~1e-8
        infinite-width | activation=relu normalised=true depth=2 cosine=1 | NNGP=1~1e-12 NTK=3~1e-12
        infinite-width | activation=erf normalised=false depth=2 cosine=0.5 | NNGP=0.14401659~1e-8 NTK=0.44297996~1e-8
        infinite-width | activation=erf normalised=false depth=1 cosine=1 | NNGP=0.46455905~1e-8 NTK=1.03396909~1e-8
        """)
    void numbersStandWithoutAxes(String name, String settings, String expected) {
        assertNumbers(solved(name, settings == null ? "" : settings), expected);
    }

    @Test
    void spinGlassesBreakFully() {
        assertNumbers(
                solved("sk", "temperature=0.5 scheme=full layers=40"),
                "f=-0.7912~1e-4 u=-0.71146~1e-4 q_max=0.645~8e-3 q=0.5~1e-3 AT=1.362673~1e-6");
        assertNumbers(
                solved("bipartite-sk", "kappa=2 temperature=0.5 scheme=full layers=24"),
                "f=-0.7055~5e-4 u=-0.5838~5e-4");
        assertNumbers(
                solved("bipartite-sk", "kappa=1 temperature=0.8 scheme=full"), "f=-0.865118~1e-5 u=-0.59745~1e-5");
    }

    /** The glass of planted paths: the liquid's entropy, the overlap and the complexity within the noise of populations. */
    @Tag("slow")
    @Test
    void pathsHaveAGlass() {
        assertNumbers(
                solved("active-paths", "p=3 gamma=1 temperature=0.5 population=40000"), "s=0.0901~1e-4 m=0.8532~3e-3");
        assertNumbers(solved("active-paths", "p=3 gamma=1 temperature=0.48"), "Sigma=0.0106~0.004");
        assertNumbers(solved("active-paths", "p=3 gamma=1 temperature=0.7"), "m=0~0.05 Sigma=null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rule=hebb updates=batch alpha=0.5 times=2 | 11.54648 | 1.595769 | 0.046229 | 0.344391 | 1e-5
        rule=hebb updates=on-line alpha=1 times=2 | 9.54648 | 1.595769 | 0.148708 | 0.327244 | 1e-5
        """)
    void learningCurvesStandAtTheirTimes(
            String settings, double length, double overlap, double training, double generalisation, double tolerance) {
        JsonNode answer = solved("restricted-sets", settings);
        String[] names = {"Q", "R", "E_t", "E_g"};
        double[] expected = {length, overlap, training, generalisation};
        for (int i = 0; i < names.length; i++) {
            assertThat(at(answer, names[i], 2.0)).as(names[i]).isCloseTo(expected[i], within(tolerance));
        }
    }

    @Test
    void otherRulesAreClosed() {
        JsonNode answer = solved("restricted-sets", "rule=perceptron updates=on-line alpha=1 level=1 times=2");
        assertThat(at(answer, "E_t", 2.0)).isCloseTo(0.1305, within(0.003));
        assertThat(at(answer, "E_g", 2.0)).isCloseTo(0.3715, within(0.003));
    }

    @Test
    void completeSetsAreThoseOfInfiniteAlpha() {
        JsonNode answer = solved("restricted-sets", "rule=perceptron alpha=inf times=10");
        assertThat(at(answer, "E_g", 10.0)).isCloseTo(0.1253, within(2e-4));
    }

    /** Long students and short ones at one A, and where equilibrium passes from these to those. */
    @Test
    void minimaAreListedByBranch() {
        JsonNode answer = solved("weight-decay", "hidden=2 gamma=0.002 size=37");
        assertNumbers(answer, "A_length=35.324~0.01");
        List<JsonNode> lengths = lines(answer, "Q")
                .filter(line -> line.path("axes").has("branch"))
                .toList();
        assertThat(lengths).hasSizeGreaterThan(1);
        assertThat(lengths.getFirst().path("value").asDouble())
                .isEqualTo(number(answer, "Q").asDouble());
        List<Double> energies = lines(answer, "f")
                .filter(line -> line.path("axes").has("branch"))
                .map(line -> line.path("value").asDouble())
                .toList();
        assertThat(energies).isSorted();
        assertThat(lengths.getLast().path("value").asDouble()).isGreaterThan(100.0);
    }

    @Test
    void learningTheoriesStandAtTheirTimesWithErrors() {
        JsonNode ridge = solved(
                "learning-ridge", "dynamics=descent alpha=2 noise=0.5 decay=0.1 start=1 learning-rate=0.05 times=1,2");
        for (String name : List.of("train", "test", "C", "M"))
            assertThat(lines(ridge, name)
                            .map(line -> line.path("axes").path("t").asDouble()))
                    .contains(1.0, 2.0);
        for (String name : List.of("C2", "R"))
            assertThat(lines(ridge, name).allMatch(line -> line.path("axes").has("tw")))
                    .isTrue();
        JsonNode process = solved("learning-process", "trajectories=1000 sweeps=3 times=1,2");
        for (String name : List.of("loss", "error_train", "error_test", "C", "M"))
            assertThat(lines(process, name).map(line -> line.path("error").asDouble(Double.NaN)))
                    .as(name)
                    .hasSizeGreaterThan(1)
                    .allMatch(Double::isFinite);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        binary-perceptron | kappa=0 margin=0 | is another name of margin, which is given as well
        perceptron-jamming | sigma=wide | "wide" is not a number
        active-paths | rho=0.5 gamma=1 | one of them
        ellipse-contact | a=[1,2,0] | is no ellipse
        ellipse-contact | r=[0,0] | is no way from one centre to another
        bipartite-sk | fields=[1] | two numbers
        kernel-renormalisation | eigenvalues=[1,2] targets=[1] | one square for each eigenvalue
        kernel-renormalisation | kernel=identity depth=2 | activation: linear
        sk | temperature=0.01 scheme=full | is no temperature of this theory
        infinite-width | cosine=2 | must lie in [-1, 1]
        restricted-sets | alpha=0 | must be > 0
        """)
    void wrongInputIsOneSentence(String name, String settings, String expected) {
        Said said = theory(name, settings);
        assertThat(said.code()).as(said.err()).isEqualTo(Exit.WRONG_INPUT);
        assertThat(said.err()).contains(expected).doesNotContain("\tat ");
        assertThat(said.err().strip().lines()).hasSize(1);
    }
}
