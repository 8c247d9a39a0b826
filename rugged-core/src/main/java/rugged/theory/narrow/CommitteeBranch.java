package rugged.theory.narrow;

/** Which fixed point of state evolution is meant, where there are several. */
public enum CommitteeBranch {
    /** Where messages come to rest that begin at the start. */
    REACHED,
    /** The one of largest free entropy among those that nothing, all and units alike lead to. */
    EQUILIBRIUM,
    /** The one whose units are alike, stable or not. */
    ALIKE
}
