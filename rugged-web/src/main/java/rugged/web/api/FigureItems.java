package rugged.web.api;

import rugged.study.FigureSection;
import rugged.web.shape.run.FigureItem;

/** Figures as the page lists them. */
final class FigureItems {
    private FigureItems() {}

    static FigureItem of(FigureSection figure) {
        return new FigureItem(
                figure.name(),
                figure.title(),
                figure.y(),
                figure.x(),
                figure.xScale() == FigureSection.Scale.LOG ? "log" : "linear",
                figure.yScale() == FigureSection.Scale.LOG ? "log" : "linear",
                figure.page(),
                figure.page().isEmpty() && !figure.overlay().isEmpty());
    }

    /** A figure of which only the drawing is known. */
    static FigureItem drawn(String name) {
        return new FigureItem(name, "", "", "", "linear", "linear", java.util.List.of(), false);
    }
}
