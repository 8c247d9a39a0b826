package rugged.index;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes {@code META-INF/rugged/catalogue} while compiling: for every class with {@link Named} a line of its kind, its name and its binary class name,
 * separated by blanks and sorted. A name given twice within a kind, a class that is not a record, or one that belongs to no kind, is a compile error.
 */
@SupportedAnnotationTypes("rugged.index.Named")
public final class Collector extends AbstractProcessor {
    /** The resource that is written. */
    public static final String CATALOGUE = "META-INF/rugged/catalogue";

    /** The annotation by which an interface says that it is a kind; named, not referred to, because it lives in a module above this one. */
    private static final String KIND = "rugged.params.Kind";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private final Map<String, String> classOfName = new TreeMap<>();

    /** Called by javac, which finds this class through its service file. */
    public Collector() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(Named.class)) collect((TypeElement) element);
        if (round.processingOver() && !round.errorRaised() && !classOfName.isEmpty()) write();
        return false;
    }

    private void collect(TypeElement type) {
        String name = type.getAnnotation(Named.class).value();
        String kind = kind(type);
        if (type.getKind() != ElementKind.RECORD) {
            error(type, "@Named(\"" + name + "\") must stand on a record: specs are compared by value");
        } else if (kind.isEmpty()) {
            error(
                    type,
                    "@Named(\"" + name
                            + "\") must implement the interface of a kind, such as LandscapeSpec or DynamicsSpec");
        } else if (!NAME.matcher(name).matches()) {
            error(
                    type,
                    "\"" + name
                            + "\" is not a name of the catalogue: lower-case letters and digits, words joined by"
                            + " dashes");
        } else {
            String binary = processingEnv.getElementUtils().getBinaryName(type).toString();
            String earlier = classOfName.putIfAbsent(kind + " " + name, binary);
            if (earlier != null && !earlier.equals(binary)) {
                error(
                        type,
                        "the " + kind + " \"" + name + "\" is there already: " + earlier
                                + "; names are unique within a kind");
            }
        }
    }

    /** The kind that the first annotated interface among all ancestors declares; empty when there is none. */
    private String kind(TypeElement type) {
        Deque<TypeMirror> open = new ArrayDeque<>(type.getInterfaces());
        while (!open.isEmpty()) {
            if (!(processingEnv.getTypeUtils().asElement(open.poll()) instanceof TypeElement ancestor)) continue;
            for (AnnotationMirror mirror : ancestor.getAnnotationMirrors()) {
                if (((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(KIND)) {
                    return String.valueOf(
                            mirror.getElementValues().values().iterator().next().getValue());
                }
            }
            open.addAll(ancestor.getInterfaces());
        }
        return "";
    }

    private void write() {
        try (Writer out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", CATALOGUE)
                .openWriter()) {
            for (Map.Entry<String, String> entry : classOfName.entrySet())
                out.write(entry.getKey() + " " + entry.getValue() + "\n");
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "cannot write " + CATALOGUE + ": " + e.getMessage());
        }
    }

    private void error(Element element, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
    }
}
