package rugged.params;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a {@link Spec} interface as a kind of the catalogue: {@code landscape}, {@code dynamics}, {@code observable}, ... */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Kind {
    /** The singular word by which lists and messages call this kind. */
    String value();
}
