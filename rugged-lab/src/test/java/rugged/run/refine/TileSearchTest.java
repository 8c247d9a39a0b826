package rugged.run.refine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import rugged.run.refine.TileSearch.Answer;
import rugged.run.refine.TileSearch.Place;
import rugged.study.Refinement;
import rugged.study.Refinement.Where;

/** A grid of 5 by 5 places, whose answer is a function of the place. */
class TileSearchTest {
    private static final List<BigDecimal> GRID =
            List.of("0", "1", "2", "3", "4").stream().map(BigDecimal::new).toList();

    private static Refinement how(Where where, int levels, double errors) {
        Optional<Double> value = where == Where.CONTOUR ? Optional.of(0.0) : Optional.empty();
        return new Refinement(where, "q", List.of("a", "b"), value, levels, errors, 1000);
    }

    private static Set<Place> grid() {
        Set<Place> places = new HashSet<>();
        for (BigDecimal a : GRID) for (BigDecimal b : GRID) places.add(new Place(a, b));
        return places;
    }

    private static Map<Place, Answer> answers(Set<Place> places, ToDoubleBiFunction<Double, Double> f, double error) {
        Map<Place, Answer> answers = new HashMap<>();
        for (Place place : places) {
            double mean =
                    f.applyAsDouble(place.across().doubleValue(), place.up().doubleValue());
            answers.put(place, new Answer(mean, error));
        }
        return answers;
    }

    /** Adds what is lacking until nothing is; the number of rounds. */
    private static int grow(Refinement how, Set<Place> places, ToDoubleBiFunction<Double, Double> f) {
        int rounds = 0;
        while (true) {
            List<List<Place>> more = new TileSearch(how, places, answers(places, f, 0.0)).lacking(GRID, GRID);
            if (more.isEmpty()) return rounds;
            more.forEach(places::addAll);
            rounds++;
        }
    }

    @Test
    void placesComeAlongTheContourAlone() {
        Set<Place> places = grid();
        int rounds = grow(how(Where.CONTOUR, 3, 0.0), places, (a, b) -> a + b - 4.3);
        assertThat(rounds).isEqualTo(3);
        Set<Place> old = grid();
        for (Place place : places)
            if (!old.contains(place)) {
                // no corner of a tile that the contour passes is further from it than the diagonal of a tile of the
                // grid
                double off = Math.abs(place.across().add(place.up()).doubleValue() - 4.3);
                assertThat(off).isLessThanOrEqualTo(2.0);
            }
        // the finest tiles along the contour have a side of 1/8
        assertThat(places).contains(new Place(new BigDecimal("2.125"), new BigDecimal("2.125")));
        assertThat(places.size()).isLessThan(33 * 33 / 2);
    }

    @Test
    void whatIsAddedDoesNotDependOnHowManyRoundsWereInterrupted() {
        Set<Place> once = grid();
        grow(how(Where.CONTOUR, 2, 0.0), once, (a, b) -> a * a + b * b - 5);
        Set<Place> again = new HashSet<>(once);
        assertThat(grow(how(Where.CONTOUR, 2, 0.0), again, (a, b) -> a * a + b * b - 5))
                .isZero();
        Set<Place> further = new HashSet<>(once);
        grow(how(Where.CONTOUR, 3, 0.0), further, (a, b) -> a * a + b * b - 5);
        Set<Place> atOnce = grid();
        grow(how(Where.CONTOUR, 3, 0.0), atOnce, (a, b) -> a * a + b * b - 5);
        assertThat(further).isEqualTo(atOnce);
    }

    @Test
    void aCornerWithinItsErrorsMayBeOnEitherSide() {
        ToDoubleBiFunction<Double, Double> f = (a, b) -> a + b + 0.5;
        Map<Place, Answer> answers = answers(grid(), f, 0.5);
        assertThat(new TileSearch(how(Where.CONTOUR, 1, 0.9), grid(), answers).lacking(GRID, GRID))
                .isEmpty();
        List<List<Place>> more = new TileSearch(how(Where.CONTOUR, 1, 1.0), grid(), answers).lacking(GRID, GRID);
        assertThat(more).hasSize(1);
        assertThat(more.getFirst()).hasSize(5).contains(new Place(new BigDecimal("0.5"), new BigDecimal("0.50")));
    }

    @Test
    void aChangeIsADifferenceBeyondItsErrors() {
        ToDoubleBiFunction<Double, Double> step = (a, b) -> a > 2.5 ? 1.0 : 0.0;
        Map<Place, Answer> answers = answers(grid(), step, 0.5);
        // errors of a difference are larger by sqrt(2)
        assertThat(new TileSearch(how(Where.CHANGE, 1, 1.5), grid(), answers).lacking(GRID, GRID))
                .isEmpty();
        assertThat(new TileSearch(how(Where.CHANGE, 1, 1.4), grid(), answers).lacking(GRID, GRID))
                .hasSize(4);
    }

    @Test
    void aTileWithoutOneOfItsAnswersStaysAsItIs() {
        Map<Place, Answer> answers = answers(grid(), (a, b) -> a - 0.5, 0.0);
        answers.remove(new Place(BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(new TileSearch(how(Where.CONTOUR, 1, 0.0), grid(), answers).lacking(GRID, GRID))
                .hasSize(3);
    }
}
