package rugged.web.http;

import java.nio.charset.StandardCharsets;
import rugged.store.file.JsonFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON as the interface speaks it: numbers in the shortest text that reads back the same, NaN and infinities as null. */
public final class JsonBody {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Finite())
                    .addSerializer(double.class, new Finite())
                    .addSerializer(double[].class, new Reals()))
            .build();

    private JsonBody() {}

    /** The text of a value. */
    public static byte[] of(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The text of a value, as characters. */
    public static String text(Object value) {
        return new String(of(value), StandardCharsets.UTF_8);
    }

    /**
     * Reads a body.
     *
     * @throws Refusal when it is no such thing
     */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) throw Refusal.malformed("the body is empty");
            return value;
        } catch (JacksonException wrong) {
            throw Refusal.malformed("the body is not the JSON that is expected here: " + JsonFault.of(wrong));
        }
    }

    private static void write(double value, JsonGenerator out) {
        if (Double.isFinite(value)) out.writeNumber(value);
        else out.writeNull();
    }

    private static final class Finite extends StdSerializer<Double> {
        Finite() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            write(value, out);
        }
    }

    private static final class Reals extends StdSerializer<double[]> {
        Reals() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (double value : values) write(value, out);
            out.writeEndArray();
        }
    }
}
