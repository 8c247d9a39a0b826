package rugged.store;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What is wrong with a piece of JSON, in words that name its entries, not the classes they were meant for. */
public final class JsonFault {
    private JsonFault() {}

    /** One line. */
    public static String of(JacksonException fault) {
        if (!(fault instanceof DatabindException)) return fault.getOriginalMessage();
        String path = fault.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        String what = path.isEmpty()
                ? "it is not the kind of JSON that is expected here"
                : path + " is missing or of the wrong kind";
        var at = fault.getLocation();
        return at == null || at.getLineNr() < 1
                ? what
                : what + ", near line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
