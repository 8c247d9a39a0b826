package rugged.observable.curvature;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import rugged.params.Param;

/** Parameters that several specs of this package declare in the same way. */
final class CurvatureParameters {
    private CurvatureParameters() {}

    /** Which observation times count. */
    @Param(doc = "only at every k-th observation time", def = "5", min = 1, max = 1e6)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface EveryKth {}
}
