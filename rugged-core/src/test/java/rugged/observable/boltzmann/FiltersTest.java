package rugged.observable.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rugged.num.boltzmann.BitMachine;

class FiltersTest {
    /** W_ij at i Nh + j: the row of a hidden unit are all i of its j. */
    @Test
    void aRowForEachHiddenUnit() {
        BitMachine machine = new BitMachine(3, 2);
        double[] bits = {10, 11, 20, 21, 30, 31, -1, -2, -3, -4, -5};
        double[][] filters = new double[2][3];
        MachineFilters.rows(machine, bits, 0.5, filters);
        assertThat(filters[0]).containsExactly(5, 10, 15);
        assertThat(filters[1]).containsExactly(5.5, 10.5, 15.5);
    }
}
