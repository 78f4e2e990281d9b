package rhytid.face;

/** A side of the face, always the subject's own: in a photo the subject's right lies to the left. */
public enum Side {
    RIGHT,
    LEFT;

    public Side other() {
        return this == RIGHT ? LEFT : RIGHT;
    }

    /** As it stands in JSON: {@code right} or {@code left}. */
    public String key() {
        return this == RIGHT ? "right" : "left";
    }
}
