package rugged.web.shape.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure as its follower needs it.
 *
 * @param change nothing: it is as it was; rows: rows of its data sets are others; whole: here it is; empty: there is nothing to draw yet
 * @param version what to ask since, next time
 * @param specification the Vega-Lite specification; with whole
 * @param datasets what to do to each data set that changed; with rows
 * @param description of the figure in words; with rows
 * @param smallPrint lines under the figure; with rows
 * @param usermeta what the figure says about itself; with rows
 */
public record FigureReply(
        String change,
        String version,
        @Nullable Object specification,
        @Nullable Map<String, List<Splice>> datasets,
        @Nullable String description,
        @Nullable List<String> smallPrint,
        @Nullable Object usermeta) {
    /**
     * A piece of a data set replaced by another. Places count in the data set as it was; later ones come first, so each can be carried out as it stands.
     *
     * @param at row at which it begins
     * @param remove rows to take out
     * @param rows rows to put in their place
     */
    public record Splice(int at, int remove, List<Object> rows) {}

    /** It is as it was. */
    public static FigureReply nothing(String version) {
        return new FigureReply("nothing", version, null, null, null, null, null);
    }

    /** There is nothing to draw yet. */
    public static FigureReply empty(String version) {
        return new FigureReply("empty", version, null, null, null, null, null);
    }

    /** All of it. */
    public static FigureReply whole(String version, Object specification) {
        return new FigureReply("whole", version, specification, null, null, null, null);
    }
}
