package rugged.landscape.packing;

/** A packing whose pairs in contact can be asked for. */
interface PairTouching {
    /** Box and sizes. */
    Sizes sizes();

    /** The packing fraction. */
    double control();

    /** Coordinates of a particle. */
    int freedoms();

    /** Tells of all pairs in contact. Not for hot loops. */
    void touching(double[] x, Told told);

    /** What is told of a pair in contact. */
    @FunctionalInterface
    interface Told {
        /**
         * @param i the one
         * @param j the other
         * @param delta overlap
         * @param slope V'(delta)
         * @param force between them
         */
        void pair(int i, int j, double delta, double slope, double force);
    }
}
