package rugged.meanfield.sequence;

import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * How tokens are drawn: token l of an example of cluster k is a_lk u/sqrt(d) + S^{1/2} z, z standard normal, u a direction with |u|^2 = d that is orthogonal to the teacher, and
 *
 * <pre>a_lk = separation c_k + position e_l</pre>
 *
 * <p>with c_k equally spaced from -1 to 1 over clusters and e_l from 1 to -1 over tokens (0 where there is one). Clusters are equally likely.
 *
 * @param clusters K
 * @param separation of the outermost clusters from the middle
 * @param position of the outermost tokens from the middle
 * @param variance mean eigenvalue of S
 * @param covariance its eigenvalues
 * @param spread of these
 */
public record TokenLaw(
        @Param(
                doc = "clusters of examples; of two the labels may be +1 and -1",
                symbol = "K",
                def = "1",
                min = 1,
                max = 100)
        int clusters,

        @Param(
                doc = "distance of the outermost clusters from the middle, in units in which an eigenvalue 1 has"
                        + " width 1",
                def = "0",
                min = 0.0,
                max = 1000)
        double separation,

        @Param(
                doc = "distance of the first and the last token from the middle, opposite ways along the direction of"
                        + " the clusters",
                def = "0",
                min = 0.0,
                max = 1000)
        double position,

        @Param(
                doc = "mean eigenvalue of the covariance of a token",
                symbol = "\u03c3^{2}",
                def = "1",
                min = 0.0,
                max = 1e6,
                above = true)
        double variance,

        @Param(doc = "eigenvalues of the covariance: identity, two-values or power-law", def = "identity")
        TokenSpectrum covariance,

        @Param(
                doc = "factor between the two values, of which each has half of all directions; exponent a of the power"
                        + " law i^-a; nothing to identity",
                symbol = "a",
                def = "1",
                min = 0.0,
                max = 1e6)
        double spread)
        implements ParameterGroup {
    /** Where eigenvalues no longer tend to a density. */
    private static final double STEEPEST = 1.0;

    /** Tokens without clusters, of covariance 1. */
    public static final TokenLaw PLAIN = new TokenLaw(1, 0.0, 0.0, 1.0, TokenSpectrum.IDENTITY, 1.0);

    /** Checks what must hold between them. */
    public TokenLaw {
        if (!(variance > 0.0) || Double.isInfinite(variance))
            throw new BadParameter("variance", variance, "is no variance", "a finite number above 0");
        if (covariance == TokenSpectrum.TWO_VALUES && !(spread > 0.0))
            throw new BadParameter("spread", spread, "is no factor between two eigenvalues", "above 0");
        if (covariance == TokenSpectrum.POWER_LAW && spread > STEEPEST)
            throw new BadParameter(
                    "spread",
                    spread,
                    "lets few eigenvalues carry the whole trace, so that there is no limit",
                    "0 to 1");
        if (separation > 0.0 && clusters == 1)
            throw new BadParameter("separation", separation, "separates clusters, and there is one", "clusters: 2");
    }

    /** Refuses positions of single tokens. */
    public void require(int tokens) {
        if (position > 0.0 && tokens == 1)
            throw new BadParameter("position", position, "tells tokens apart, and there is one", "tokens: 2");
    }

    /** c_k. */
    public double side(int cluster) {
        return clusters == 1 ? 0.0 : 2.0 * cluster / (clusters - 1.0) - 1.0;
    }

    /** a_lk. */
    public double amplitude(int token, int tokens, int cluster) {
        double place = tokens == 1 ? 0.0 : 1.0 - 2.0 * token / (tokens - 1.0);
        return separation * side(cluster) + position * place;
    }

    /** Whether a token has a mean. */
    public boolean centred() {
        return separation == 0.0 && position == 0.0;
    }

    /** All d eigenvalues of S. */
    public double[] eigenvalues(int d) {
        double[] values = covariance.values(d, spread);
        for (int i = 0; i < d; i++) values[i] *= variance;
        return values;
    }
}
