package rugged.theory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import rugged.params.Param;

/** Parameters that several specs of this package declare in the same way. */
public final class GlassParameters {
    private GlassParameters() {}

    /** The covariance of the landscape. */
    @Param(doc = "covariance of the landscape as a sum of weighted orders", def = "3", symbol = "f")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Covariance {}

    /** The factor on it. */
    @Param(doc = "factor on the covariance", symbol = "c", def = "1", min = 0, above = true)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface CovarianceScale {}
}
