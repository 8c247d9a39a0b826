package rugged.web.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.web.shape.run.FigureReply;
import rugged.web.shape.run.FigureReply.Splice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is answered to somebody who has a figure makes the new one of it. */
final class FigureChangeTest {
    private static JsonNode rows(List<Integer> numbers) {
        return JsonMapper.shared()
                .valueToTree(numbers.stream().map(n -> Map.of("x", n)).toList());
    }

    private static List<Object> carriedOut(JsonNode before, List<Splice> splices) {
        List<Object> rows = new ArrayList<>(before.valueStream().toList());
        for (Splice splice : splices) {
            rows.subList(splice.at(), splice.at() + splice.remove()).clear();
            rows.addAll(splice.at(), splice.rows());
        }
        return rows;
    }

    @Test
    void piecesMakeTheNewRowsOfTheOld() {
        Random random = new Random(11);
        for (int trial = 0; trial < 500; trial++) {
            List<Integer> before =
                    random.ints(random.nextInt(12), 0, 30).sorted().boxed().toList();
            List<Integer> now =
                    random.ints(random.nextInt(12), 0, 30).sorted().boxed().toList();
            if (trial % 5 == 0) now = now.reversed();
            JsonNode old = rows(before);
            JsonNode fresh = rows(now);
            List<Object> made = carriedOut(old, FigureChange.splices(old, fresh));
            assertThat(made)
                    .as("%s to %s", before, now)
                    .isEqualTo(fresh.valueStream().toList());
        }
    }

    @Test
    void whatIsAppendedIsAllThatIsSaid() {
        List<Splice> splices = FigureChange.splices(rows(List.of(1, 2, 3)), rows(List.of(1, 2, 3, 4, 5)));
        assertThat(splices).singleElement().satisfies(splice -> {
            assertThat(splice.at()).isEqualTo(3);
            assertThat(splice.remove()).isZero();
            assertThat(splice.rows()).hasSize(2);
        });
        assertThat(FigureChange.splices(rows(List.of(1, 2)), rows(List.of(1, 2))))
                .isEmpty();
    }

    @Test
    void anotherLayoutIsToldWhole() {
        JsonNode before = JsonMapper.shared().readTree("{\"datasets\": {\"a\": []}, \"concat\": [1]}");
        JsonNode now = JsonMapper.shared().readTree("{\"datasets\": {\"a\": [{\"x\": 1}]}, \"concat\": [2]}");
        assertThat(FigureChange.of(before, now, "v").change()).isEqualTo("whole");
        JsonNode grown = JsonMapper.shared().readTree("{\"datasets\": {\"a\": [{\"x\": 1}]}, \"concat\": [1]}");
        FigureReply rows = FigureChange.of(before, grown, "v");
        assertThat(rows.change()).isEqualTo("rows");
        assertThat(rows.datasets()).containsOnlyKeys("a");
    }
}
