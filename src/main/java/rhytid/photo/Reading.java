package rhytid.photo;

/** What came of reading a photo. */
public sealed interface Reading {

    /** It is one; whoever takes it closes it. */
    record Accepted(Photo photo) implements Reading {}

    /** It is none, or none that is read here. */
    record Refused(Refusal refusal) implements Reading {}
}
