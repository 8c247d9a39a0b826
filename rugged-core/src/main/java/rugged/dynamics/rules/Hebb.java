package rugged.dynamics.rules;

import rugged.index.Named;
import rugged.meanfield.rules.LearningRule;

/**
 * Hebb's rule, G = s. On-line and by epochs J becomes (1 - gamma/N) J + (eta/N) xi G(x, s) with one example, and time is the number of examples over N; as a batch
 * dJ/dt = (eta/p) sum_mu xi^mu G(x_mu, s_mu) - gamma J, by Euler steps. Here J = w/sqrt(N), x = J.xi, s the stored label. Nothing stops it: where no example is wrong and nothing decays it stays.
 *
 * <p>One example costs a read of its bits beside w, and an addition where it moves the student. Work is counted in passes through all examples. Source: Rae, Sollich and Coolen, J. Phys. A 32, 3321 (1999)
 */
@Named(
        value = "hebb",
        title = "Hebb's rule",
        doc = "A student that adds every example with its label, whether it was right or wrong.",
        source = "Rae, Sollich and Coolen, J. Phys. A 32, 3321 (1999)",
        year = 1999,
        topics = {"learning rules", "non-equilibrium"})
public record Hebb(Lessons lessons) implements RuleSpec {
    @Override
    public LearningRule rule() {
        return LearningRule.HEBB;
    }
}
