package rugged.landscape.glass;

import rugged.api.model.Batch;
import rugged.api.model.PairMoves;
import rugged.api.model.Planted;
import rugged.api.model.StochasticLandscape;
import rugged.geometry.Manifold;
import rugged.geometry.Symmetry;

/**
 * A {@link PSpinModel} whose couplings were drawn around a planted state.
 *
 * @param model the landscape
 * @param planted s*[N]
 */
record PlantedPSpin(PSpinModel model, double[] planted) implements StochasticLandscape, PairMoves, Planted {
    @Override
    public void plantedState(double[] x) {
        System.arraycopy(planted, 0, x, 0, planted.length);
    }

    @Override
    public Symmetry symmetry() {
        return model.symmetry();
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public Manifold manifold() {
        return model.manifold();
    }

    @Override
    public double rounding() {
        return model.rounding();
    }

    @Override
    public double energy(double[] x) {
        return model.energy(x);
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        return model.energyAndGradient(x, g);
    }

    @Override
    public void energiesAndGradients(double[][] xs, double[] es, double[][] gs) {
        model.energiesAndGradients(xs, es, gs);
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        model.hessianVector(x, v, hv);
    }

    @Override
    public double energyChange(double[] x, int i, double newI, int j, double newJ) {
        return model.energyChange(x, i, newI, j, newJ);
    }

    @Override
    public int patterns() {
        return model.patterns();
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        return model.energyAndGradient(x, batch, g);
    }

    @Override
    public PlantedPSpin fork() {
        return new PlantedPSpin(model.fork(), planted);
    }
}
