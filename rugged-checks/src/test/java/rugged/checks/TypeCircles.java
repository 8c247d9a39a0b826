package rugged.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Circles of dependencies between types: the strongly connected components of more than one type (Tarjan, SIAM J. Comput. 1, 146 (1972)). A type and those nested
 * in it count as one, and so do a sealed type and those it permits: they are written, read and changed together.
 */
final class TypeCircles {
    private final Map<String, Set<String>> arrows = new TreeMap<>();
    private final Map<String, Integer> number = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();
    private final Map<String, String> family = new HashMap<>();

    private TypeCircles() {}

    /** The circles among some classes, each the names of its types. */
    static List<Set<String>> of(JavaClasses classes) throws IOException {
        TypeCircles circles = new TypeCircles();
        for (JavaClass one : classes) circles.permit(one);
        for (JavaClass one : classes) circles.draw(one);
        for (String type : circles.arrows.keySet()) if (!circles.number.containsKey(type)) circles.visit(type);
        return circles.found;
    }

    private void permit(JavaClass one) throws IOException {
        try (InputStream file = one.getSource().orElseThrow().getUri().toURL().openStream()) {
            ClassModel type = ClassFile.of().parse(file.readAllBytes());
            type.findAttribute(Attributes.permittedSubclasses())
                    .ifPresent(permits -> permits.permittedSubclasses()
                            .forEach(permitted -> join(
                                    top(one.getName()),
                                    top(permitted.asInternalName().replace('/', '.')))));
        }
    }

    private void join(String one, String other) {
        String root = root(one);
        String branch = root(other);
        if (!root.equals(branch)) family.put(branch, root);
    }

    private String root(String type) {
        String root = type;
        while (family.containsKey(root)) root = family.get(root);
        return root;
    }

    private void draw(JavaClass from) {
        String tail = root(top(from.getName()));
        Set<String> heads = arrows.computeIfAbsent(tail, _ -> new TreeSet<>());
        from.getDirectDependenciesFromSelf().stream()
                .map(arrow -> arrow.getTargetClass().getBaseComponentType().getName())
                .filter(name -> name.startsWith("rugged."))
                .map(name -> root(top(name)))
                .filter(head -> !head.equals(tail))
                .forEach(heads::add);
    }

    private static String top(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private void visit(String type) {
        number.put(type, number.size());
        lowest.put(type, number.get(type));
        open.push(type);
        for (String next : arrows.getOrDefault(type, Set.of())) {
            if (!number.containsKey(next)) visit(next);
            if (open.contains(next)) lowest.merge(type, lowest.get(next), Math::min);
        }
        if (!lowest.get(type).equals(number.get(type))) return;
        Set<String> circle = new TreeSet<>();
        String last;
        do {
            last = open.pop();
            circle.add(last);
        } while (!last.equals(type));
        if (circle.size() > 1) found.add(circle);
    }

    /** What the types of a circle need of one another, a line each. */
    static String explained(Set<String> circle, JavaClasses classes) {
        StringBuilder text = new StringBuilder();
        Map<String, Set<String>> needs = new TreeMap<>();
        for (JavaClass one : classes)
            one.getDirectDependenciesFromSelf().stream()
                    .map(arrow ->
                            top(arrow.getTargetClass().getBaseComponentType().getName()))
                    .filter(head -> circle.contains(head)
                            && circle.contains(top(one.getName()))
                            && !head.equals(top(one.getName())))
                    .forEach(head -> needs.computeIfAbsent(top(one.getName()), _ -> new TreeSet<>())
                            .add(head.substring(head.lastIndexOf('.') + 1)));
        needs.forEach((type, others) ->
                text.append(type).append(" -> ").append(others).append('\n'));
        return text.toString();
    }
}
