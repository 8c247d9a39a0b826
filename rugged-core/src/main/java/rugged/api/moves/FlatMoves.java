package rugged.api.moves;

import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;

/**
 * A landscape in flat space that knows what it costs to move one coordinate, or one vector of them, in less than a full evaluation, such as a sum over examples whose fields are linear in the weights. x[N] holds N/m vectors of m coordinates, one after the other: the weights of a hidden unit.
 * What makes a move cheap belongs to a place, so that each trajectory has a {@link Walk} of its own. {@link LandscapeSpec#provides} names {@link Need#LOCAL_MOVES}.
 */
public interface FlatMoves extends Landscape {
    /** m, the coordinates of a vector. */
    int components();

    /** A walk, to be placed before its first move. It feels what happens to this model, such as another value of a control. */
    Walk walk();

    @Override
    FlatMoves fork();

    /** Moves from one place to the next. The place x[N] is the caller's, who changes it when a move is made. */
    interface Walk {
        /** Goes to x, and works out anew what belongs to it. */
        void place(double[] x);

        /** E(x') - E(x) where x' equals x but for coordinate i. x, where the walk is, is not modified. */
        double change(double[] x, int i, double to);

        /** E(x') - E(x) where x' equals x but for one vector, which is to[m]. Neither is modified. */
        double change(double[] x, int vector, double[] to);

        /** Makes the move that was asked for last; x is then to be the place that it leads to. */
        void accept();
    }
}
