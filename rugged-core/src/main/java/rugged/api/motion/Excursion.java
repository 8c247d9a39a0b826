package rugged.api.motion;

import rugged.api.DynamicsSpec;

/**
 * A side run.
 *
 * @param replica the replica whose current state it starts from
 * @param dynamics what moves it
 * @param until its longest duration, in the dynamics' own time; it ends earlier when it converges or fails
 */
public record Excursion(int replica, DynamicsSpec dynamics, double until) {}
