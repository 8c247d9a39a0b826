package rugged.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rugged.study.CatalogueStudies;
import rugged.study.Numerics;
import rugged.study.Plan;

/** The pictures of the documentation are those of the studies as they are, or the list beside them says that they are older. */
class ImagesTest {
    private static final Path FOLDER = Path.of(System.getProperty("rugged.root", ".."), "docs", "images");
    private static final String NONE = "-";

    /** A line of the list. */
    private record Image(
            String picture, String study, String size, String figure, String key, String numerics, String standing) {
        /** Whether a run now would not be the run it was made from. A study whose data are not at hand cannot be compared. */
        boolean stale() {
            boolean same = numerics.equals(Numerics.VERSION)
                    && plan().map(Plan::hash).filter(key::equals).isPresent();
            return !same;
        }

        Optional<Plan> plan() {
            return CatalogueStudies.plan(study, size);
        }
    }

    private static List<Image> images() throws IOException {
        List<Image> images = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("images.tsv"))) {
            if (line.startsWith("#")) continue;
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(7);
            images.add(new Image(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));
        }
        return images;
    }

    @Test
    void everyPictureIsInTheList() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> pictures = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg") || name.endsWith(".png"))
                    .toList();
            assertThat(images()).extracting(Image::picture).containsExactlyInAnyOrderElementsOf(pictures);
        }
    }

    @Test
    void everyPictureIsAFigureOfItsStudy() throws IOException {
        for (Image image : images()) {
            if (image.study.equals(NONE)) continue;
            assertThat(CatalogueStudies.has(image.study)).as(image.picture).isTrue();
            image.plan()
                    .ifPresent(plan -> assertThat(plan.figures().stream().map(figure -> figure.name()))
                            .as(image.picture)
                            .contains(image.figure));
        }
    }

    @Test
    void theListSaysWhichAreOlder() throws IOException {
        List<String> stale = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Image image : images()) {
            if (image.study.equals(NONE)) continue;
            if (image.stale()) stale.add(image.picture);
            if (!image.standing.equals("made")) said.add(image.picture);
        }
        assertThat(said)
                .as("docs/images: the studies of these pictures have changed since they were made; docs/images/remake"
                        + " makes them anew, docs/images/remake --stale only marks them")
                .containsExactlyElementsOf(stale);
    }
}
