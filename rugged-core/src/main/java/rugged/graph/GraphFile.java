package rugged.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import rugged.api.DataMissing;
import rugged.api.physical.GraphSpec;
import rugged.api.physical.Wiring;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/** A graph of one's own: a line for each edge with the numbers of its two nodes, from 0 on, with a comma, semicolon, tab or blanks between them. N is the largest number plus 1. Blank lines and those that begin with # are passed over. */
@Named(value = "edges", title = "Graph from a file", doc = "Edges of one's own, two numbers of nodes a line.")
public record GraphFile(
        @Param(doc = "file of edges: two numbers of nodes, from 0 on, a line", file = true)
        String file) implements GraphSpec {
    private static final int MOST_NODES = 5000;

    @Override
    public Wiring build() {
        EdgeList edges = new EdgeList();
        int nodes = 0;
        List<String> lines = lines();
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] words = line.split("[\\s,;]+");
            if (words.length != 2) throw bad(k, "is not two numbers: " + line);
            int tail = node(words[0], k);
            int head = node(words[1], k);
            if (tail == head) throw bad(k, "joins node " + tail + " to itself");
            if (!edges.add(tail, head)) throw bad(k, "joins " + tail + " and " + head + " a second time");
            nodes = Math.max(nodes, Math.max(tail, head) + 1);
        }
        if (nodes == 0) throw new BadParameter("file", file, "has no edges", "two numbers of nodes a line");
        return edges.wiring(nodes);
    }

    private List<String> lines() {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path))
            throw new DataMissing("file: there is no file " + path.toAbsolutePath() + "; two numbers of nodes a line");
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new BadParameter("file", file, "cannot be read as text", "two numbers of nodes a line");
        }
    }

    private int node(String word, int line) {
        try {
            int node = Integer.parseInt(word);
            if (node >= 0 && node < MOST_NODES) return node;
        } catch (NumberFormatException _) {
            // said below
        }
        throw bad(line, "has \"" + word + "\" for a node");
    }

    private BadParameter bad(int line, String wrong) {
        return new BadParameter(
                "file",
                file,
                "line " + (line + 1) + " " + wrong,
                "two different numbers of nodes from 0 to " + (MOST_NODES - 1) + " a line, each pair once");
    }
}
