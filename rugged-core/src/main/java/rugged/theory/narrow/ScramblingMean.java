package rugged.theory.narrow;

import java.util.ArrayList;
import java.util.List;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.num.RunningMean;

/** Takes the numbers of a theory once for each scrambling of its points of integration, always in one order, and gives their means with standard errors between scramblings. */
final class ScramblingMean implements Sink {
    /** Where a number stands. */
    private record Place(Quantity quantity, int replica, double[] axes) {}

    private final List<Place> places = new ArrayList<>();
    private final List<RunningMean> means = new ArrayList<>();
    private int at;

    /** Goes back to the first number, for the next scrambling. */
    void next() {
        at = 0;
    }

    @Override
    public void put(Quantity quantity, int replica, double value, double standardError, double... axes) {
        if (at == places.size()) {
            places.add(new Place(quantity, replica, axes.clone()));
            means.add(new RunningMean());
        }
        means.get(at++).add(value);
    }

    /** Hands on means and errors. */
    void put(Sink out) {
        for (int k = 0; k < places.size(); k++) {
            Place place = places.get(k);
            RunningMean mean = means.get(k);
            out.put(place.quantity, place.replica, mean.mean(), mean.error(), place.axes);
        }
    }

    /** The greatest error. */
    double greatest() {
        return means.stream().mapToDouble(RunningMean::error).max().orElse(Double.NaN);
    }
}
