package rugged.store.library;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of numbers in columns that spaces separate, as other programs write them. Every mistake names its line. */
record TextTable(Path file, List<String[]> lines) {
    /** A file whose lines have so many columns or more. */
    static TextTable read(Path file, int least) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException(file + " is missing");
        List<String> texts;
        try {
            texts = new ArrayList<>(Files.readAllLines(file, StandardCharsets.US_ASCII));
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is no text", e);
        }
        while (!texts.isEmpty() && texts.getLast().isBlank()) texts.removeLast();
        TextTable table = new TextTable(file, new ArrayList<>());
        for (int k = 0; k < texts.size(); k++) {
            String[] words = texts.get(k).strip().split("\\s+");
            if (words.length < least || words[0].isEmpty())
                throw table.wrong(
                        k, "has " + (words[0].isEmpty() ? 0 : words.length) + " columns, " + least + " are needed");
            table.lines.add(words);
        }
        return table;
    }

    int rows() {
        return lines.size();
    }

    /** Refuses another number of lines than the table that it belongs to has. */
    void requireRows(int count, String of) throws IOException {
        if (rows() != count) throw new IOException(file + " has " + rows() + " lines, and " + of + " has " + count);
    }

    IOException wrong(int line, String what) {
        return new IOException(file + ":" + (line + 1) + ": " + what);
    }

    /** Fortran writes 1.0D+02. */
    double number(int line, int column) throws IOException {
        String word = lines.get(line)[column];
        double value;
        try {
            value = Double.parseDouble(word.replace('D', 'E').replace('d', 'e'));
        } catch (NumberFormatException e) {
            throw new IOException(file + ":" + (line + 1) + ": \"" + word + "\" is no number", e);
        }
        if (!Double.isFinite(value)) throw wrong(line, "\"" + word + "\" is not finite");
        return value;
    }

    /** All of a line, as many as the first has. */
    double[] numbers(int line) throws IOException {
        int count = lines.getFirst().length;
        if (lines.get(line).length != count)
            throw wrong(line, "has " + lines.get(line).length + " columns, and the first line has " + count);
        double[] all = new double[count];
        for (int i = 0; i < count; i++) all[i] = number(line, i);
        return all;
    }

    int whole(int line, int column) throws IOException {
        try {
            return integer(line, column).intValueExact();
        } catch (ArithmeticException e) {
            throw new IOException(file + ":" + (line + 1) + ": \"" + lines.get(line)[column] + "\" is too large", e);
        }
    }

    /** Of any size. */
    BigInteger integer(int line, int column) throws IOException {
        String word = lines.get(line)[column];
        try {
            return new BigInteger(word);
        } catch (NumberFormatException e) {
            throw new IOException(file + ":" + (line + 1) + ": \"" + word + "\" is no whole number", e);
        }
    }
}
