package rugged.study.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import rugged.api.Quantity;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Problem;
import rugged.params.Problems;
import rugged.params.SpecBinder;

/**
 * The parts of a study that cannot be bound, each of them among the problems already, and what they would have brought. Whoever speaks of that has made no second mistake: it is
 * taken from the part without the keys that are wrong, and where not even that can be bound, nothing is said to be missing.
 */
public final class Unbound {
    /** Sizes of landscapes have names of one letter, and ratios of two. */
    private static final Pattern SIZE = Pattern.compile("\\p{L}(\\s*/\\s*\\p{L})?");

    private static final String PART = "part";

    private final Catalogue catalogue;
    private final Map<String, Quantity> quantities = new LinkedHashMap<>();
    private boolean anyQuantity;
    private boolean anyPath;
    private boolean anySize;

    public Unbound(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Takes note of a part that would have brought quantities. */
    public <S> void part(Class<S> type, Node node, Function<S, List<Quantity>> brings) {
        Optional<S> mended = mended(type, node);
        mended.ifPresent(spec -> brings.apply(spec).forEach(one -> quantities.putIfAbsent(one.name(), one)));
        anyQuantity |= mended.isEmpty();
    }

    /** Takes note of a section that names nothing of the catalogue, so that its parameters are unknown. */
    public void section() {
        anyPath = true;
    }

    /** Takes note of a landscape whose sizes are unknown. */
    public void landscape() {
        anySize = true;
    }

    /** The quantities that would have been there, by name. */
    public Map<String, Quantity> quantities() {
        return quantities;
    }

    /** Whether a quantity of any name might have been there. */
    boolean anyQuantity() {
        return anyQuantity;
    }

    /** Whether a parameter or a size of this name might have been there. */
    boolean mayHave(String name) {
        return anyPath || anySize && SIZE.matcher(name).matches();
    }

    /** The part without the keys that are wrong; empty where that is not enough. */
    private <S> Optional<S> mended(Class<S> type, Node node) {
        Node left = node;
        while (true) {
            Problems found = new Problems();
            Optional<S> spec = new SpecBinder(catalogue, found).spec(type, left, PART);
            if (spec.isPresent() || !(left instanceof Node.Mapping mapping)) return spec;
            Set<String> wrong = new TreeSet<>();
            for (Problem problem : found.list())
                for (Node.Entry entry : mapping.entries())
                    if (!entry.key().equals(SpecBinder.IS)
                            && (problem.path() + ".").startsWith(PART + "." + entry.key() + "."))
                        wrong.add(entry.key());
            if (wrong.isEmpty()) return Optional.empty();
            for (String key : wrong) mapping = mapping.without(key);
            left = mapping;
        }
    }
}
