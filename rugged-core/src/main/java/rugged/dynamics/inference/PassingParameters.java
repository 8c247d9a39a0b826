package rugged.dynamics.inference;

import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * How messages are passed and when they stand still.
 *
 * @param damping d: the new state is (1 - d) times what the round gives and d times the old one
 * @param tolerance least mean square change of a round
 */
public record PassingParameters(
        @Param(
                doc = "part of the old state that is kept in a round",
                symbol = "d",
                def = "0",
                min = 0,
                max = 0.99,
                reason = "0: none; more for graphs of few variables, whose messages swing")
        double damping,

        @Param(
                doc = "mean square change by a round without damping at which messages stand still",
                def = "1e-12",
                min = 0.0,
                above = true,
                max = 1)
        double tolerance)
        implements ParameterGroup {}
