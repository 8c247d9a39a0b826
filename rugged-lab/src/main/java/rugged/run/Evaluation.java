package rugged.run;

import java.util.Set;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;

/**
 * Energies and gradients of R states, evaluated when first asked for and then kept until the states change. Where the model has a gradient of its own, both
 * come from one block call; else the gradient costs differences and is computed apart.
 */
final class Evaluation {
    private final Model model;
    private final boolean block;
    private double[][] xs = new double[0][];
    private double[] es = new double[0];
    private double[][] gs = new double[0][];
    private boolean energies;
    private boolean gradients;

    /**
     * @param model the landscape; a spin model is forked, since asking for an energy loads a configuration
     * @param provides what it offers
     */
    Evaluation(Model model, Set<Need> provides) {
        this.model = model.beside();
        this.block = provides.contains(Need.GRADIENT);
    }

    /** New states xs[R][N]; kept, not copied. */
    void of(double[][] states) {
        xs = states;
        energies = false;
        gradients = false;
        if (es.length != xs.length) {
            es = new double[xs.length];
            gs = new double[0][];
        }
    }

    /** E of a state. */
    double energy(int replica) {
        if (!energies) {
            if (block && model instanceof Landscape landscape) both(landscape);
            else model.energies(xs, es);
            energies = true;
        }
        return es[replica];
    }

    /** dE/dx of a state. */
    double[] gradient(int replica) {
        if (!gradients) {
            if (!(model instanceof Landscape landscape)) throw new PointFailure("this model has no gradient");
            both(landscape);
            energies = true;
        }
        return gs[replica];
    }

    private void both(Landscape landscape) {
        if (gs.length != xs.length) gs = new double[xs.length][model.dimension()];
        landscape.energiesAndGradients(xs, es, gs);
        gradients = true;
    }
}
