package rhytid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import rhytid.face.Models;
import rhytid.photo.Photo;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;

/** The portraits and models that are lent to tests. */
public final class London {

    private London() {}

    public static Models models() {
        return Models.open(SharedData.require("models"));
    }

    /** The neutral portraits, by name. */
    public static List<Path> neutral() {
        return pictures("data/london/neutral_front");
    }

    public static List<Path> smiling() {
        return pictures("data/london/smiling_front");
    }

    /** Reads a portrait; whoever takes it closes it. */
    public static Photo read(Path file) {
        try {
            return switch (new PhotoReader().read(file)) {
                case Reading.Accepted accepted -> accepted.photo();
                case Reading.Refused refused -> throw new IllegalStateException(refused.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> pictures(String folder) {
        try (Stream<Path> files = Files.list(SharedData.require(folder))) {
            return files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
