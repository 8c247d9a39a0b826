package rugged.params;

/**
 * One mistake in the user's input.
 *
 * @param file the file's name, or {@code --set}
 * @param line line, from 1; 0 when the input has no lines
 * @param column column, from 1; 0 when the input has no lines
 * @param path the key's path, such as {@code landscape.n}
 * @param message what is wrong
 * @param allowed what would be accepted; may be empty
 */
public record Problem(String file, int line, int column, String path, String message, String allowed) {
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line + ":" + column : file;
        return place + ": " + path + ": " + message + (allowed.isEmpty() ? "" : "; " + allowed);
    }
}
