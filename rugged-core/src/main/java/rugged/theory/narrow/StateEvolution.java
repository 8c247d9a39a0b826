package rugged.theory.narrow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.StudentCurves;
import rugged.index.Named;
import rugged.meanfield.narrow.StudentOverlaps;

/**
 * A narrow student after each round of message passing without damping, for d and n = alpha d to infinity: state evolution from the start that {@code multi-index-mixing} has, means of overlap with the teacher and with one another as the hint says, or small normal numbers. Exact round by round
 * (Bayati and Montanari, IEEE Trans. Inf. Theory 57, 764 (2011)); an instance differs by O(d^-1/2). Of a risk the fixed point, its minimum, stands beside it without times, as {@link NarrowTheory} has it. Times that are no whole rounds are left out.
 *
 * <p>Source: Rangan, Proc. IEEE ISIT, 2168 (2011); Aubin, Krzakala, Lu and Zdeborova, arXiv:2006.06560.
 */
@Named(
        value = "state-evolution",
        title = "State evolution of a narrow student",
        doc = "Overlap with the teacher, norm, generalisation error and training loss after each round of message"
                + " passing.",
        source = "Rangan, Proc. IEEE ISIT, 2168 (2011)",
        year = 2011,
        topics = {"learning", "inference", "mean-field"})
public record StateEvolution(NarrowCase student) implements TheorySpec {
    private static final Quantity OVERLAP = last("m", "m", "overlap with the teacher where rounds of a risk end");
    private static final Quantity NORM = last("q", "q", "norm |w|^{2}/d there");
    private static final Quantity VARIANCE = last("V", "V", "variance of an output there");
    private static final Quantity ERROR = last("eps_g", "\u03b5_{g}", "error on new examples there");
    private static final Quantity LOSS = last("loss", "\u03b5_{t}", "mean loss of stored examples there");

    private static Quantity last(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return Stream.concat(StudentCurves.ALL.stream(), Stream.of(OVERLAP, NORM, VARIANCE, ERROR, LOSS))
                .toList();
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        StudentOverlaps at = student.start();
        int rounds = 0;
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k) || grid.time(k) != Math.rint(grid.time(k))) continue;
            for (; rounds < grid.time(k); rounds++) at = student.next(at);
            student.write(at, grid.time(k), out);
        }
        return new Solution(true, rounds, 0.0, student.minimises() ? "round by round, " + end(out) : "round by round");
    }

    /** Writes the fixed point of a risk; what it is, in words. */
    private String end(Sink out) {
        Optional<StudentOverlaps> found = student.fixedPoint();
        out.put(OVERLAP, Sink.ALL, found.map(StudentOverlaps::m).orElse(Double.NaN), 0.0);
        out.put(NORM, Sink.ALL, found.map(StudentOverlaps::q).orElse(Double.NaN), 0.0);
        out.put(VARIANCE, Sink.ALL, found.map(StudentOverlaps::v).orElse(Double.NaN), 0.0);
        out.put(ERROR, Sink.ALL, found.map(student::error).orElse(Double.NaN), 0.0);
        out.put(LOSS, Sink.ALL, found.map(student::trainingLoss).orElse(Double.NaN), 0.0);
        return found.isPresent() ? "and where they end" : "with no fixed point";
    }
}
