package rugged.params;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one parameter, once: from it come the study reader, the command line, validation, the JSON Schema, the reference page and the columns of
 * the tables. The key in a study file is the component's name in lower case with dashes ({@code firstLag} is {@code first-lag}).
 *
 * <p>A declaration that several specs share stands on an annotation of its own, which then stands on their components; several parameters that belong together
 * are a {@link ParameterGroup}.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Param {
    /** What it is, in a few words. */
    String doc();

    /** A second key under which it may be given, where the field has two words for it; tables and reports use the first. Empty where there is none. */
    String also() default "";

    /** The letter that the field uses for it; may carry markup such as {@code t_{w}}. */
    String symbol() default "";

    /** Its unit, in the study's units (k_B = 1); empty when it is a pure number. */
    String unit() default "";

    /** The default as it would be typed in a study file (YAML); empty when the parameter must be given. */
    String def() default "";

    /** Smallest allowed value. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest allowed value. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min} itself is excluded. */
    boolean above() default false;

    /** Whether {@code inf} is a value; it always is where it is the default. */
    boolean infinite() default false;

    /** Whether the value names a file or folder: one that came over the network may only name some. */
    boolean file() default false;

    /** Whether the file is the library of an earlier run, which is read while planning: one that is none is refused there. */
    boolean library() default false;

    /** Why the default is what it is, and when one would change it. */
    String reason() default "";

    /** A second word under which a choice may be typed, on the constant of an enum, where the field has two for it; tables, keys and reports use the first, that of the constant. */
    @Documented
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Also {
        /** The word. */
        String value();
    }
}
