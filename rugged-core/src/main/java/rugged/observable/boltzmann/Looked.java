package rugged.observable.boltzmann;

/** How many examples are looked at. */
final class Looked {
    private Looked() {}

    /** All of them, or the most that are asked for; 0 asks for all. */
    static int at(int there, int most) {
        return most == 0 ? there : Math.min(there, most);
    }
}
