package rugged.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import rugged.api.DataMissing;
import rugged.params.ContentDigest;
import rugged.params.InputFile;

/**
 * Fetches MNIST into a folder: each file is unpacked, compared with its digest, and only then given its name.
 *
 * @param base address of the folder with the four packed files
 * @param digests name of each file without .gz, and the SHA-256 of its contents unpacked
 */
record MnistSource(URI base, Map<String, String> digests) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FOUND = 200;
    private static final List<String> ORDER = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    MnistSource {
        digests = Map.copyOf(digests);
    }

    /** A mirror of the published files that is served over HTTPS. Digests of the unpacked files do not depend on who packed them. */
    static MnistSource published() {
        return new MnistSource(
                URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
                Map.of(
                        "train-images-idx3-ubyte",
                        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                        "train-labels-idx1-ubyte",
                        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                        "t10k-images-idx3-ubyte",
                        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                        "t10k-labels-idx1-ubyte",
                        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));
    }

    /** What the files will hold when they are there, in the order training images, training labels, test images, test labels. */
    List<InputFile> inputs(String parameter, Path folder) {
        return ORDER.stream()
                .map(name -> new InputFile(
                        parameter,
                        folder.resolve(name),
                        "",
                        Optional.ofNullable(digests.get(name)).orElseThrow()))
                .toList();
    }

    /** Fetches what is not there yet. */
    void fetchInto(Path folder) {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : new TreeMap<>(digests).entrySet()) {
                Path place = folder.resolve(file.getKey());
                if (!Files.isRegularFile(place)) fetch(client, file.getKey(), file.getValue(), place);
            }
        } catch (IOException e) {
            throw new DataMissing("MNIST could not be fetched from " + base + " into " + folder + ": " + reason(e)
                    + "; give directory, or take data: strokes");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new DataMissing("MNIST was not fetched: interrupted");
        }
    }

    private void fetch(HttpClient client, String name, String digest, Path place)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(name + ".gz"))
                .timeout(PATIENCE)
                .build();
        Path partial = Files.createTempFile(place.toAbsolutePath().getParent(), name, ".part");
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != FOUND)
                    throw new IOException(name + ".gz: answer " + response.statusCode());
                try (InputStream unpacked = new GZIPInputStream(body)) {
                    Files.copy(unpacked, partial, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            String found = ContentDigest.of(partial);
            if (!found.equals(digest)) {
                throw new IOException(name + " has SHA-256 " + found + ", not " + digest);
            }
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
