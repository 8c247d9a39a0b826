package rugged.analysis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import rugged.params.Param;

/** Parameters that several specs of this package declare in the same way. */
final class AnalysisParameters {
    private AnalysisParameters() {}

    /** Which parameter is the size. */
    @Param(doc = "parameter that is the size N, by the last word of its path", def = "n")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SizeName {}

    /** The youngest age. */
    @Param(doc = "youngest age that counts", symbol = "t_{w}", def = "0", min = 0)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface YoungestAge {}

    /** What moves two averages. */
    @Param(doc = "parameter that moves both, by the last word of its path", def = "until")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Along {}
}
