package rugged.figure.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import rugged.figure.Theme;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vega and Vega-Lite in the JVM. Loaded once in a process (about 2 s), then 0.2 s a figure; one figure at a time, since a
 * script's context belongs to one thread at a time. The script sees neither files nor network nor Java.
 */
public final class SvgEngine {
    /** Names of a browser's world that the libraries mention while they load and never call here. */
    private static final String WORLD = """
        globalThis.setTimeout = globalThis.setInterval = () => 0;
        globalThis.clearTimeout = globalThis.clearInterval = () => {};
        globalThis.structuredClone ??= (value) => JSON.parse(JSON.stringify(value));
        """;

    private final Context context;
    private final Value draw;

    private static final AtomicReference<@Nullable SvgEngine> SHARED = new AtomicReference<>();

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

    /** The one of this process. An engine for which there was no memory is asked for again by the next figure. */
    public static synchronized SvgEngine shared() {
        SvgEngine there = SHARED.get();
        if (there == null) {
            try {
                there = new SvgEngine();
            } catch (PolyglotException e) {
                throw resources(e).map(RuntimeException.class::cast).orElse(e);
            }
            SHARED.set(there);
        }
        return there;
    }

    /** Memory or stack that the script could not have; empty when the script itself is at fault. */
    private static Optional<OutOfResources> resources(PolyglotException e) {
        String message = String.valueOf(e.getMessage());
        boolean memory =
                message.contains("heap space") || message.contains("overhead limit") || message.contains("OutOfMemory");
        boolean stack = message.contains("call stack size") || message.contains("StackOverflow");
        if (!memory && !stack && !e.isResourceExhausted()) return Optional.empty();
        return Optional.of(new OutOfResources(stack ? new StackOverflowError(message) : new OutOfMemoryError(message)));
    }

    /** Says which error of the run time ended the script. */
    static final class OutOfResources extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfResources(Error cause) {
            super("a figure could not be drawn: " + cause.getMessage(), cause);
        }
    }

    /** The SVG of a specification, labels still in markup. */
    synchronized String draw(String specification) {
        try {
            return draw.execute(specification).asString();
        } catch (PolyglotException e) {
            Optional<OutOfResources> machine = resources(e);
            if (machine.isPresent()) throw machine.get();
            throw new IllegalArgumentException("the specification cannot be drawn: " + e.getMessage(), e);
        }
    }

    /** Calls a function of the script with texts; for tests that compare it with its Java twin. */
    public synchronized String call(String function, String... arguments) {
        Value target = context.eval("js", "(...texts) => JSON.stringify(ruggedFigure." + function + "(...texts))");
        return target.execute((Object[]) arguments).asString();
    }

    static String description(String specification) {
        JsonNode description = JsonMapper.shared().readTree(specification).get("description");
        return description == null ? "figure" : description.asString();
    }
}
