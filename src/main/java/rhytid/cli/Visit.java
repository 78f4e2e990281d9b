package rhytid.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rhytid.face.Expression;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;

/** The photo files of one visit, by expression. */
record Visit(Map<Expression, Path> files) {

    Visit {
        files = new EnumMap<>(files);
    }

    /**
     * One photo of an expression, or a folder whose files are named after theirs: {@code rest.jpg}, {@code frown.png} …
     *
     * @throws UsageException if there is nothing of that name, or nothing in the folder that could be compared
     */
    static Visit at(Path place, Expression expression) {
        if (Files.isDirectory(place)) {
            return in(place);
        }
        if (!Files.isRegularFile(place)) {
            throw new UsageException("There is no photo or folder " + place + ".");
        }
        return new Visit(Map.of(expression, place));
    }

    private static Visit in(Path folder) {
        Map<Expression, Path> files = new EnumMap<>(Expression.class);
        for (Path file : filesIn(folder)) {
            expressionOf(file).ifPresent(expression -> {
                Path other = files.put(expression, file);
                if (other != null) {
                    throw new UsageException("Both " + other + " and " + file + " show " + expression.key()
                            + ": leave the one that is to be compared.");
                }
            });
        }
        if (files.isEmpty()) {
            throw new UsageException(
                    "In " + folder + " no photo is named after its expression, such as rest.jpg or" + " frown.jpg.");
        }
        return new Visit(files);
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Expression> expressionOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Expression.of(name.substring(0, dot));
    }

    Map<Expression, Reading> read(PhotoReader reader) {
        Map<Expression, Reading> readings = new EnumMap<>(Expression.class);
        files.forEach((expression, file) -> readings.put(expression, PhotoFiles.read(reader, file)));
        return readings;
    }
}
