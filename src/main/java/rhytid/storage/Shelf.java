package rhytid.storage;

import java.util.Arrays;

/** The two places objects lie in, kept apart so that a slip with one cannot show the other. */
public enum Shelf {
    /** What was uploaded, untouched, with its metadata: for staff alone. */
    ORIGINALS("originals"),
    /** What is served: upright, sRGB, without metadata. */
    PICTURES("pictures");

    private final String key;

    Shelf(String key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if there is none with this key */
    public static Shelf of(String key) {
        return Arrays.stream(values())
                .filter(shelf -> shelf.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no shelf " + key));
    }

    /** The folder's name, and the end of the bucket's. */
    public String key() {
        return key;
    }
}
