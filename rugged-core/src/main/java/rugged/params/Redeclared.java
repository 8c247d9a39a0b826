package rugged.params;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a component that is a {@link ParameterGroup}: one of its parameters is declared otherwise in this spec, with another default or another range. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Redeclared.All.class)
public @interface Redeclared {
    /** The name of the parameter's component within the group. */
    String parameter();

    /** Its declaration. */
    Param as();

    /** Several of them. */
    @Documented
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        /** In any order. */
        Redeclared[] value();
    }
}
