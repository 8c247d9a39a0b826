package rugged.landscape.physical;

import rugged.api.Cost;
import rugged.api.physical.Wiring;

/** What a gradient of a circuit costs: a factorisation, a solution for each pair, a sweep over the edges. */
final class CircuitCost {
    private CircuitCost() {}

    /** @param pairs n_in + n_out */
    static Cost of(Wiring wiring, int pairs) {
        double n = wiring.nodes();
        double matrix = Double.BYTES * n * n;
        double operations = n * n * n / 6.0 + 2.0 * pairs * n * n + (double) pairs * pairs * wiring.edges();
        return new Cost(matrix + Double.BYTES * (double) wiring.edges() * pairs, matrix, operations);
    }
}
