package rhytid.face;

import java.util.Arrays;
import java.util.Optional;

/** What the face is asked to do for a photo. The keys are those of files and JSON. */
public enum Expression {
    REST("rest"),
    BROW_RAISE("brow-raise"),
    FROWN("frown"),
    SQUINT("squint"),
    SMILE("smile"),
    PUCKER("pucker"),
    CHIN("chin"),
    PLATYSMA("platysma");

    private final String key;

    Expression(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Expression> of(String key) {
        return Arrays.stream(values()).filter(e -> e.key.equals(key)).findFirst();
    }
}
