package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;
import static rugged.study.Desk.MACHINE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.model.Landscape;
import rugged.index.Collector;
import rugged.num.Streams;
import rugged.params.Catalogue;
import rugged.params.Problem;
import rugged.params.Problems;
import rugged.study.read.Companions;
import rugged.study.read.Request;

/** Landscapes of the user's own. The example of the documentation is what is tested. */
class CompanionsTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("rugged.root", ".."), "docs", "examples");

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> said(Problems problems) {
        return problems.list().stream().map(Problem::toString).toList();
    }

    private Checked check(String study, String... settings) throws IOException {
        Path file = write("own.yaml", study);
        return Planner.check(Request.of(file).set(List.of(settings)), Catalogue.standard(), MACHINE);
    }

    @Test
    void theExampleOfTheDocumentationPlansAndItsGradientIsRight() throws IOException {
        Path study = EXAMPLE.resolve("double-well-chain.yaml");
        Checked checked = Planner.check(Request.of(study), Catalogue.standard(), MACHINE);
        assertThat(checked.said()).isEmpty();
        Plan plan = checked.plan().orElseThrow();
        Landscape chain = (Landscape) plan.points().getFirst().landscape().build();
        double[] x = new double[chain.dimension()];
        chain.randomise(x, Streams.of(1).stream("test", 0));
        double[] g = new double[x.length];
        double energy = chain.energyAndGradient(x, g);
        assertThat(energy).isEqualTo(chain.energy(x));
        for (int i = 0; i < x.length; i++) {
            double h = 1e-5;
            double old = x[i];
            x[i] = old + h;
            double up = chain.energy(x);
            x[i] = old - h;
            double down = chain.energy(x);
            x[i] = old;
            assertThat(g[i]).isCloseTo((up - down) / (2 * h), org.assertj.core.data.Offset.offset(1e-8));
        }
        // the resolved study lies elsewhere and finds its companion still
        Checked resolved = Planner.check(Request.of(write("study.yaml", plan.yaml())), Catalogue.standard(), MACHINE);
        assertThat(resolved.said()).isEmpty();
        assertThat(resolved.plan().orElseThrow().hash()).isEqualTo(plan.hash());
    }

    @Test
    void pointsOfAChangedFileHaveOtherKeys() throws IOException {
        String source = Files.readString(EXAMPLE.resolve("DoubleWellChain.java"));
        String study = Files.readString(EXAMPLE.resolve("double-well-chain.yaml"));
        write("DoubleWellChain.java", source);
        Plan before = check(study).plan().orElseThrow();
        write("DoubleWellChain.java", source.replace("0.25", "0.5"));
        Plan after = check(study).plan().orElseThrow();
        assertThat(after.points().getFirst().key())
                .isNotEqualTo(before.points().getFirst().key());
        assertThat(after.hash()).isNotEqualTo(before.hash());
    }

    @Test
    void compilerErrorsCarryTheirPlace() throws IOException {
        Path file = write("Broken.java", "record Broken(int n) {\n    int twice() { return m; }\n}\n");
        Problems problems = new Problems();
        Catalogue after = Companions.catalogue(List.of(file), Catalogue.standard(), problems);
        assertThat(after.entries()).isEqualTo(Catalogue.standard().entries());
        assertThat(said(problems))
                .containsExactly(
                        file + ":2:26: java: cannot find symbol, symbol:   variable m, location: class Broken");
    }

    @Test
    void saysWhatCannotBeUsed() throws IOException {
        Problems problems = new Problems();
        Path text = write("notes.txt", "");
        Companions.catalogue(List.of(folder.resolve("none.java"), text), Catalogue.standard(), problems);
        assertThat(said(problems))
                .containsExactlyInAnyOrder(
                        folder.resolve("none.java") + ": with: there is no such file; a .java file or a .jar",
                        text + ": with: is neither source nor jar; a .java file or a .jar");

        Problems nothing = new Problems();
        Path plain = write("Plain.java", "record Plain() {}");
        Companions.catalogue(List.of(plain), Catalogue.standard(), nothing);
        assertThat(said(nothing)).containsExactly(plain + ": with: brings nothing with @Named; annotate the record");

        Problems taken = new Problems();
        Path same = write(
                "Mine.java",
                "@rugged.index.Named(value = \"random\", title = \"\") record Mine() implements rugged.api.StartSpec {"
                        + " public void place(rugged.api.model.Model m, int r, double[] x,"
                        + " java.util.random.RandomGenerator g) {} }");
        Companions.catalogue(List.of(same), Catalogue.standard(), taken);
        assertThat(said(taken))
                .containsExactly(same
                        + ": start random: the name is taken by rugged.start.RandomState; names are unique"
                        + " within a kind: choose another");

        Problems undeclared = new Problems();
        Path bare = write(
                "Bare.java",
                "@rugged.index.Named(value = \"bare\", title = \"\") record Bare(int n) implements"
                        + " rugged.api.StartSpec { public void place(rugged.api.model.Model m, int r, double[] x,"
                        + " java.util.random.RandomGenerator g) {} }");
        Companions.catalogue(List.of(bare), Catalogue.standard(), undeclared);
        assertThat(said(undeclared)).containsExactly(bare + ": bare: is not declared well: Bare.n lacks @Param");

        Problems noKind = new Problems();
        Path odd = write("Odd.java", "@rugged.index.Named(value = \"odd\", title = \"\") record Odd() {}");
        Companions.catalogue(List.of(odd), Catalogue.standard(), noKind);
        assertThat(said(noKind))
                .containsExactly(odd
                        + ": Odd: has @Named but is no record of a kind; a record that implements"
                        + " LandscapeSpec or another kind");
    }

    @Test
    void aStudyFromElsewhereBringsNoCode() throws IOException {
        Request request = Request.of(EXAMPLE.resolve("double-well-chain.yaml")).untrusted(List.of());
        Checked checked = Planner.check(request, Catalogue.standard(), MACHINE);
        assertThat(checked.problems())
                .first()
                .asString()
                .contains("with: a study from elsewhere may not bring code; run it from the command line");
    }

    @Test
    void jarsBringTheirOwnCatalogue() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path source = EXAMPLE.resolve("DoubleWellChain.java");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        "-d",
                        classes.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-processor",
                        Collector.class.getName(),
                        source.toString());
        assertThat(failed).isZero();
        Path jar = folder.resolve("chain.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        Problems problems = new Problems();
        Catalogue all = Companions.catalogue(List.of(jar), Catalogue.standard(), problems);
        assertThat(said(problems)).isEmpty();
        Catalogue.Entry entry = all.find("landscape", "double-well-chain").orElseThrow();
        assertThat(entry.origin()).isEqualTo(jar.toString());
        assertThat(entry.fingerprint()).matches("[0-9a-f]{16}");

        Problems broken = new Problems();
        Path noJar = write("no.jar", "this is text");
        Companions.catalogue(List.of(noJar), Catalogue.standard(), broken);
        assertThat(said(broken)).isNotEmpty().allMatch(line -> line.startsWith(noJar.toString()));
        assertThat(new String(Files.readAllBytes(noJar), StandardCharsets.UTF_8))
                .isEqualTo("this is text");
    }
}
