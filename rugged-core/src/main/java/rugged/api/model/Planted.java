package rugged.api.model;

/** A model whose disorder was drawn around a state that is thereby an equilibrium configuration. */
public interface Planted {
    /** Overwrites x[N] with the planted state. */
    void plantedState(double[] x);
}
