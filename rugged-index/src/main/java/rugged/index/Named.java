package rugged.index;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a specification record into the catalogue. The annotation processor of this module writes one line per annotated class into
 * {@code META-INF/rugged/catalogue}; nothing else has to be edited to add a landscape, a dynamics, an observable, a protocol, a start or a theory.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Named {
    /** The name used in study files and on the command line: lower case with dashes, unique within its kind. */
    String value();

    /** A short title for lists and figures. */
    String title();

    /** One or two sentences for {@code describe} and the reference pages. */
    String doc() default "";

    /** Where the model or method comes from: authors, journal, volume, page, year. */
    String source() default "";

    /** Year of the source; 0 where there is none. */
    int year() default 0;

    /** Topics under which {@code list} files the entry. */
    String[] topics() default {};

    /**
     * Part of the key of every result that this entry has a hand in. It goes up with every change of this entry after which the same parameters and seed give other numbers, be it in
     * the last bits: results of other entries keep their keys.
     */
    int revision() default 1;
}
