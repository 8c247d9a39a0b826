package rugged.dynamics.rules;

import rugged.index.Named;
import rugged.meanfield.rules.LearningRule;

/**
 * Rosenblatt's rule, G = s where s x is below 0, else 0. On-line and by epochs J becomes (1 - gamma/N) J + (eta/N) xi G(x, s) with one example, and time is the number of examples over N; as a batch
 * dJ/dt = (eta/p) sum_mu xi^mu G(x_mu, s_mu) - gamma J, by Euler steps. Here J = w/sqrt(N), x = J.xi, s the stored label. Nothing stops it: where no example is wrong and nothing decays it stays.
 *
 * <p>One example costs a read of its bits beside w, and an addition where it moves the student. Work is counted in passes through all examples. Source: Rosenblatt, Psychol. Rev. 65, 386 (1958)
 */
@Named(
        value = "perceptron-rule",
        title = "Perceptron rule",
        doc = "A student that adds the examples that it gets wrong, with their label.",
        source = "Rosenblatt, Psychol. Rev. 65, 386 (1958)",
        year = 1958,
        topics = {"learning rules", "non-equilibrium"})
public record PerceptronRule(Lessons lessons) implements RuleSpec {
    @Override
    public LearningRule rule() {
        return LearningRule.PERCEPTRON;
    }
}
