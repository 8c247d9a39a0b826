package rugged.run.refine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.study.Refinement;

/**
 * Which places a grid in one plane lacks: a function of the answers at those that it has, so that it says the same whoever asks, when, and from how many threads the answers came. Tiles are looked at from the grid's own to the finest; one that is halved and whose places are all there is looked at again in its four parts. A tile
 * of which a corner has no answer is left as it is.
 */
final class TileSearch {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Refinement how;
    private final Map<Place, Answer> answers = new HashMap<>();
    private final Set<Place> planned;
    private final List<List<Place>> lacking = new ArrayList<>();

    /** A place in the plane; decimals without zeros at their end, so that equal numbers are equal places. */
    record Place(BigDecimal across, BigDecimal up) {
        Place {
            across = across.stripTrailingZeros();
            up = up.stripTrailingZeros();
        }
    }

    /** A mean over seeds; the error is NaN for one seed. */
    record Answer(double mean, double error) {}

    private record Tile(BigDecimal left, BigDecimal right, BigDecimal low, BigDecimal high) {
        List<Place> corners() {
            return List.of(new Place(left, low), new Place(right, low), new Place(right, high), new Place(left, high));
        }

        BigDecimal middle() {
            return left.add(right).divide(TWO);
        }

        BigDecimal half() {
            return low.add(high).divide(TWO);
        }

        List<Place> between() {
            return List.of(
                    new Place(middle(), low),
                    new Place(left, half()),
                    new Place(middle(), half()),
                    new Place(right, half()),
                    new Place(middle(), high));
        }

        List<Tile> parts() {
            return List.of(
                    new Tile(left, middle(), low, half()),
                    new Tile(middle(), right, low, half()),
                    new Tile(left, middle(), half(), high),
                    new Tile(middle(), right, half(), high));
        }
    }

    /**
     * @param planned places that there are, with an answer or without
     * @param answers at those that have one
     */
    TileSearch(Refinement how, Set<Place> planned, Map<Place, Answer> answers) {
        this.how = how;
        this.planned = Set.copyOf(planned);
        this.answers.putAll(answers);
    }

    /** For each tile that is to be halved now, the places that this takes and that are not there; a place of two tiles stands with the first. */
    List<List<Place>> lacking(List<BigDecimal> across, List<BigDecimal> up) {
        lacking.clear();
        List<Tile> tiles = new ArrayList<>();
        for (int j = 1; j < up.size(); j++)
            for (int i = 1; i < across.size(); i++)
                tiles.add(new Tile(across.get(i - 1), across.get(i), up.get(j - 1), up.get(j)));
        Set<Place> asked = new LinkedHashSet<>();
        for (int level = 0; level < how.levels() && !tiles.isEmpty(); level++) {
            List<Tile> parts = new ArrayList<>();
            for (Tile tile : tiles) {
                if (!changes(tile)) continue;
                List<Place> own = tile.between().stream()
                        .filter(place -> !planned.contains(place) && asked.add(place))
                        .toList();
                if (!own.isEmpty()) lacking.add(own);
                parts.addAll(tile.parts());
            }
            if (!lacking.isEmpty()) break;
            tiles = parts;
        }
        return List.copyOf(lacking);
    }

    private boolean changes(Tile tile) {
        List<Answer> corners = new ArrayList<>();
        for (Place corner : tile.corners())
            Optional.ofNullable(answers.get(corner))
                    .filter(answer -> Double.isFinite(answer.mean))
                    .ifPresent(corners::add);
        if (corners.size() < 4) return false;
        return switch (how.where()) {
            case CONTOUR -> passed(corners, how.value().orElseThrow());
            case CHANGE -> differ(corners);
        };
    }

    private boolean passed(List<Answer> corners, double value) {
        boolean above = false;
        boolean below = false;
        for (Answer corner : corners) {
            double within = how.errors() * spread(corner);
            above |= corner.mean + within >= value;
            below |= corner.mean - within <= value;
        }
        return above && below;
    }

    private boolean differ(List<Answer> corners) {
        for (int i = 0; i < corners.size(); i++)
            for (int j = 0; j < i; j++) {
                double difference = Math.abs(corners.get(i).mean - corners.get(j).mean);
                if (difference > how.errors() * Math.hypot(spread(corners.get(i)), spread(corners.get(j)))) return true;
            }
        return false;
    }

    /** One seed says nothing of its error: it is taken at its word. */
    private static double spread(Answer answer) {
        return Double.isFinite(answer.error) ? answer.error : 0.0;
    }
}
