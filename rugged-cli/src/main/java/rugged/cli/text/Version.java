package rugged.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version and commit of this build. */
public final class Version implements IVersionProvider {
    private static final String UNKNOWN = "unknown";

    @Override
    public String[] getVersion() {
        return new String[] {"rugged " + version() + " (" + commit() + "), Java " + Runtime.version()};
    }

    /** The version. */
    public static String version() {
        return property("version");
    }

    /** The commit that it was built from. */
    public static String commit() {
        return property("commit");
    }

    private static String property(String key) {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/rugged/version.properties")) {
            if (in != null) properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(key, UNKNOWN);
    }
}
