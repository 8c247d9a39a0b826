package rugged.web.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rugged.web.shape.run.FigurePlace;

/**
 * A study in the list.
 *
 * @param name its name
 * @param title one line
 * @param claim one sentence
 * @param source authors and journal
 * @param year of the source; 0 for none
 * @param topics topics
 * @param systems systems
 * @param verdict agrees, differs, undecided, not-run or no-reference: of the latest complete run of this workspace
 * @param run the run that the verdict is read from; null for none
 * @param size at which that run was computed; null for none
 * @param seconds how long that run took; null for none
 * @param numbers published numbers and ours, at most three
 * @param costs what it would cost at each size
 * @param hits the words of the search that were found, and where
 * @param figure run and name of a figure that can be shown; null before any run
 */
public record StudyItem(
        String name,
        String title,
        String claim,
        String source,
        int year,
        List<String> topics,
        List<String> systems,
        String verdict,
        @Nullable String run,
        @Nullable String size,
        @Nullable Double seconds,
        List<StudyNumber> numbers,
        List<Cost> costs,
        List<String> hits,
        @Nullable FigurePlace figure) {}
