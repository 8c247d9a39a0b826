package rugged.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.StartSpec;

/**
 * One set of parameters and one seed: what one thread computes, and what is stored under one key.
 *
 * @param key 16 hex digits of the hash of everything below and of the version of the numerics
 * @param coordinates the swept parameters of this point, path to value as typed, {@code seed} included; in the order of the study
 * @param landscape the landscape, its seed resolved
 * @param dynamics the dynamics
 * @param protocol what is done
 * @param start where replicas start
 * @param replicas number of replicas in the same disorder
 * @param observables what is watched
 * @param seed root of the streams for starts and noise
 */
public record Point(
        String key,
        Map<String, String> coordinates,
        LandscapeSpec landscape,
        DynamicsSpec dynamics,
        ProtocolSpec protocol,
        StartSpec start,
        int replicas,
        List<ObservableSpec> observables,
        long seed) {
    /** Everything that is recorded at this point, each quantity once. */
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(protocol.quantities());
        for (ObservableSpec observable : observables) all.addAll(observable.quantities());
        return all;
    }
}
