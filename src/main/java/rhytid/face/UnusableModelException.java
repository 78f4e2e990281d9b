package rhytid.face;

import java.nio.file.Path;

/** A model that is missing, damaged or not understood. The message names the file and says what to do. */
public final class UnusableModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableModelException(Path file, String what, String whatToDo) {
        super(file + " " + what + ". " + whatToDo);
    }
}
