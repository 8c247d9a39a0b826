package rugged.theory.aging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.Archive;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.meanfield.Mixture;

/** What an earlier session kept saves work, and does not show. */
class AgingArchiveTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** Counts what is asked of it. */
    private static final class Kept implements Archive {
        private final Map<String, byte[]> all = new HashMap<>();
        private int found;
        private int written;

        @Override
        public Optional<byte[]> find(String name) {
            Optional<byte[]> content = Optional.ofNullable(all.get(name));
            if (content.isPresent()) found++;
            return content;
        }

        @Override
        public void keep(String name, byte[] content) {
            written++;
            all.put(name, content);
        }
    }

    private record Answer(Solution solution, List<String> lines) {}

    private static Chsck theory(Chsck.Method method, double until, boolean certify) {
        return new Chsck(
                Mixture.parse("3+4"), 0.4, NEVER, NEVER, 1, List.of(until), true, 1, method, 0.05, 6, 0.1, certify);
    }

    /** In a new session: nothing is left in memory. */
    private static Answer solved(Chsck theory, Archive archive) {
        AgingRows.forget();
        List<String> lines = new ArrayList<>();
        Schedule grid = Schedule.waitingTimes(new double[] {0.5, 1}, new double[] {0.5, 1, 1.5}, 3);
        Solution solution = theory.solve(
                grid,
                (quantity, replica, value, error, axes) ->
                        lines.add(quantity.name() + List.of(axes[0], axes[axes.length - 1]) + value + " " + error),
                archive);
        return new Answer(solution, lines);
    }

    @BeforeEach
    void forget() {
        AgingRows.forget();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasKeptDoesNotShow(Chsck.Method method) {
        Chsck theory = theory(method, 4, true);
        Kept archive = new Kept();
        Answer anew = solved(theory, Archive.NONE);
        assertThat(anew.lines).hasSizeGreaterThan(20);
        assertThat(solved(theory, archive)).isEqualTo(anew);
        int written = archive.written;
        assertThat(written).isPositive();
        assertThat(archive.found).isZero();
        assertThat(solved(theory, archive)).isEqualTo(anew);
        assertThat(archive.found).isPositive();
        assertThat(archive.written).isEqualTo(written);
    }

    @Test
    void keptRowsAreContinued() {
        Kept archive = new Kept();
        solved(theory(Chsck.Method.LONG_TIME, 700, false), archive);
        assertThat(archive.all).hasSize(1);
        int early = archive.all.values().iterator().next().length;
        Chsck later = theory(Chsck.Method.LONG_TIME, 5000, false);
        Answer continued = solved(later, archive);
        assertThat(archive.found).isEqualTo(1);
        assertThat(archive.all).hasSize(1);
        assertThat(archive.all.values().iterator().next().length).isGreaterThan(early);
        assertThat(continued).isEqualTo(solved(later, Archive.NONE));
        // and rows beyond the last time that is asked for are no harm
        Chsck earlier = theory(Chsck.Method.LONG_TIME, 700, false);
        assertThat(solved(earlier, archive)).isEqualTo(solved(earlier, Archive.NONE));
    }

    @Test
    void whatCannotBeReadIsSolvedAnew() {
        Kept archive = new Kept();
        Chsck theory = theory(Chsck.Method.LONG_TIME, 4, false);
        Answer anew = solved(theory, archive);
        archive.all.replaceAll((name, content) -> java.util.Arrays.copyOf(content, content.length / 2));
        assertThat(solved(theory, archive)).isEqualTo(anew);
    }

    /** A figure of late times drawn before does not change one of early times. */
    @Test
    void theOrderInWhichFiguresAreDrawnDoesNotShow() {
        for (Chsck.Method method : List.of(Chsck.Method.UNIFORM, Chsck.Method.LONG_TIME)) {
            Chsck early = theory(method, 4, false);
            Answer alone = solved(early, Archive.NONE);
            solved(theory(method, 6, false), Archive.NONE);
            List<String> lines = new ArrayList<>();
            Schedule grid = Schedule.waitingTimes(new double[] {0.5, 1}, new double[] {0.5, 1, 1.5}, 3);
            early.solve(
                    grid,
                    (quantity, replica, value, error, axes) ->
                            lines.add(quantity.name() + List.of(axes[0], axes[axes.length - 1]) + value + " " + error));
            assertThat(lines).isEqualTo(alone.lines);
        }
    }

    @Test
    void anewMeansAnew() {
        Kept archive = new Kept();
        Chsck theory = theory(Chsck.Method.LONG_TIME, 4, false);
        Answer anew = solved(theory, archive);
        archive.found = 0;
        assertThat(solved(theory, archive.emptied())).isEqualTo(anew);
        assertThat(archive.found).isZero();
        assertThat(archive.written).isEqualTo(2);
    }
}
