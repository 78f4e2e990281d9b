package rhytid.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;
import rhytid.photo.Refusal;

/** Reads photos named on the command line. */
final class PhotoFiles {

    private PhotoFiles() {}

    /** A file that is missing or can't be opened is refused like one that is no photo. */
    static Reading read(PhotoReader reader, Path file) {
        if (!Files.isRegularFile(file)) {
            return new Reading.Refused(new Refusal("missing-file", "There is no file " + file + "."));
        }
        try {
            return reader.read(file);
        } catch (IOException e) {
            return new Reading.Refused(new Refusal("unreadable-file", file + " could not be read: " + e.getMessage()));
        }
    }
}
