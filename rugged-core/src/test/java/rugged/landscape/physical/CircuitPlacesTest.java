package rugged.landscape.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.api.physical.Wiring;
import rugged.graph.Lattice;
import rugged.graph.RandomGeometric;
import rugged.graph.RandomGraph;

/** Where the nodes of graphs lie. */
final class CircuitPlacesTest {
    private static double length(Wiring wiring, int e) {
        double sum = 0.0;
        for (int a = 0; a < 2; a++) {
            double d = wiring.places()[2 * wiring.heads()[e] + a] - wiring.places()[2 * wiring.tails()[e] + a];
            d -= wiring.periodic() ? Math.rint(d) : 0.0;
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    @Test
    void edgesOfALatticeAreAsLongAsItsConstant() {
        for (boolean periodic : new boolean[] {true, false}) {
            Wiring wiring = new Lattice(5, periodic).build();
            for (int e = 0; e < wiring.edges(); e++)
                assertThat(length(wiring, e)).isCloseTo(0.2, within(1e-12));
        }
    }

    @Test
    void edgesOfAGeometricGraphAreItsShortestPairs() {
        Wiring wiring = new RandomGeometric(60, 6, 3).build();
        double longest = 0.0;
        for (int e = 0; e < wiring.edges(); e++) longest = Math.max(longest, length(wiring, e));
        int within = 0;
        for (int i = 0; i < 60; i++)
            for (int j = 0; j < i; j++)
                if (length(new Wiring(60, new int[] {i}, new int[] {j}, wiring.places(), true), 0) <= longest) within++;
        assertThat(within).isEqualTo(wiring.edges());
        assertThat(new RandomGraph(5, 6, 1).build().places()).isEmpty();
    }
}
