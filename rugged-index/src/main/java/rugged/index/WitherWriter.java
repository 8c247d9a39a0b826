package rugged.index;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Writes the interfaces that {@link Withers} asks for, sealed: they belong to their record and to nothing else. */
@SupportedAnnotationTypes("rugged.index.Withers")
public final class WitherWriter extends AbstractProcessor {
    /** Called by javac, which finds this class through its service file. */
    public WitherWriter() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(Withers.class)) {
            TypeElement type = (TypeElement) element;
            if (type.getKind() != ElementKind.RECORD
                    || type.getNestingKind() != NestingKind.TOP_LEVEL
                    || !type.getTypeParameters().isEmpty())
                error(type, "@Withers must stand on a record that is neither nested nor generic");
            else write(type);
        }
        return false;
    }

    private void write(TypeElement record) {
        String name = record.getQualifiedName() + "Withers";
        try (Writer out =
                processingEnv.getFiler().createSourceFile(name, record).openWriter()) {
            out.write(text(record));
        } catch (IOException e) {
            error(record, "cannot write " + name + ": " + e.getMessage());
        }
    }

    private String text(TypeElement record) {
        String name = record.getSimpleName().toString();
        String access = record.getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
        String place = processingEnv
                .getElementUtils()
                .getPackageOf(record)
                .getQualifiedName()
                .toString();
        StringBuilder text = new StringBuilder("package " + place + ";\n\n/** {@link " + name
                + "} with one component changed. */\n" + access + "sealed interface " + name + "Withers permits "
                + name + " {\n");
        List<? extends RecordComponentElement> all = record.getRecordComponents();
        for (RecordComponentElement one : all) {
            text.append("    /** Its accessor. */\n    ")
                    .append(one.asType())
                    .append(' ')
                    .append(one.getSimpleName())
                    .append("();\n\n");
        }
        for (RecordComponentElement changed : all) text.append(wither(name, all, changed));
        return text.append("}\n").toString();
    }

    private static String wither(
            String name, List<? extends RecordComponentElement> all, RecordComponentElement changed) {
        String component = changed.getSimpleName().toString();
        String arguments = all.stream()
                .map(one -> one.equals(changed) ? component : one.getSimpleName() + "()")
                .collect(Collectors.joining(", "));
        String method = "with" + component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
        return "    /** The same with another {@code " + component + "}. */\n    default " + name + " " + method + "("
                + changed.asType() + " " + component + ") {\n        return new " + name + "(" + arguments
                + ");\n    }\n\n";
    }

    private void error(Element element, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
    }
}
