package rugged.index;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a record with many components: the annotation processor of this module writes the interface {@code RECORDWithers}, which the record implements, with a method {@code withCOMPONENT} for every
 * component. Each gives the same record with another value there, through the canonical constructor, so that copies with one value changed are never written out.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Withers {}
