package rugged.web.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.StoredFile;

/**
 * A file as an answer: the whole, or the one range that is asked for. It has the length that it had when it was opened, so that a file may grow meanwhile.
 * Several ranges in one request are answered with the whole file, as RFC 9110 allows.
 */
public final class FileReply {
    private static final int BLOCK = 1 << 16;

    private FileReply() {}

    /**
     * Answers.
     *
     * @param file the file
     * @param type its type
     * @param disposition header {@code Content-Disposition}; null for none
     */
    public static void send(Context context, Path file, String type, @Nullable String disposition) {
        try (FileChannel channel = StoredFile.channel(file)) {
            long size = channel.size();
            context.header("Accept-Ranges", "bytes");
            String version = Long.toString(size, 36) + "-"
                    + Long.toString(Files.getLastModifiedTime(file).toMillis(), 36);
            if (Answers.same(context, version)) return;
            Optional<ByteRange> range = range(context, version, size);
            HttpServletResponse response = context.res();
            response.setContentType(type);
            if (disposition != null) response.setHeader("Content-Disposition", disposition);
            if (range.isPresent()) {
                context.status(206);
                ByteRange part = range.get();
                response.setHeader("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
            }
            long first = range.map(ByteRange::first).orElse(0L);
            long length = range.map(ByteRange::length).orElse(size);
            response.setContentLengthLong(length);
            copy(channel, first, length, response.getOutputStream());
        } catch (NoSuchFileException gone) {
            throw Refusal.missing("the run lists no such file");
        } catch (IOException e) {
            // nobody is left to be told when it was the reader who went
            if (!context.res().isCommitted()) throw EnvironmentFailure.reading(file, e);
        }
    }

    private static Optional<ByteRange> range(Context context, String version, long size) {
        String condition = context.header("If-Range");
        if (condition != null && !condition.equals("\"" + version + "\"")) return Optional.empty();
        try {
            return ByteRange.of(context.header("Range"), size);
        } catch (ByteRange.Unsatisfiable beyond) {
            context.header("Content-Range", "bytes */" + size);
            throw Refusal.of(416, "the file has " + size + " bytes, and the range begins beyond them");
        }
    }

    private static void copy(FileChannel channel, long first, long length, OutputStream out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long sent = 0; sent < length; ) {
            block.clear().limit((int) Math.min(BLOCK, length - sent));
            int got = channel.read(block, first + sent);
            // cut off meanwhile: the answer ends short of its length, which the reader notices
            if (got <= 0) throw new IOException("the file was cut off while it was read");
            out.write(block.array(), 0, got);
            sent += got;
        }
    }
}
