package rugged.web.shape.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The map of an energy landscape that a point of a run has drawn, as a disconnectivity graph. Minima are numbered by energy from 0 on.
 *
 * @param version of the run
 * @param points of the run
 * @param point whose map this is; empty where none has one yet
 * @param minima how many are known
 * @param saddles transition states between two of them
 * @param degenerate transition states that join two copies of one minimum
 * @param numbers by what branches can be coloured
 * @param colour by what they are
 * @param occupied whether there are occupations and a heat capacity
 * @param tree the graph; null where there is none
 * @param remarks what one has to know of it, in sentences
 */
public record MapReply(
        String version,
        List<MapPoint> points,
        String point,
        int minima,
        int saddles,
        int degenerate,
        List<String> numbers,
        String colour,
        boolean occupied,
        @Nullable MapTree tree,
        List<String> remarks) {
    /**
     * A point of the run.
     *
     * @param point its key
     * @param label its parameters
     * @param minima how many it knows; -1 where that is not known yet
     * @param saddles transition states, likewise
     */
    public record MapPoint(String point, String label, int minima, int saddles) {}

    /**
     * A disconnectivity graph. The first nodes are its leaves. The line of a node begins at (x, low), runs straight up to bend and from there to (x of its parent, high).
     *
     * @param least energy of the lowest minimum
     * @param top energy of the highest level
     * @param reach energy just above everything
     * @param step distance of two levels
     * @param trees how many separate trees
     * @param leaves how many leaves
     * @param x of each node, in [0, leaves]
     * @param low where its line begins
     * @param bend where it bends
     * @param high where it ends
     * @param parent the node above, -1 for none
     * @param minimum the lowest minimum below it
     * @param below how many leaves are below it
     * @param order of the point group of each leaf
     * @param found how often each leaf was found
     * @param up how high one climbs from each leaf to the global minimum; null where no path is known
     * @param colour the number of each node's lowest minimum
     * @param stubs what is not drawn
     */
    public record MapTree(
            double least,
            double top,
            double reach,
            double step,
            int trees,
            int leaves,
            List<Double> x,
            List<Double> low,
            List<Double> bend,
            List<Double> high,
            List<Integer> parent,
            List<Integer> minimum,
            List<Integer> below,
            List<Double> order,
            List<Integer> found,
            double[] up,
            double[] colour,
            MapStubs stubs) {}

    /**
     * Minima that are not drawn.
     *
     * @param node the branches that they reach first
     * @param count how many each has
     * @param lowest energy of the lowest of these
     * @param joins lowest level at which one of them reaches the branch
     * @param apart how many reach no branch
     * @param above how many lie above the top
     */
    public record MapStubs(
            List<Integer> node, List<Integer> count, List<Double> lowest, List<Double> joins, int apart, int above) {}
}
