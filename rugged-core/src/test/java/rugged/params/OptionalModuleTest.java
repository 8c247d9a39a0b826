package rugged.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside the program joins it; what does not is asked for by name. */
class OptionalModuleTest {
    @TempDir
    Path folder;

    @Test
    void aNameOfAModuleThatIsNotThereSaysHowToMakeIt() {
        assertThat(Catalogue.standard().suggestion("landscape", "torchscript"))
                .contains("rugged-torch", "mvn -Dquick -Ptorch package");
        assertThat(Catalogue.standard().suggestion("dynamics", "torchscript")).doesNotContain("rugged-torch");
    }

    @Test
    void jarsOfAFolderAreSeenThatOfTheModuleFirst() throws IOException {
        jar("large.jar");
        jar("rugged-torch.jar");
        Files.writeString(folder.resolve("notes.txt"), "no jar");
        System.setProperty("rugged.torch", folder.toString());
        try {
            List<ClassLoader> loaders = OptionalModule.present(getClass().getClassLoader());
            assertThat(loaders).hasSize(1);
            URL first = loaders.getFirst().getResource("mark");
            assertThat(first).isNotNull();
            assertThat(first.toString()).contains("rugged-torch.jar");
            assertThat(loaders.getFirst().getResource("large.jar")).isNotNull();
        } finally {
            System.clearProperty("rugged.torch");
        }
        assertThat(OptionalModule.present(getClass().getClassLoader())).isEmpty();
    }

    /** A jar that holds a mark and a file of its own name. */
    private void jar(String name) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (String entry : List.of("mark", name)) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.closeEntry();
            }
        }
    }
}
