package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.cli.text.Exit;
import rugged.params.Catalogue;
import rugged.params.Parameter;

/** What the help of each theory offers is taken by it, and nothing else is. */
class TheoryCommandTest {
    private record Said(int code, String out, String err) {}

    private static Said theory(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] line = Stream.concat(Stream.of("theory"), Stream.of(arguments)).toArray(String[]::new);
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), line);
        return new Said(code, out.toString(), err.toString());
    }

    static List<Catalogue.Entry> theories() {
        return Catalogue.standard().entries("theory");
    }

    @ParameterizedTest
    @MethodSource("theories")
    void takesTheTimesAndAgesThatItsHelpOffers(Catalogue.Entry entry) {
        String name = entry.name();
        String help = theory(name, "--help").out();
        for (Parameter parameter : entry.schema().parameters()) assertThat(help).contains("\n  " + parameter.key());
        for (String key : List.of("times", "tw")) {
            boolean offered = help.contains("\n  " + key + " ");
            Said said = theory(name, "--set", "times=1,2", "--set", key + "=1", "--json");
            if (key.equals("times")) said = theory(name, "--set", "times=1,2", "--json");
            boolean refused = said.code() == Exit.WRONG_INPUT;
            assertThat(refused).as(name + " " + key + ": " + said.err()).isEqualTo(!offered);
            if (refused)
                assertThat(said.err())
                        .contains("has no quantity that depends on")
                        .doesNotContain("\tat ");
        }
    }

    @Test
    void agesGivePairsOfTimesAlsoWhereTheTheoryHasTimesOfItsOwn() {
        Said said =
                theory("chsck", "--set", "times=4", "--set", "tw=1", "--set", "halves=false", "--set", "certify=false");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).containsPattern("(?m)^ *t +tw +C\\n *1 +1 +1.0\\n *4 +1 +0\\.\\d+");
    }

    @Test
    void whatTakesTooMuchMemoryIsRefusedWithWhatFits() {
        Said said = theory("learning-process", "--set", "trajectories=1e7", "--set", "steps=2000");
        assertThat(said.code()).isEqualTo(Exit.WRONG_INPUT);
        assertThat(said.err())
                .containsPattern("--set: learning-process: needs .* of memory while it is solved; .* can be used;"
                        + " trajectories = \\d+ fits");
    }

    @Test
    void helpWithoutANameIsTheUsual() {
        assertThat(theory("--help").out()).contains("Solves a theory alone").doesNotContain("takes, each by");
        assertThat(theory("no-theory", "--help").out()).doesNotContain("takes, each by");
    }
}
