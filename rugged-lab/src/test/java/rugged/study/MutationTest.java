package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import rugged.params.Node;
import rugged.params.Problem;
import rugged.params.Problems;
import rugged.params.Yaml;
import rugged.params.YamlText;
import rugged.study.read.Bundled;
import rugged.study.read.Request;

/** Studies broken at random: the answer is always a plan, or what is wrong, and never an exception. */
class MutationTest {
    private static final List<String> STUDIES = studies();
    private static final String[] WORDS = {
        "",
        "null",
        "~",
        "{}",
        "[]",
        "-1",
        "0",
        "1e400",
        "1e-300",
        "inf",
        "nan",
        "1..3",
        "3..1",
        "0.1..0.3 step 0.1",
        "1..1e9",
        "true",
        "pspin",
        "langevin",
        "energy",
        "'",
        "\"",
        "&a",
        "*a",
        "!!str",
        "[[1], [2]]",
        "{ is: quench }",
        "{ is: [quench, anneal] }",
        "t",
        "e",
        "\u2207",
        "a: b",
        "- x",
        "9223372036854775808",
        "12+"
    };

    private static List<String> studies() {
        List<String> texts = new ArrayList<>();
        for (String name : Bundled.names()) {
            String text = Bundled.text(name).orElseThrow().replaceAll("seed: 1\\.\\.\\d+", "seed: 1..3");
            texts.add(text);
            // the resolved form has every key there is
            Planner.check(Request.of(name, text).at("quick"), rugged.params.Catalogue.standard(), Desk.MACHINE)
                    .plan()
                    .ifPresent(plan -> texts.add(plan.yaml()));
        }
        return texts;
    }

    @RepeatedTest(value = 500, failureThreshold = 1)
    void someBytes(RepetitionInfo repetition) {
        bytes(repetition.getCurrentRepetition());
    }

    @RepeatedTest(value = 500, failureThreshold = 1)
    void someTrees(RepetitionInfo repetition) {
        trees(repetition.getCurrentRepetition());
    }

    @Tag("slow")
    @RepeatedTest(value = 5_000, failureThreshold = 1)
    void manyBytes(RepetitionInfo repetition) {
        bytes(1000L + repetition.getCurrentRepetition());
    }

    @Tag("slow")
    @RepeatedTest(value = 5_000, failureThreshold = 1)
    void manyTrees(RepetitionInfo repetition) {
        trees(1000L + repetition.getCurrentRepetition());
    }

    private static void bytes(long seed) {
        Random random = new Random(seed);
        byte[] bytes = STUDIES.get(random.nextInt(STUDIES.size())).getBytes(StandardCharsets.UTF_8);
        String text = new String(mutated(bytes, random), StandardCharsets.UTF_8);
        answers(text, random);
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] all = bytes.clone();
        for (int k = 1 + random.nextInt(4); k > 0; k--) {
            int at = random.nextInt(all.length);
            switch (random.nextInt(5)) {
                case 0 -> all[at] = (byte) random.nextInt(256);
                case 1 -> all[at] = (byte) "{}[]:,-#&*!|>'\"%@` \n".charAt(random.nextInt(20));
                case 2 -> all = joined(all, at, new byte[0], at + 1 + random.nextInt(Math.min(20, all.length - at)));
                case 3 ->
                    all = joined(all, at, WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8), at);
                default -> {
                    int from = random.nextInt(all.length);
                    all = joined(all, at, java.util.Arrays.copyOfRange(all, from, Math.min(all.length, from + 30)), at);
                }
            }
        }
        return all;
    }

    private static byte[] joined(byte[] all, int head, byte[] middle, int tail) {
        byte[] joined = new byte[head + middle.length + all.length - Math.min(all.length, tail)];
        System.arraycopy(all, 0, joined, 0, head);
        System.arraycopy(middle, 0, joined, head, middle.length);
        System.arraycopy(
                all, Math.min(all.length, tail), joined, head + middle.length, all.length - Math.min(all.length, tail));
        return joined.length == 0 ? new byte[] {'a'} : joined;
    }

    private static void trees(long seed) {
        Random random = new Random(seed);
        Node root = Yaml.read("s", STUDIES.get(random.nextInt(STUDIES.size())), new Problems())
                .orElseThrow();
        for (int k = 1 + random.nextInt(3); k > 0; k--) root = mutated(root, random, 0);
        String text = root instanceof Node.Mapping mapping ? YamlText.document(mapping) : YamlText.flow(root);
        answers(text, random);
    }

    /** Walks down at random and replaces, doubles, drops, wraps or renames what it finds. */
    private static Node mutated(Node node, Random random, int depth) {
        if (depth > 0 && random.nextInt(4) == 0) return replaced(node, random);
        return switch (node) {
            case Node.Scalar scalar -> replaced(scalar, random);
            case Node.Sequence sequence -> {
                if (sequence.items().isEmpty()) yield replaced(node, random);
                List<Node> items = new ArrayList<>(sequence.items());
                int at = random.nextInt(items.size());
                switch (random.nextInt(6)) {
                    case 0 -> items.remove(at);
                    case 1 -> items.add(items.get(at));
                    default -> items.set(at, mutated(items.get(at), random, depth + 1));
                }
                yield new Node.Sequence(node.at(), items);
            }
            case Node.Mapping mapping -> {
                if (mapping.entries().isEmpty()) yield replaced(node, random);
                List<Node.Entry> entries = new ArrayList<>(mapping.entries());
                int at = random.nextInt(entries.size());
                Node.Entry entry = entries.get(at);
                switch (random.nextInt(8)) {
                    case 0 -> entries.remove(at);
                    case 1 -> entries.add(entry);
                    case 2 -> entries.set(at, new Node.Entry(entry.at(), renamed(entry.key(), random), entry.value()));
                    default ->
                        entries.set(
                                at, new Node.Entry(entry.at(), entry.key(), mutated(entry.value(), random, depth + 1)));
                }
                yield new Node.Mapping(node.at(), entries);
            }
        };
    }

    private static String renamed(String key, Random random) {
        return random.nextBoolean()
                ? WORDS[random.nextInt(WORDS.length)]
                : key.substring(random.nextInt(key.length() + 1));
    }

    private static Node replaced(Node node, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Node.Sequence(node.at(), List.of(node, node));
            case 1 -> new Node.Sequence(node.at(), List.of(node));
            case 2 -> new Node.Mapping(node.at(), List.of(new Node.Entry(node.at(), "is", node)));
            default -> {
                Problems ignored = new Problems();
                String word = WORDS[random.nextInt(WORDS.length)];
                yield Yaml.value("w", "w", word, ignored)
                        .orElse(new Node.Scalar(node.at(), word, random.nextBoolean()));
            }
        };
    }

    private static void answers(String text, Random random) {
        String size = random.nextInt(3) == 0 ? "" : random.nextBoolean() ? "quick" : "paper";
        Checked checked = Desk.check(Request.of("s.yaml", text).at(size).untrusted(List.of()));
        if (checked.plan().isPresent()) {
            assertThat(checked.plan().get().points()).isNotEmpty();
        } else {
            assertThat(checked.problems()).isNotEmpty().allMatch(MutationTest::readable);
        }
    }

    /** A line that a user can read: no class names, no empty message. */
    private static boolean readable(Problem problem) {
        String line = problem.toString();
        return !problem.message().isBlank()
                && !line.contains("\n")
                && !line.contains("Exception")
                && !line.contains("rugged.")
                && !line.contains("java.");
    }
}
