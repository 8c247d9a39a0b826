package rugged.torch;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rugged.params.BadParameter;
import rugged.params.FileStamp;

/**
 * What planning asks of a module more than once: it is opened, tried on inputs of the shape of the data, and its answer is kept as long as the file does not change.
 *
 * @param stamp of the file
 * @param dimension N
 */
record ModuleOutline(FileStamp stamp, int dimension) {
    private static final Map<ModuleSetting, ModuleOutline> KNOWN = new ConcurrentHashMap<>();

    /** Throws where the module cannot be used. */
    static ModuleOutline of(ModuleSetting setting) {
        try {
            FileStamp stamp = FileStamp.of(setting.file().path());
            ModuleOutline known = KNOWN.get(setting);
            if (known != null && known.stamp.equals(stamp)) return known;
            ModulePass pass = ModulePass.open(setting);
            pass.check();
            ModuleOutline found = new ModuleOutline(stamp, pass.weights.dimension());
            if (stamp.settled()) KNOWN.put(setting, found);
            return found;
        } catch (IOException e) {
            throw new BadParameter(
                    "model", setting.file().path(), "cannot be read: " + e.getMessage(), "a model in TorchScript");
        }
    }
}
