package rugged.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** {@link Disk} on the file system of this machine. */
public final class LocalDisk implements Disk {
    /** The file system of this machine. */
    public static final Disk ONLY = new LocalDisk();

    @Override
    public Log append(Path file, long length) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (channel.size() > length) channel.truncate(length);
            channel.position(length);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new LocalLog(channel);
    }

    @Override
    public void replace(Path file, byte[] content, boolean durable) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS)) {
                writeAll(channel, content, content.length);
                if (durable) channel.force(true);
            }
            rename(fresh, file);
            Path folder = file.getParent();
            if (durable && folder != null) sync(folder);
        } catch (IOException e) {
            Files.deleteIfExists(fresh); // on a full disk this is the room that the last words need
            throw e;
        }
    }

    @Override
    public void sync(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOffered) {
            // a folder cannot be opened everywhere; its names are then safe when the system writes them
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeAll(FileChannel channel, byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) channel.write(buffer);
    }

    private record LocalLog(FileChannel channel) implements Log {
        @Override
        public void write(byte[] bytes, int length) throws IOException {
            writeAll(channel, bytes, length);
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
