package rugged.dynamics.stochastic;

import rugged.params.Param;
import rugged.params.ParameterGroup;

/** The pairs of steps and changes of the gradient that a stochastic quasi-Newton method remembers, and how its steps shrink. */
public record Pairs(
        @Param(doc = "pairs remembered", symbol = "m", def = "10", min = 1, max = 1000)
        int memory,

        @Param(
                doc = "steps k_0 after which the rate has fallen to half: eta k_0/(k_0 + k)",
                symbol = "k_{0}",
                def = "1000",
                min = 0.0,
                above = true)
        double halving)
        implements ParameterGroup {}
