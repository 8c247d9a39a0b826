package rugged.figure;

import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vega and Vega-Lite in the JVM. Loaded once in a process (about 2 s), then 0.2 s a figure; one figure at a time, since a
 * script's context belongs to one thread at a time. The script sees neither files nor network nor Java.
 */
final class SvgEngine {
    /** Names of a browser's world that the libraries mention while they load and never call here. */
    private static final String WORLD = """
        globalThis.setTimeout = globalThis.setInterval = () => 0;
        globalThis.clearTimeout = globalThis.clearInterval = () => {};
        globalThis.structuredClone ??= (value) => JSON.parse(JSON.stringify(value));
        """;

    private final Context context;
    private final Value draw;

    private static final class Shared {
        static final SvgEngine ENGINE = new SvgEngine();
    }

    private SvgEngine() {
        // the interpreter is fast enough for figures; without the option it prints a warning on every start
        Engine engine = Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        context = Context.newBuilder("js").engine(engine).build();
        context.eval("js", WORLD);
        String script = new String(Theme.resource("figure.js"), StandardCharsets.UTF_8);
        context.eval(Source.newBuilder("js", script, "figure.js").buildLiteral());
        draw = context.eval("js", "ruggedFigure.svg");
    }

    static SvgEngine shared() {
        return Shared.ENGINE;
    }

    /** The SVG of a specification, labels still in markup. */
    synchronized String draw(String specification) {
        try {
            return draw.execute(specification).asString();
        } catch (PolyglotException e) {
            throw new IllegalArgumentException("the specification cannot be drawn: " + e.getMessage(), e);
        }
    }

    /** Calls a function of the script with texts; for tests that compare it with its Java twin. */
    synchronized String call(String function, String... arguments) {
        Value target = context.eval("js", "(...texts) => JSON.stringify(ruggedFigure." + function + "(...texts))");
        return target.execute((Object[]) arguments).asString();
    }

    static String description(String specification) {
        JsonNode description = JsonMapper.shared().readTree(specification).get("description");
        return description == null ? "figure" : description.asString();
    }
}
