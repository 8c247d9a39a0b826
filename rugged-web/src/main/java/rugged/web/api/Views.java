package rugged.web.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.array.ArrayLog;
import rugged.store.library.AtlasDatabase;
import rugged.store.point.ArrayIndex;
import rugged.store.point.PointRecord;
import rugged.web.runs.Known;
import rugged.web.runs.RunMaps;
import rugged.web.shape.run.ViewItem;

/** What the Landscape tab can show of a run: its map, its stored arrays, and its quantities with two axes or a spectrum's. */
final class Views {
    private static final int MOST = 2000;

    private Views() {}

    static List<ViewItem> of(Known run) {
        List<ViewItem> views = new ArrayList<>();
        Agenda agenda = run.folder().agenda().orElse(null);
        if (agenda == null) return List.of();
        if (RunMaps.any(run)) views.add(new ViewItem("", "", AtlasDatabase.NAME, "map", List.of(), 1, 0));
        for (Quantity quantity : run.folder().quantities()) {
            if (quantity.hasExtents()) continue;
            if (quantity.axes().contains("lambda")) views.add(quantity(quantity, "spectrum"));
            else if (mapped(quantity)) views.add(quantity(quantity, "two-time"));
        }
        for (Agenda.Entry point : agenda.points()) {
            if (views.size() >= MOST) break;
            Path folder = run.folder().point(point.key());
            String label = label(point.coordinates());
            if (!Files.exists(folder.resolve(ArrayIndex.FILE))) {
                views.addAll(growing(run, point.key(), label, folder));
                continue;
            }
            for (ArrayIndex.Entry array : new PointRecord(folder).arrays().arrays()) {
                views.add(new ViewItem(
                        point.key(),
                        label,
                        array.name(),
                        array.kind(),
                        array.shape(),
                        array.frames(),
                        size(folder.resolve(array.name() + ".npy"))));
            }
        }
        return List.copyOf(views);
    }

    /** Two axes, or two and the time at which they were looked at. */
    private static boolean mapped(Quantity quantity) {
        List<String> axes = quantity.axes();
        return axes.size() == 2 || axes.size() == 3 && axes.getFirst().equals("t");
    }

    /** Arrays of a point under way. */
    private static List<ViewItem> growing(Known run, String key, String label, Path folder) {
        List<ViewItem> views = new ArrayList<>();
        if (!Files.isDirectory(folder)) return views;
        for (Quantity quantity : run.folder().quantities()) {
            Path log = folder.resolve(quantity.name() + ArrayLog.SUFFIX);
            if (quantity.hasExtents() && Files.exists(log))
                views.add(new ViewItem(key, label, quantity.name(), ArrayIndex.QUANTITY, List.of(), 1, size(log)));
        }
        return views;
    }

    private static ViewItem quantity(Quantity quantity, String kind) {
        return new ViewItem("", quantity.definition(), quantity.name(), kind, List.of(), 1, 0);
    }

    private static String label(Map<String, String> coordinates) {
        List<String> words = new ArrayList<>();
        coordinates.forEach((path, value) -> words.add(path.substring(path.lastIndexOf('.') + 1) + " = " + value));
        return String.join(", ", words);
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (java.io.IOException gone) {
            return 0;
        }
    }
}
