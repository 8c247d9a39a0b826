package rugged.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.web.shape.CataloguePage;
import rugged.web.shape.CompareReply;
import rugged.web.shape.KernelReply;
import rugged.web.shape.MachineReply;
import rugged.web.shape.PlanReply;
import rugged.web.shape.StudyDetail;
import rugged.web.shape.ValidationReply;
import rugged.web.shape.map.CapacityReply;
import rugged.web.shape.map.MapReply;
import rugged.web.shape.map.MinimumReply;
import rugged.web.shape.map.OccupationReply;
import rugged.web.shape.map.PathReply;
import rugged.web.shape.run.HistogramReply;
import rugged.web.shape.run.LogPage;
import rugged.web.shape.run.MomentsReply;
import rugged.web.shape.run.PointPage;
import rugged.web.shape.run.RunDetail;
import rugged.web.shape.run.RunPage;
import rugged.web.shape.run.SeriesReply;
import rugged.web.shape.run.TrashPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer is what the schema beside the page promises: every field there, nothing null that may not be. */
final class ShapeCheck {
    private static final Map<String, Class<?>> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put("api/catalogue", CataloguePage.class);
        ANSWERS.put("api/catalogue/[^/]+", StudyDetail.class);
        ANSWERS.put("api/plans", PlanReply.class);
        ANSWERS.put("api/runs", RunPage.class);
        ANSWERS.put("api/runs/[^/]+", RunDetail.class);
        ANSWERS.put("api/runs/[^/]+/points", PointPage.class);
        ANSWERS.put("api/runs/[^/]+/log", LogPage.class);
        ANSWERS.put("api/runs/[^/]+/series", SeriesReply.class);
        ANSWERS.put("api/runs/[^/]+/moments", MomentsReply.class);
        ANSWERS.put("api/runs/[^/]+/histogram", HistogramReply.class);
        ANSWERS.put("api/runs/[^/]+/landscape", MapReply.class);
        ANSWERS.put("api/runs/[^/]+/landscape/path", PathReply.class);
        ANSWERS.put("api/runs/[^/]+/landscape/minimum", MinimumReply.class);
        ANSWERS.put("api/runs/[^/]+/landscape/capacity", CapacityReply.class);
        ANSWERS.put("api/runs/[^/]+/landscape/occupations", OccupationReply.class);
        ANSWERS.put("api/compare", CompareReply.class);
        ANSWERS.put("api/validation", ValidationReply.class);
        ANSWERS.put("api/machine", MachineReply.class);
        ANSWERS.put("api/machine/kernels", KernelReply.class);
        ANSWERS.put("api/trash", TrashPage.class);
    }

    private static final JsonNode DEFINITIONS = JsonMapper.shared()
            .valueToTree(ShapeSchema.of(List.copyOf(ANSWERS.values())))
            .path("$defs");

    private final List<String> wrong = new ArrayList<>();

    private ShapeCheck() {}

    /** What is wrong with the answer to a request for a path; empty where nothing is, or where no shape is promised. */
    static List<String> of(String path, JsonNode answer) {
        String resource = path.replaceFirst("\\?.*$", "");
        Optional<Class<?>> shape = ANSWERS.entrySet().stream()
                .filter(entry -> resource.matches(entry.getKey()))
                .<Class<?>>map(Map.Entry::getValue)
                .findFirst();
        ShapeCheck check = new ShapeCheck();
        shape.ifPresent(type -> check.against(DEFINITIONS.path(type.getSimpleName()), answer, type.getSimpleName()));
        return check.wrong;
    }

    private void against(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString().replaceFirst("^.*/", "");
            against(DEFINITIONS.path(name), value, where);
        } else if (schema.has("anyOf")) {
            if (!value.isNull()) against(schema.path("anyOf").get(0), value, where);
        } else {
            plain(schema, value, where);
        }
    }

    private void plain(JsonNode schema, JsonNode value, String where) {
        boolean fits = switch (schema.path("type").asString("")) {
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
        if (!fits)
            wrong.add(where + " is " + value + ", not " + schema.path("type").asString());
        if (value.isArray()) {
            for (JsonNode item : value) if (schema.has("items")) against(schema.path("items"), item, where + "[]");
        }
        if (!value.isObject()) return;
        schema.path("properties").properties().forEach(field -> {
            if (!value.has(field.getKey())) wrong.add(where + " lacks " + field.getKey());
            else against(field.getValue(), value.path(field.getKey()), where + "." + field.getKey());
        });
        if (schema.has("additionalProperties"))
            value.properties()
                    .forEach(field -> against(
                            schema.path("additionalProperties"), field.getValue(), where + "." + field.getKey()));
    }
}
