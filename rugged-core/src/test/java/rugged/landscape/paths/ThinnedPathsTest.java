package rugged.landscape.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rugged.api.constraint.DilutedConstraints;
import rugged.api.model.Planted;
import rugged.meanfield.diluted.PathSigns;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Connections that are cut one after the other, and put back. */
class ThinnedPathsTest {
    private static DilutedConstraints built(double keep, PathSigns couplings) {
        return new ActivePaths(new PathLaw(3, 12, 1.5, keep, couplings, 0.5, 3)).build();
    }

    private static List<String> signs(DilutedConstraints model) {
        return IntStream.range(0, model.constraints())
                .mapToObj(a -> model.members(a).length + (model.odd(a) ? "-" : "+"))
                .sorted()
                .toList();
    }

    /** What is left of a network at rho is the network that is drawn with that rho: energies of all states agree, a cut weight's sign whatever it is. */
    @Test
    void whatIsLeftIsTheNetworkThatIsDrawnSo() {
        DilutedConstraints whole = built(1.0, PathSigns.IID);
        DilutedConstraints part = built(0.6, PathSigns.IID);
        whole.control(0.6);
        assertThat(whole.keptSpins()).isEqualTo(part.dimension());
        assertThat(signs(whole)).isEqualTo(signs(part));
        int[] kept = IntStream.range(0, whole.dimension()).filter(whole::kept).toArray();
        RandomStream random = Streams.of(2).stream("states", 0);
        double[] x = new double[whole.dimension()];
        for (int k = 0; k < 20; k++) {
            whole.randomise(x, random);
            double[] left = Arrays.stream(kept).mapToDouble(i -> x[i]).toArray();
            whole.load(x);
            part.load(left);
            assertThat(whole.energy()).isEqualTo(part.energy());
            for (int j = 0; j < kept.length; j++)
                assertThat(whole.flipCost(kept[j])).isEqualTo(part.flipCost(j));
        }
        for (int i = 0; i < x.length; i++)
            if (!whole.kept(i)) assertThat(whole.flipCost(i)).isZero();
    }

    /** Flips while the control moves leave the energy that is recomputed. */
    @Test
    void theEnergyFollowsTheControl() {
        for (PathSigns couplings : PathSigns.values()) {
            DilutedConstraints model = built(1.0, couplings);
            RandomStream random = Streams.of(1).stream("flips", 0);
            for (double keep : new double[] {0.8, 0.5, 0.7, 1.0}) {
                model.control(keep);
                for (int k = 0; k < 300; k++) model.flip(random.nextInt(model.dimension()));
                double[] x = new double[model.dimension()];
                model.state(x);
                DilutedConstraints anew = model.fork();
                anew.load(x);
                assertThat(model.energy()).isCloseTo(anew.energy(), within(1e-9));
                assertThat(anew.control()).isEqualTo(keep);
            }
        }
    }

    /** Models that are used side by side have one control; a fork has its own. */
    @Test
    void theControlIsSharedSideBySide() {
        DilutedConstraints model = built(0.9, PathSigns.IID);
        DilutedConstraints beside = model.beside();
        DilutedConstraints fork = model.fork();
        double before = beside.energy();
        int paths = beside.constraints();
        model.control(0.5);
        assertThat(beside.control()).isEqualTo(0.5);
        assertThat(beside.constraints()).isEqualTo(model.constraints()).isLessThan(paths / 3);
        assertThat(beside.energy()).isEqualTo(model.energy());
        assertThat(fork.control()).isEqualTo(0.9);
        assertThat(fork.constraints()).isEqualTo(paths);
        assertThat(fork.energy()).isEqualTo(before);
        byte[] saved = beside.save();
        model.flip(0);
        beside.flip(3);
        beside.restore(saved);
        assertThat(beside.energy()).isEqualTo(model.energy() + model.flipCost(0));
    }

    /** At rho near 0 no path is left, and nothing costs anything. */
    @Test
    void nothingIsLeft() {
        DilutedConstraints model = built(1.0, PathSigns.PLANTED);
        model.control(1e-6);
        assertThat(model.constraints()).isZero();
        assertThat(model.keptSpins()).isZero();
        assertThat(model.energy()).isZero();
        assertThat(model.hides()).isTrue();
        assertThat(built(1.0, PathSigns.IID).hides()).isFalse();
    }

    @Test
    void moreThanThereWasCannotBePutBack() {
        DilutedConstraints model = built(0.8, PathSigns.IID);
        for (double keep : new double[] {0.81, 0.0, -1.0, Double.NaN})
            assertThatThrownBy(() -> model.control(keep))
                    .isInstanceOf(BadParameter.class)
                    .hasMessageContaining("0.8");
    }

    /** Hidden weights violate a share 1/(1 + e^(2/T)) of the paths at every rho. */
    @Test
    void hiddenWeightsAreInEquilibriumAtEveryDilution() {
        DilutedConstraints model = new ActivePaths(new PathLaw(3, 80, 1.5, 1.0, PathSigns.PLANTED, 0.6, 5)).build();
        double[] hidden = new double[model.dimension()];
        ((Planted) model).plantedState(hidden);
        double share = 1.0 / (1.0 + Math.exp(2.0 / 0.6));
        for (double keep : new double[] {1.0, 0.8, 0.6}) {
            model.control(keep);
            model.load(hidden);
            double m = model.constraints();
            double violated = 0.5 * (1.0 + model.energy() / m);
            assertThat(violated).isCloseTo(share, within(5.0 * Math.sqrt(share / m)));
        }
    }
}
