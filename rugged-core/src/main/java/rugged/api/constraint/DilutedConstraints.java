package rugged.api.constraint;

import rugged.api.model.Controlled;

/**
 * Constraints on products of spins of which some are cut, together with spins that they need: each spin is kept with probability rho, a constraint counts where all its spins are kept, and rho is the control, at most what it was when the model was built. The smaller rho is the fewer are left, each of them one that was there before. Spins that are cut stay
 * among the N of a state and cost nothing; {@link #constraints} and the energy are of those constraints that count now. {@link rugged.api.Need#DILUTION}.
 */
public interface DilutedConstraints extends ProductConstraints, Controlled {
    /** Whether a spin is kept. */
    boolean kept(int i);

    /** How many are. */
    int keptSpins();

    /** Whether it was drawn around a hidden configuration, which it then gives as a {@link rugged.api.model.Planted} model does. */
    boolean hides();

    @Override
    DilutedConstraints beside();

    @Override
    DilutedConstraints fork();
}
