package rugged.dynamics.rules;

import rugged.index.Named;
import rugged.meanfield.rules.LearningRule;

/**
 * The AdaTron, G = |x| s where s x is below 0, else 0. On-line and by epochs J becomes (1 - gamma/N) J + (eta/N) xi G(x, s) with one example, and time is the number of examples over N; as a batch
 * dJ/dt = (eta/p) sum_mu xi^mu G(x_mu, s_mu) - gamma J, by Euler steps. Here J = w/sqrt(N), x = J.xi, s the stored label. Nothing stops it: where no example is wrong and nothing decays it stays.
 *
 * <p>One example costs a read of its bits beside w, and an addition where it moves the student. Work is counted in passes through all examples. Source: Anlauf and Biehl, Europhys. Lett. 10, 687 (1989)
 */
@Named(
        value = "adatron",
        title = "AdaTron rule",
        doc = "A student that corrects the examples that it gets wrong, by as much as they are wrong.",
        source = "Anlauf and Biehl, Europhys. Lett. 10, 687 (1989)",
        year = 1989,
        topics = {"learning rules", "non-equilibrium"})
public record AdaTron(Lessons lessons) implements RuleSpec {
    @Override
    public LearningRule rule() {
        return LearningRule.ADATRON;
    }
}
