package rugged.api.bayesian;

import rugged.api.model.Landscape;

/** A network whose last hidden layer has a kernel to be set beside that of infinite width. {@link rugged.api.LandscapeSpec#provides} names {@link rugged.api.Need#FEATURES}. */
public interface FeatureKernel extends Landscape {
    /** tr(K^{-1} K')/P of weights x[N]: K'_mn = (1/N_L) sum_i s_i(m) s_i(n) over the units of the last hidden layer, K the same at infinite width under the prior. Where K is singular, over the directions that it has. */
    double featureScale(double[] x);

    @Override
    FeatureKernel fork();
}
