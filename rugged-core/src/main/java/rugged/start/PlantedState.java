package rugged.start;

import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import rugged.api.Need;
import rugged.api.StartSpec;
import rugged.api.model.Model;
import rugged.api.model.Planted;
import rugged.index.Named;
import rugged.params.BadParameter;

/** The planted state of the disorder: an equilibrium configuration at the planting temperature, at no cost. All replicas start from the same one. */
@Named(
        value = "planted",
        title = "Planted start",
        doc = "The state around which the disorder was drawn: in equilibrium at the planting temperature.",
        source = "Krzakala and Zdeborova, Phys. Rev. Lett. 102, 238701 (2009)",
        year = 2009)
public record PlantedState() implements StartSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.PLANTED);
    }

    @Override
    public boolean settled() {
        return true;
    }

    @Override
    public void place(Model model, int replica, double[] x, RandomGenerator random) {
        if (!(model instanceof Planted planted)) {
            throw new BadParameter(
                    "start", "planted", "the landscape has no planted state", "plant one, or start from random");
        }
        planted.plantedState(x);
    }
}
