package rugged.num.parity;

/**
 * What elimination says of equations.
 *
 * @param rank of the left sides
 * @param solvable whether all have a solution together; there are 2^(N - rank) then
 */
public record Solvability(int rank, boolean solvable) {}
