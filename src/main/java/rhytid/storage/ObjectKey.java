package rhytid.storage;

import java.util.regex.Pattern;

/** The form of keys: nothing that a file system or a URL could read otherwise. */
final class ObjectKey {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*(\\.[a-z0-9]+)?");

    private ObjectKey() {}

    static String checked(String key) {
        if (key.length() > 500 || !FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return key;
    }
}
