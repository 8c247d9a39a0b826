package rugged.web.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rugged.api.Quantity;
import rugged.study.About;
import rugged.web.shape.run.FigureItem;
import rugged.web.shape.run.FigurePlace;
import rugged.web.shape.run.RunItem;

/**
 * Everything about a study.
 *
 * @param item as in the list
 * @param about what it is about
 * @param numbers all published numbers and findings
 * @param quantities what it records
 * @param figures its figures
 * @param yaml its text
 * @param similar studies like it, and why
 * @param runs its runs in this workspace, latest first
 * @param figure run and name of a figure that can be shown; null before any run
 */
public record StudyDetail(
        StudyItem item,
        About about,
        List<StudyNumber> numbers,
        List<Quantity> quantities,
        List<FigureItem> figures,
        String yaml,
        List<Similar> similar,
        List<RunItem> runs,
        @Nullable FigurePlace figure) {}
