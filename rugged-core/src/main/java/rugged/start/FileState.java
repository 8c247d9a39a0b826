package rugged.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import rugged.api.LandscapeSpec;
import rugged.api.StartSpec;
import rugged.api.model.Model;
import rugged.api.model.ParticleLandscape;
import rugged.api.motion.KeptStates;
import rugged.api.motion.KeptStates.Kept;
import rugged.index.Named;
import rugged.num.file.ArrayFile;
import rugged.num.file.Npy;
import rugged.params.BadParameter;
import rugged.params.InputFile;
import rugged.params.Param;

/**
 * A state from a NumPy file: numbers of shape (N,), the same for every replica, or (R, N), one row a replica; or from the folder of a run with one point, or
 * of one point: the state where it ended, the last good one where it failed, that of its last checkpoint where it is interrupted or still runs. Nothing is mended silently: a vector
 * of the wrong length, with a NaN, of norm 0, or off the manifold is refused, unless retraction is asked for by {@code normalise}.
 */
@Named(
        value = "file",
        title = "Start from a file",
        doc = "States read from a NumPy .npy file of shape (N,) or (R, N), or from where a run ended or stands.")
public record FileState(
        @Param(
                doc = "a .npy file of shape (N,) or (R, N), or one array of an .npz (x.npz:name), or the folder of a"
                        + " run, or of one of its points, for the state where it ended or stands; a relative path"
                        + " starts at the working directory",
                file = true)
        String file,

        @Param(doc = "move the state to the manifold (|x|^2 = N on a sphere)", def = "false")
        boolean normalise)
        implements StartSpec {
    /** Relative distance from the manifold that counts as rounding: that of a state stored in single precision. */
    private static final double ROUNDING = 1e-6;

    @Override
    public boolean settled() {
        return true;
    }

    @Override
    public void place(Model model, int replica, double[] x, RandomGenerator random) {
        Npy array = read();
        int n = x.length;
        checkShape(array, n, replica + 1);
        int row = array.shape().length == 2 ? replica : 0;
        System.arraycopy(array.values(), row * n, x, 0, n);
        check(model, x);
    }

    @Override
    public void check(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        Npy array = read();
        if (Double.isFinite(n)) checkShape(array, (int) n, replicas);
        int width = Math.max(1, array.shape().length == 0 ? 1 : array.shape()[array.shape().length - 1]);
        for (int k = 0; k < array.values().length; k++) {
            if (Double.isFinite(array.values()[k])) continue;
            throw bad(
                    "row " + (k / width + 1) + ", coordinate " + (k % width + 1) + " is " + array.values()[k],
                    "finite coordinates");
        }
    }

    private void checkShape(Npy array, int n, int replicas) {
        int[] shape = array.shape();
        int last = shape.length == 0 ? 1 : shape[shape.length - 1];
        if (shape.length < 1 || shape.length > 2 || last != n) {
            throw bad(
                    "has shape " + array.shapeText(),
                    "shape (" + n + ",) or (R, " + n + ") for a landscape of N = " + n);
        }
        if (shape.length == 2 && replicas > shape[0]) {
            throw bad(
                    "has " + shape[0] + " rows, too few for replica " + (shape[0] + 1),
                    "one row for each replica, or a single vector");
        }
    }

    @Override
    public String remark() {
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) return source(path).remark();
            if (!Files.exists(ArrayFile.of(file).path())) throw new IOException("there is no such file");
            return "";
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Of the folder of a run only the file that holds the states. */
    @Override
    public List<InputFile> filesRead(Supplier<List<InputFile>> named) {
        Path path = Path.of(file);
        if (!Files.isDirectory(path)) return named.get();
        try {
            List<Kept> all = KeptStates.here().in(path);
            return all.size() == 1 ? List.of(InputFile.of("file", all.getFirst().file())) : List.of();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Npy read() {
        try {
            Path path = Path.of(file);
            return Files.isDirectory(path)
                    ? source(path).states().read()
                    : ArrayFile.of(file).read();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The states of the one point in a folder. */
    private Kept source(Path folder) throws IOException {
        List<Kept> all = KeptStates.here().in(folder);
        if (all.size() == 1) return all.getFirst();
        if (all.isEmpty())
            throw bad(
                    "holds no state of a point",
                    "the folder of a run that has come to its first checkpoint, or a .npy file");
        throw bad(
                "holds the states of " + all.size() + " points",
                "the folder of one of them, such as " + all.getFirst().point());
    }

    private BadParameter unreadable(IOException e) {
        return bad(String.valueOf(e.getMessage()), "a .npy file of numbers, or the folder of a run");
    }

    private void check(Model model, double[] x) {
        double square = 0.0;
        for (double xi : x) square += xi * xi;
        if (!Double.isFinite(square)) throw bad("holds values that are not finite", "finite coordinates");
        if (model instanceof ParticleLandscape particles) {
            String fault = particles.fault(x);
            if (!fault.isEmpty()) throw bad("has no finite energy: " + fault, "particles apart from one another");
        }
        if (model.violation(x) == 0.0) return;
        String place = model.place(x);
        if (!normalise && model.violation(x) > ROUNDING)
            throw bad("holds no state of this landscape: " + place, "a state of it, or normalise: true");
        model.retract(x);
        if (!(model.violation(x) <= ROUNDING))
            throw bad("cannot be moved to a state of this landscape: " + place, "a vector that has a closest one");
    }

    private BadParameter bad(String wrong, String allowed) {
        return new BadParameter("file", file, wrong, allowed);
    }
}
