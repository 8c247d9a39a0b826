package rugged.figure;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in panels in the place of points and lines, with its own data and a scale of colours beside them. */
sealed interface Picture permits HeatMap, Strokes {
    /** The request for the axes and panels alone. */
    FigureRequest axes();

    /** A table of the places that the axes have to reach. */
    Table corners();

    /** The name of its data. */
    default String dataset() {
        return "cells";
    }

    /** Room that the scale of colours takes beside the panels. */
    double bar();

    /** Height over width of the whole; 0 for the usual one. */
    double aspect();

    /** Whether the horizontal axis has ticks and numbers. */
    default boolean across() {
        return true;
    }

    /**
     * What is drawn in one panel.
     *
     * @param scaled whether the scale of colours goes with it
     */
    ObjectNode layer(Channels channels, String panel, boolean scaled);

    /** What is drawn over it in one panel, and over the axes. */
    default List<ObjectNode> over(Channels channels, String panel) {
        return List.of();
    }

    /** The data. */
    ArrayNode rows();

    /** Adds all its data. */
    default void datasets(ObjectNode all) {
        all.set(dataset(), rows());
    }

    /** What has to be said below. */
    List<String> smallPrint();
}
