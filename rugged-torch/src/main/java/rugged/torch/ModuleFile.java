package rugged.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import rugged.api.DataMissing;
import rugged.params.BadParameter;

/**
 * What the file of a model says without libtorch. It is an archive: one of TorchScript holds the code of the model, one of tensors alone does not. The saver of this project
 * leaves a description in it, {@code extra/rugged.json}, which says in which shape the model takes its inputs.
 *
 * @param path the file
 * @param input extents of one input as saved; empty where the file does not say
 */
record ModuleFile(Path path, List<Integer> input) {
    private static final String ALLOWED = "save it by rugged.torchscript.save, or by torch.jit.save";
    private static final Pattern FIRST_INPUT =
            Pattern.compile("\"inputs\"\\s*:\\s*\\[\\s*\\{\\s*\"shape\"\\s*:\\s*\\[([0-9, ]*)]");

    /** Reads it. Throws with a sentence where it is no model. */
    static ModuleFile of(String name) {
        Path path = path(name);
        if (!Files.isRegularFile(path))
            throw new DataMissing("model: there is no file " + path.toAbsolutePath() + "; " + ALLOWED);
        try (ZipFile archive = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> entries = archive.stream().toList();
            if (entries.stream().noneMatch(entry -> entry.getName().contains("/code/"))) {
                boolean tensors =
                        entries.stream().anyMatch(entry -> entry.getName().endsWith("/data.pkl"));
                throw new BadParameter(
                        "model",
                        name,
                        tensors
                                ? "holds what torch.save wrote, without the code of a model"
                                : "is no model in TorchScript",
                        ALLOWED);
            }
            for (ZipEntry entry : entries)
                if (entry.getName().endsWith("/extra/rugged.json")) return new ModuleFile(path, shape(archive, entry));
            return new ModuleFile(path, List.of());
        } catch (ZipException notAnArchive) {
            throw new BadParameter("model", name, "is no model in TorchScript", ALLOWED);
        } catch (IOException unreadable) {
            throw new BadParameter("model", name, "cannot be read: " + unreadable.getMessage(), ALLOWED);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new BadParameter("model", name, "is not the name of a file", ALLOWED);
        }
    }

    private static List<Integer> shape(ZipFile archive, ZipEntry entry) throws IOException {
        String text = new String(archive.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        Matcher found = FIRST_INPUT.matcher(text);
        List<Integer> extents = new ArrayList<>();
        if (found.find())
            for (String extent : found.group(1).split(","))
                if (!extent.isBlank()) extents.add(Integer.valueOf(extent.strip()));
        // patterns along the first
        return extents.isEmpty() ? List.of() : List.copyOf(extents.subList(1, extents.size()));
    }
}
