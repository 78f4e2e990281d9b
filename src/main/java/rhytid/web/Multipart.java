package rhytid.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.Locale;

/** Forms with files. The server's own words on a form that is too large or broken are an IllegalState or worse. */
final class Multipart {

    private Multipart() {}

    static UploadedFile file(Context context, String field) {
        UploadedFile file;
        try {
            file = context.uploadedFile(field);
        } catch (Exception e) { // Kotlin declares none, and throws what the servlet throws
            throw tooLarge(e)
                    ? new Problem(413, "too-large", "That is more than 60 MB.")
                    : new Problem(400, "multipart", "The multipart form cannot be read.");
        }
        if (file == null) {
            throw new Problem(422, "missing", "The form has no file in the field " + field + ".");
        }
        return file;
    }

    private static boolean tooLarge(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (said.contains("max length") || said.contains("exceed") || said.contains("too large")) {
                return true;
            }
        }
        return false;
    }
}
