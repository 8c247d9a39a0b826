package rugged.torch;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import rugged.api.DataMissing;

/**
 * The library itself, loaded once, when the first model is opened, and set to one thread: runs in parallel have a thread each.
 *
 * <p>Its files are unpacked before any of its classes is touched. A class that is initialised first loads what the machine happens to have installed under the same
 * names, and the process dies.
 */
final class Libtorch {
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
    private static final String GPU = "-gpu";

    private Libtorch() {}

    private static final class Loaded {
        static final boolean WITH_GPU = load();

        private Loaded() {}

        private static boolean load() {
            String platform = Loader.getPlatform();
            boolean gpu = Libtorch.class.getResource("/org/bytedeco/pytorch/" + platform + GPU + "/") != null;
            if (gpu) System.setProperty(EXTENSION, GPU);
            try {
                Loader.cacheResources(Libtorch.class, "/org/bytedeco/openblas/" + platform + "/");
                Loader.cacheResources(Libtorch.class, "/org/bytedeco/pytorch/" + platform + (gpu ? GPU : "") + "/");
                Loader.load(torch.class);
                torch.set_num_threads(1);
                openblas_nolapack.blas_set_num_threads(1);
                return torch.cuda_is_available();
            } catch (java.io.IOException | LinkageError e) {
                throw new DataMissing("libtorch cannot be loaded for " + platform + ": " + Sentence.of(e)
                        + "; build the module for this machine: mvn -Dquick -Ptorch package");
            }
        }
    }

    /** Loads it where it is not loaded yet. */
    static void load() {
        // the class is initialised by being asked
        if (Loaded.WITH_GPU) return;
    }

    /** Whether it finds a GPU. */
    static boolean hasGpu() {
        return Loaded.WITH_GPU;
    }

    /** Where a model computes: on the GPU if one is wanted and there is one. Belongs to the scope of the caller. */
    static Device device(Processor wanted) {
        boolean gpu = hasGpu() && wanted == Processor.CUDA;
        return new Device(gpu ? torch.DeviceType.CUDA : torch.DeviceType.CPU);
    }

    /** Version and device, for the manifest. */
    static String name(Processor wanted) {
        boolean gpu = hasGpu() && wanted == Processor.CUDA;
        return "libtorch" + version() + (gpu ? " on the GPU" : " on the processor");
    }

    /** With a blank before it; empty where it is not known. */
    private static String version() {
        try {
            return " " + Loader.getVersion("org.bytedeco", "pytorch");
        } catch (java.io.IOException | IllegalArgumentException unknown) {
            return "";
        }
    }

    /** What the user should know of where it computes; empty where that is what was asked for. */
    static String remark(Processor wanted) {
        if (wanted == Processor.CPU) return "";
        return hasGpu() ? "" : "device: cuda: libtorch finds no GPU, it computes on the processor";
    }
}
