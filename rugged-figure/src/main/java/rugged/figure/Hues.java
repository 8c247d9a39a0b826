package rugged.figure;

import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbers as colours: from the least to the greatest; where they have both signs, from one hue to another through the paper's colour at 0.
 *
 * @param values all that are drawn, finite
 * @param logarithmic whether equal ratios are equal steps of colour
 */
record Hues(double[] values, boolean logarithmic) {
    /** Adds the channel, with a scale of colours where there is a label for it. */
    void encode(ObjectNode encoding, String field, String label) {
        ObjectNode colour = encoding.putObject("color").put("field", field).put("type", "quantitative");
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        ObjectNode scale = colour.putObject("scale");
        boolean signs = least < 0.0 && most > 0.0;
        double reach = Math.max(-least, most);
        scale.put("type", logarithmic ? "log" : "linear").put("nice", false);
        if (!logarithmic) scale.put("zero", false);
        scale.putArray("domain").add(signs ? -reach : least).add(signs ? reach : most);
        scale.put("scheme", signs ? "blueorange" : "viridis");
        if (label.isEmpty()) colour.putNull("legend");
        else
            colour.putObject("legend")
                    .put("title", label)
                    .put("orient", "right")
                    .put("type", "gradient");
    }
}
