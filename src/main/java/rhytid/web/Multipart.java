package rhytid.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Forms with files. The server's own words on a form that is too large or broken are an IllegalState or worse. */
final class Multipart {

    private Multipart() {}

    static @Nullable String text(Context context, String field) {
        return read(() -> context.formParam(field));
    }

    static UploadedFile file(Context context, String field) {
        UploadedFile file = read(() -> context.uploadedFile(field));
        if (file == null) {
            throw new Problem(422, "missing", "The form has no file in the field " + field + ".");
        }
        return file;
    }

    private static <T> @Nullable T read(Supplier<@Nullable T> part) {
        try {
            return part.get();
        } catch (Exception e) { // Kotlin declares none, and throws what the servlet throws
            throw tooLarge(e)
                    ? new Problem(413, "too-large", "That is more than 60 MB.")
                    : new Problem(400, "multipart", "The multipart form cannot be read.");
        }
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
