package rugged.num;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A function that is longer than the project allows, and why it has to be. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface LongFunction {
    /** Why its parts do not stand apart. */
    String value();
}
