package rugged.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import rugged.web.shape.run.PointItem;

/** Points as the page lists them. */
final class PointItems {
    private PointItems() {}

    static PointItem of(Map<String, Object> row) {
        Map<String, String> coordinates = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            switch (name) {
                case "point", "status", "reason", "seconds", "gradients" -> {}
                default -> coordinates.put(name, String.valueOf(value));
            }
        });
        return new PointItem(
                String.valueOf(row.get("point")),
                String.valueOf(row.get("status")),
                String.valueOf(row.getOrDefault("reason", "")),
                row.get("seconds") instanceof Double seconds ? seconds : 0,
                row.get("gradients") instanceof Long gradients ? gradients : 0,
                coordinates);
    }
}
